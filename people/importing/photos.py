"""The photos of an import: found in the run's archives, made images, and taken back."""

from hashlib import sha256
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from wagtail.models import Collection

from people.importing.portraits import NoPortrait, portrait
from people.models import PersonPage
from portal.imports.archives import Archive
from portal.imports.files import SourceFile, Unreadable
from portal.models import PortalImage
from publications.names import make_slug

COLLECTION = "People photos"


def find_photo(archive: Archive, cell: str) -> str:
    """The path in the archive that a cell means: as it says, or its name alone."""
    wanted = cell.replace("\\", "/").casefold().lstrip("./")
    paths = [path for path in archive.paths if _ends_with(path.casefold(), wanted)]
    if not paths:
        name = PurePosixPath(wanted).name
        paths = [path for path in archive.paths if _ends_with(path.casefold(), name)]
    return min(paths, key=len, default="")


def _ends_with(path: str, wanted: str) -> bool:
    return path == wanted or path.endswith(f"/{wanted}")


def photo_fact(path: str, content: bytes) -> str:
    """What a file says of a photo: its name, and the start of its digest."""
    return f"{PurePosixPath(path).name}, {sha256(content).hexdigest()[:12]}"


def check_photo(archive: Archive, cell: str) -> tuple[str, str, str]:
    """(path, fact, problem): a sentence instead of the first two for an unusable one."""
    path = find_photo(archive, cell)
    if not path:
        return "", "", f"“{cell}” is not in {archive.name}."
    try:
        content = archive.file(path).content
        portrait(content)
    except Unreadable as error:
        return "", "", str(error)
    except NoPortrait as error:
        return "", "", f"“{cell}” {error}"
    return path, photo_fact(path, content), ""


class Photos:
    """The archives of the runs whose rows are carried out, each opened once."""

    def __init__(self):
        self._archives = {}

    def set(self, page, row):
        """Give the page the row's photo; returns what undo needs.

        The photo that an import gave is remembered with the page, so that another one
        is known for an editor's.
        """
        before = page.photo_id
        image = self._make(page, row)
        page.photo = image
        page.imported["photo"] = {"image": image.pk, "fact": row.plan["facts"]["photo"]}
        return {"before": before, "image": image.pk}

    def _make(self, page, row):
        source = self._archive(row).file(row.plan["photo"])
        content, ending = portrait(source.content)
        name = page.author.display_name
        image = PortalImage(
            title=name,
            description=name,
            collection=_collection(),
            file=ContentFile(content, name=f"{make_slug(name)}.{ending}"),
        )
        image._set_image_file_metadata()
        image.save()
        return image

    def _archive(self, row):
        name = row.file.partition("/")[0]
        if (row.run_id, name) not in self._archives:
            file = row.run.files.get(name=name)
            source = SourceFile(name, bytes(file.content))
            self._archives[row.run_id, name] = Archive(source)
        return self._archives[row.run_id, name]


def _collection():
    found = Collection.objects.filter(name=COLLECTION).first()
    return found or Collection.get_first_root_node().add_child(name=COLLECTION)


def take_back_photo(made):
    """Delete the image that a row added, unless it is shown somewhere by now."""
    image = PortalImage.objects.filter(pk=made["image"]).first()
    if image and not PersonPage.objects.filter(photo=image).exists():
        image.delete()
