"""What a look was at, written by PostgreSQL in the transaction of the look: so a page costs no question more."""

# Its folders, and the ids of its address.
LOOK_AT = """
CREATE OR REPLACE FUNCTION marugoto_look_at() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO disclosure_lookat (body, made_at, look, what)
  SELECT NEW.body, NEW.made_at, NEW.id, w.what FROM (
    SELECT (f ->> 0)::uuid AS what FROM jsonb_array_elements(NEW.folders) f
    UNION
    SELECT m::uuid FROM unnest(string_to_array(NEW.matter, ',')) m
    WHERE m ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
  ) w;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS marugoto_look_at ON disclosure_look;
CREATE TRIGGER marugoto_look_at AFTER INSERT ON disclosure_look FOR EACH ROW EXECUTE FUNCTION marugoto_look_at();
"""
