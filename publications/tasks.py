"""What the worker does for publications, beside the acts of imports."""

from django_tasks import task

from publications.drawing import draw_all
from publications.models import Source
from publications.watching import check

PAUSE = 0.05


@task(backend="imports", queue_name="imports")
def look_up(pk: int) -> None:
    """Check a watched source that still is one; the source says what came of it."""
    source = Source.objects.select_related("author", "run").filter(pk=pk).first()
    if source:
        check(source=source)


@task(backend="imports", queue_name="imports")
def draw_rows() -> None:
    """Draw the rows of lists that an import has put off, with room for visitors."""
    draw_all(pause=PAUSE)
