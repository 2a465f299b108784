import django.db.models.deletion
from django.db import migrations, models

from publications.search import schema


def create(apps, schema_editor):
    schema.create(schema_editor.connection)


def drop(apps, schema_editor):
    schema.drop(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("publications", "0008_namesake_numbers")]

    operations = [
        migrations.CreateModel(
            name="SearchText",
            fields=[
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="publications.publication",
                    ),
                ),
                ("recency", models.BigIntegerField(unique=True)),
                ("title", models.TextField()),
                ("authors", models.TextField()),
                ("venue", models.TextField()),
                ("topics", models.TextField()),
                ("identifiers", models.TextField()),
                ("abstract", models.TextField()),
            ],
            options={"verbose_name": "searchable text"},
        ),
        migrations.RunPython(create, drop),
    ]
