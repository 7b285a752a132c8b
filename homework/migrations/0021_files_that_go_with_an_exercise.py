"""Files that staff add to an exercise: sealed bytes, shared by its versions and copies."""

import accounts.ground
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0014_therapy_held_until'),
        ('homework', '0020_measure_entered_wrongly'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Enclosure',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LibraryFile',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=120, verbose_name='what it is')),
                ('kind', models.CharField(choices=[('pdf', 'PDF'), ('png', 'picture'), ('jpg', 'picture'), ('mp3', 'recording'), ('m4a', 'recording')], max_length=3)),
                ('size', models.PositiveIntegerField()),
                ('content', models.BinaryField()),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='exercise',
            constraint=models.UniqueConstraint(fields=('clinic', 'id'), name='homework_exercise_clinic_id'),
        ),
        migrations.AddField(
            model_name='enclosure',
            name='clinic',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.clinic'),
        ),
        migrations.AddField(
            model_name='enclosure',
            name='exercise',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='enclosures', to='homework.exercise'),
        ),
        migrations.AddField(
            model_name='libraryfile',
            name='added_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='libraryfile',
            name='clinic',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.clinic'),
        ),
        migrations.AddField(
            model_name='enclosure',
            name='file',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='enclosures', to='homework.libraryfile'),
        ),
        migrations.AddConstraint(
            model_name='libraryfile',
            constraint=models.UniqueConstraint(fields=('clinic', 'id'), name='homework_libraryfile_clinic_id'),
        ),
        migrations.AddConstraint(
            model_name='enclosure',
            constraint=models.UniqueConstraint(fields=('clinic', 'id'), name='homework_enclosure_clinic_id'),
        ),
        migrations.AddConstraint(
            model_name='enclosure',
            constraint=accounts.ground.SameClinic('exercise', name='homework_enclosure_exercise_same_clinic'),
        ),
        migrations.AddConstraint(
            model_name='enclosure',
            constraint=accounts.ground.SameClinic('file', name='homework_enclosure_file_same_clinic'),
        ),
        migrations.AddConstraint(
            model_name='enclosure',
            constraint=models.UniqueConstraint(fields=('exercise', 'file'), name='homework_enclosed_once'),
        ),
    ]
