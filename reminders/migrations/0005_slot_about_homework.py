"""What was reminded of so far is homework."""

from django.db import migrations

FILL = "UPDATE reminders_reminderslot SET about = assignment_id WHERE about IS NULL"
# On the way back the tables know of nothing else.
BACK = """
DELETE FROM reminders_reminderslot WHERE kind <> 'practise';
UPDATE reminders_reminderslot SET assignment_id = about;
"""


class Migration(migrations.Migration):
    dependencies = [("reminders", "0004_slot_about")]
    operations = [migrations.RunSQL(FILL, BACK)]
