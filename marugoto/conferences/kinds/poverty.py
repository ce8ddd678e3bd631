"""生活困窮の支援会議 (生活困窮者自立支援法9条): only where the body has a welfare office."""

from marugoto.conferences.codes import KindCode, Level
from marugoto.conferences.kinds.kind import Kind
from marugoto.disclosure.codes import BasisCode

poverty = Kind(
    code=KindCode.POVERTY,
    name="生活困窮の支援会議",
    level=Level.CASE,
    bases=(BasisCode.POVERTY_CONFERENCE,),
    article="生活困窮者自立支援法9条",
    says="まだ相談につながっていない人も含め、支援に必要な情報を席の中だけで話し合えます。",
    pledge="この会議で知ったことを、席の外では話しません。役目を離れたあとも同じです(生活困窮者自立支援法9条)。",
)
