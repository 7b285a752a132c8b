import accounts.ground
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_user_text_size'),
        ('homework', '0006_unread_until_heard'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HomeworkProposal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', accounts.ground.EncryptedTextField(blank=False, default='', label='homework.proposal.title', max_length=200, verbose_name='homework')),
                ('words', accounts.ground.EncryptedTextField(blank=True, default='', label='homework.proposal.words', max_length=1000, verbose_name='how and when')),
                ('proposed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('answered_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('answer', models.CharField(blank=True, choices=[('taken', 'Taken into the plan'), ('not_now', 'Not now')], default='', max_length=10)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('assignment', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals', to='homework.assignment')),
                ('clinic', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.clinic')),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('therapy', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='accounts.therapy')),
            ],
            options={
                'ordering': ['proposed_at'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('clinic', 'id'), name='homework_homeworkproposal_clinic_id'), accounts.ground.SameClinic('therapy', name='homework_homeworkproposal_therapy_same_clinic'), accounts.ground.SameClinic('assignment', name='homework_homeworkproposal_assignment_same_clinic'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None), ('answered_by', None)), models.Q(('answer__in', ['taken', 'not_now']), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='homework_proposal_answered_whole'), models.CheckConstraint(condition=models.Q(('withdrawn_at', None), ('answered_at', None), _connector='OR'), name='homework_proposal_withdrawn_or_answered')],
            },
        ),
    ]
