"""Who stands in for whom at a clinic today, and who works there at all."""

from django.contrib.auth import get_user_model
from django.utils import timezone

from accounts.models import Away, Membership


def stand_ins(clinic, people):
    """The keys of those who stand in for them today."""
    today = timezone.localdate(timezone=clinic.zone)
    absences = Away.objects.filter(therapist__in=people, clinic=clinic, starts_on__lte=today)
    covered = absences.upcoming(today).exclude(covered_by=None)
    return set(covered.values_list("covered_by", flat=True))


def working(clinic, keys):
    """Those of them who are therapists of the clinic, by name."""
    here = Membership.objects.therapists().filter(clinic=clinic, user__in=keys)
    people = get_user_model().objects.filter(pk__in=here.values("user"))
    return list(people.order_by("name", "pk"))
