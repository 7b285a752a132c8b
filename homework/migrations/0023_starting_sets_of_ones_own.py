"""Starting sets that therapists make, and the exercises in them."""

import accounts.ground
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0020_consent'),
        ('homework', '0022_entry_says_whether_it_helped'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='StartingSet',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=120, verbose_name='name')),
                ('summary', models.CharField(blank=True, default='', max_length=200)),
                ('edition', models.PositiveIntegerField(default=1)),
                ('retired_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('clinic', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.clinic')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('shared_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['title', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SetMember',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('clinic', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.clinic')),
                ('exercise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='homework.exercise')),
                ('of', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='members', to='homework.startingset')),
            ],
            options={
                'ordering': ['position', 'pk'],
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='startingset',
            constraint=models.UniqueConstraint(fields=('clinic', 'id'), name='homework_startingset_clinic_id'),
        ),
        migrations.AddConstraint(
            model_name='setmember',
            constraint=models.UniqueConstraint(fields=('clinic', 'id'), name='homework_setmember_clinic_id'),
        ),
        migrations.AddConstraint(
            model_name='setmember',
            constraint=accounts.ground.SameClinic('of', name='homework_setmember_of_same_clinic'),
        ),
        migrations.AddConstraint(
            model_name='setmember',
            constraint=models.UniqueConstraint(fields=('of', 'exercise'), name='homework_in_a_set_once'),
        ),
    ]
