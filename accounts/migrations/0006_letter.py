"""Mails of accounts, kept until they have left."""

import uuid

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_user_text_size'),
    ]

    operations = [
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('about', models.UUIDField(db_index=True, default=uuid.uuid4)),
                ('text', models.BinaryField(null=True)),
                ('state', models.CharField(choices=[('open', 'Open'), ('sent', 'Sent'), ('failed', 'Failed'), ('expired', 'Expired'), ('cancelled', 'Cancelled'), ('dead', 'Dead')], default='open', max_length=10)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('error', models.CharField(blank=True, default='', max_length=80)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('next_attempt_at', models.DateTimeField()),
                ('not_after', models.DateTimeField()),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state', 'open')), fields=['next_attempt_at'], name='accounts_letter_due')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('finished_at', None), ('state', 'open'), ('text__isnull', False)), models.Q(models.Q(('state', 'open'), _negated=True), ('finished_at__isnull', False), ('text', None)), _connector='OR'), name='accounts_letter_erased')],
            },
        ),
    ]
