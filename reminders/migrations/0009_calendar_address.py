"""A person's calendar address, and the look-up by its secret, which has no person yet."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


# Runs as the owner, as accounts_invitation_by_token does: whoever holds the secret finds its
# row, and nobody can list them.
BY_TOKEN = """
CREATE FUNCTION reminders_calendar_by_token(token_digest text)
RETURNS SETOF reminders_calendaraddress
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT * FROM reminders_calendaraddress WHERE digest = token_digest
$$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('reminders', '0008_gather'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarAddress',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_address', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.RunSQL(BY_TOKEN, "DROP FUNCTION reminders_calendar_by_token(text)"),
    ]
