import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publications", "0009_search_text")]

    operations = [
        migrations.CreateModel(
            name="ListedPaper",
            fields=[
                ("publication", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="listed", serialize=False, to="publications.publication")),
                ("changed", models.BigIntegerField(db_index=True)),
                ("sort_date", models.CharField(blank=True, max_length=8)),
                ("year", models.SmallIntegerField(null=True)),
                ("marks", models.CharField(blank=True, max_length=20)),
                ("facets", models.TextField(blank=True)),
                ("html", models.TextField(blank=True, help_text="Empty while a large import has put it off.")),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["publication"],
                        condition=models.Q(html=""),
                        name="publications_row_to_draw",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ListingVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.BigIntegerField(default=0)),
                ("tokens", models.TextField(blank=True, help_text="Of the last versions, newest last.")),
            ],
        ),
    ]
