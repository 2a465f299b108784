"""What an import was given, what it planned row by row, and what became of it."""

from django.conf import settings
from django.db import models


class ImportRun(models.Model):
    class State(models.TextChoices):
        READING = "reading", "being read"
        FAILED = "failed", "could not be read"
        PLANNED = "planned", "waits for a go-ahead"
        APPLYING = "applying", "being applied"
        APPLIED = "applied", "applied"
        UNDOING = "undoing", "being undone"
        UNDONE = "undone", "undone"
        DISCARDED = "discarded", "discarded"

    kind = models.CharField(
        max_length=30, help_text="Which importer: people, publications or cv."
    )
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL
    )
    options = models.JSONField(default=dict, blank=True)
    answers = models.JSONField(
        default=dict,
        blank=True,
        help_text="What a person decided about single rows, by their position.",
    )
    total = models.PositiveIntegerField(
        default=0, help_text="How many rows the act at work will have gone through."
    )
    cursor = models.PositiveIntegerField(
        default=0,
        help_text="How many rows are done; kept in the transaction that did them.",
    )
    counts = models.JSONField(
        default=dict, blank=True, help_text="How many rows have which action."
    )
    notes = models.JSONField(default=list, blank=True)
    error = models.TextField(
        blank=True, help_text="Why the last act on the run stopped, as a sentence."
    )
    stamp = models.CharField(
        max_length=200,
        blank=True,
        help_text="What the rows were matched with, in short: whether it has changed.",
    )
    act = models.CharField(
        max_length=10,
        blank=True,
        help_text="What is asked for and not yet done: read, apply, settle, undo, redo.",
    )
    holder = models.CharField(
        max_length=100, blank=True, help_text="The process that works on the run."
    )
    beat_at = models.DateTimeField(
        null=True, blank=True, help_text="When that process was last heard of."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="undone") | models.Q(undone_at__isnull=False),
                name="portal_run_undone_has_time",
                violation_error_message="A run that is undone says when.",
            ),
            models.UniqueConstraint(
                models.Value(1),
                condition=~models.Q(holder=""),
                name="portal_run_one_at_work",
                violation_error_message="One import at a time works on the site.",
            ),
        ]

    def __str__(self):
        return f"Import {self.pk} of {self.kind}"


class ImportFile(models.Model):
    """The bytes as they came. In the database, not under media: they may hold private data."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    encoding = models.CharField(max_length=40, blank=True)
    format = models.CharField(max_length=20, blank=True, help_text="bibtex, ris …")
    dialect = models.CharField(
        max_length=60, blank=True, help_text="Who wrote it: Zotero, DBLP, al-folio …"
    )
    entries = models.PositiveIntegerField(default=0)
    samples = models.JSONField(
        default=list, blank=True, help_text="A few names, to judge the encoding by."
    )
    content = models.BinaryField()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.name


class ImportRow(models.Model):
    class Action(models.TextChoices):
        CREATED = "created", "created"
        UPDATED = "updated", "updated"
        UNCHANGED = "unchanged", "unchanged"
        REVIEW = "review", "waits for review"
        REJECTED = "rejected", "rejected"

    class State(models.TextChoices):
        PLANNED = "planned", "planned"
        DONE = "done", "done"
        UNDONE = "undone", "undone"
        KEPT = "kept", "kept at undo because it was edited since"

    run = models.ForeignKey(
        ImportRun,
        on_delete=models.CASCADE,
        related_name="rows",
        db_index=False,  # the constraint on positions has one that begins so
    )
    position = models.PositiveIntegerField()
    file = models.CharField(max_length=255)
    line = models.PositiveIntegerField(default=0)
    key = models.CharField(max_length=500, blank=True)
    action = models.CharField(max_length=10, choices=Action)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    reason = models.TextField(blank=True)
    question = models.CharField(
        max_length=20,
        blank=True,
        help_text="What a person is asked: likeness, protected, contradiction, stale …",
    )
    problems = models.JSONField(
        default=list,
        blank=True,
        help_text="What is wrong in the entry: [{line, column, field, text}].",
    )
    source = models.TextField(blank=True, help_text="The entry as its file has it.")
    subject = models.CharField(
        max_length=20, help_text="What the row is about: publication or person."
    )
    target = models.CharField(
        max_length=255,
        blank=True,
        help_text="The slug of the record that the row is about.",
    )
    changes = models.JSONField(default=dict, blank=True)
    authors = models.JSONField(default=list, blank=True)
    plan = models.JSONField(default=dict, blank=True)
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["run", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "position"], name="portal_import_row_once"
            )
        ]

    def __str__(self):
        return f"{self.key or self.file}: {self.get_action_display()}"
