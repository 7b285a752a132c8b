"""Session tomorrow, once the client has chosen to be told."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from homework.models import TherapySession
from reminders.kinds.before_session import BeforeSession
from reminders.models.recipient import OFF


class SessionTomorrow(BeforeSession):
    name = "session"
    label = _("A session tomorrow")
    usual = OFF

    def lines(self, slots):
        zone = slots[0].recipient.user.zone
        sessions = TherapySession.objects.filter(pk__in=[slot.about for slot in slots])
        at = (date_format(localtime(each.starts_at, zone), "DATE_TIME") for each in sessions)
        return [gettext("You meet on %(at)s") % {"at": each} for each in at]
