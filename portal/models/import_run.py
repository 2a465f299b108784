"""What an import was given, what it planned row by row, and what became of it."""

from django.conf import settings
from django.db import models


class ImportRun(models.Model):
    class State(models.TextChoices):
        PLANNED = "planned", "planned"
        APPLYING = "applying", "being applied"
        APPLIED = "applied", "applied"
        UNDONE = "undone", "undone"

    kind = models.CharField(
        max_length=30, help_text="Which importer: people, publications or cv."
    )
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL
    )
    options = models.JSONField(default=dict, blank=True)
    cursor = models.PositiveIntegerField(
        default=0,
        help_text="How many rows are done; kept in the transaction that did them.",
    )
    notes = models.JSONField(default=list, blank=True)
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
            )
        ]

    def __str__(self):
        return f"Import {self.pk} of {self.kind}"


class ImportFile(models.Model):
    """The bytes as they came. In the database, not under media: they may hold private data."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    encoding = models.CharField(max_length=40, blank=True)
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

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    file = models.CharField(max_length=255)
    line = models.PositiveIntegerField(default=0)
    key = models.CharField(max_length=500, blank=True)
    action = models.CharField(max_length=10, choices=Action)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    reason = models.TextField(blank=True)
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
