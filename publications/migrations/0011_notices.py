import django.db.models.deletion
import modelcluster.fields
import portal.date_fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publications", "0010_listed_papers")]

    operations = [
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('retraction', 'retraction'), ('concern', 'expression of concern'), ('erratum', 'correction'), ('withdrawal', 'withdrawal')], default='erratum', max_length=10)),
                ('date', portal.date_fields.PartialDateField(blank=True, help_text='When it was published: 2021, 2021-06 or 2021-06-30.', max_length=120)),
                ('doi', models.CharField(blank=True, help_text='Of the notice, not of the paper.', max_length=300, verbose_name='DOI')),
                ('url', models.URLField(blank=True, help_text='Where it has no DOI.', max_length=500, verbose_name='address')),
                ('text', models.TextField(blank=True, help_text='The reason, or what is corrected, in a few sentences.')),
                ('publication', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='publications.publication')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['retraction', 'concern', 'erratum', 'withdrawal'])), name='publications_notice_kind_known', violation_error_message='That is not a kind of notice.'), models.UniqueConstraint(fields=('publication', 'kind', 'date', 'doi', 'url'), name='publications_notice_once', violation_error_message='This notice stands there already.')],
            },
        ),
    ]
