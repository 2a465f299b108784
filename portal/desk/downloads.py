"""Files of a run: as they came, the report, and what is to be mended and sent again."""

import json

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from portal.desk.mending import entries_to_mend
from portal.desk.run_view import RunView
from portal.imports.report import Report
from portal.models import ImportFile


def attachment(content, name, content_type="application/octet-stream"):
    """A download; never shown in the browser, whatever a file says that it is."""
    response = HttpResponse(content, content_type=content_type)
    name = " ".join(name.split())
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    return response


class OriginalView(RunView):
    """A file as it was sent."""

    def get(self, request, pk, file):
        kept = get_object_or_404(ImportFile, run=self.run, pk=file)
        if not kept.content:
            raise Http404(f"The bytes of {kept.name!r} are not kept any more.")
        return attachment(bytes(kept.content), kept.name)


class ReportDataView(RunView):
    """The report as the commands print it."""

    def get(self, request, pk):
        report = Report.of_run(self.run).as_json()
        text = json.dumps(report, ensure_ascii=False, indent=2)
        return attachment(text, f"import-{self.run.pk}.json", "application/json")


class RejectedView(RunView):
    """What was rejected, or waits, of one file, as its file has it."""

    def get(self, request, pk):
        file = request.GET.get("file", "")
        found = entries_to_mend(self.run, self.kind, file)
        if found is None:
            raise Http404(f"Nothing of {file!r} is to be mended.")
        return attachment(found.text, found.name, "text/plain; charset=utf-8")
