"""Whether an answer was read was not noted before: what was answered counts as read."""

from django.db import migrations
from django.db.models import F


def hear(apps, schema_editor):
    model = apps.get_model("homework", "HomeworkProposal")
    proposals = model.objects.using(schema_editor.connection.alias)
    answered = proposals.filter(heard_at=None).exclude(answered_at=None)
    answered.update(heard_at=F("answered_at"))


class Migration(migrations.Migration):
    dependencies = [("homework", "0011_answer_to_a_proposal_heard")]
    operations = [migrations.RunPython(hear, migrations.RunPython.noop)]
