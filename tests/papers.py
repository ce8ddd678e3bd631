"""Papers to attach: a letter as PDF, a photo as a telephone writes it (lying, with the place it was taken at), a picture with words."""

from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo

LETTER = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PLACE, DEVICE, REMARK = b"Minamo-35.6812", b"Telephone of Sato", b"taken at the shelter"
ORIENTATION, TURNED = 0x0112, 6  # to be turned by a quarter before it is looked at
RED, BLUE = (255, 0, 0), (0, 0, 255)


def photo() -> bytes:
    """80 wide and 40 high as it lies, red on its left: upright it is 40 wide and 80 high, red on top."""
    picture = Image.new("RGB", (80, 40), BLUE)
    picture.paste(RED, (0, 0, 40, 40))
    told = Image.Exif()
    told[ORIENTATION], told[0x010F] = TURNED, DEVICE.decode()
    told.get_ifd(0x8825)[0x001B] = PLACE  # GPSProcessingMethod
    written = BytesIO()
    picture.save(written, "JPEG", exif=told, comment=REMARK, icc_profile=REMARK)
    return written.getvalue()


def scan() -> bytes:
    told = PngInfo()
    told.add_text("Author", DEVICE.decode())
    told.add_itxt("Comment", REMARK.decode())
    written = BytesIO()
    Image.new("RGBA", (20, 10), (0, 0, 0, 0)).save(written, "PNG", pnginfo=told)
    return written.getvalue()
