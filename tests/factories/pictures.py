from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from portal.models import PortalImage


def make_picture(title="x", size=(9, 9), **fields):
    file = ContentFile(png(*size), f"{title}.png")
    return PortalImage.objects.create(title=title, file=file, **fields)


def png(*size):
    file = BytesIO()
    Image.new("RGB", size).save(file, "PNG")
    return file.getvalue()
