"""Flags of therapies that have ended: who looks at one, and at nothing else of that record.

The record stays shut, so nobody has cover. Who led, who is named and to whom it passed look at
the one answer, and whoever stands in for them today; by `theirs`, which the pages ask, and by
`lookers`, who are told.
"""

from django.db.models import DateField, DateTimeField, Exists, F, Func, OuterRef, Q
from django.db.models.functions import Cast, Now

from accounts.models import Away, Membership
from homework.models.flag_duty import FlagDuty
from homework.models.stand_ins import stand_ins, working

# The day that it is at the clinic of a row, wherever whoever asks may be.
CLINICS_DAY = Cast(
    Func(F("clinic__time_zone"), Now(), function="timezone", output_field=DateTimeField()),
    DateField(),
)


def theirs(user):
    """What `user`, a key, may look at. What was answered stays with who led, and with who answered
    after the end: who stood in before it has shut the record like all others."""
    absent = Away.objects.filter(covered_by=user, starts_on__lte=CLINICS_DAY).upcoming(CLINICS_DAY)
    absent = absent.filter(clinic=OuterRef("clinic")).values("therapist")

    def is_theirs(person):
        return Q(**{person: user}) | Q(**{f"{person}__in": absent})

    named = FlagDuty.objects.filter(is_theirs("answered_by"), clinic=OuterRef("clinic"))
    asked = is_theirs("therapy__lead") | is_theirs("passed_to") | Exists(named)
    here = Membership.objects.therapists().filter(user=user, clinic=OuterRef("clinic"))
    answered = Q(answered_by=user, answered_at__gte=F("therapy__ended_at"))
    return (
        (Q(therapy__lead=user) | answered | Q(asked, answered_at=None))
        # Nobody looks at an answer of their own.
        & (Q(therapy__client=None) | ~Q(therapy__client=user))
        & Exists(here)
    )


def lookers(flag, duty):
    """The people who may look, of those who work at the clinic; answered, it is lent no more."""
    therapy = flag.therapy
    if flag.is_answered:
        after_end = flag.answered_at >= therapy.ended_at
        asked = {therapy.lead_id, flag.answered_by_id if after_end else None} - {None}
        people = working(flag.clinic_id, asked)
    else:
        asked = {therapy.lead_id, flag.passed_to_id, duty and duty.answered_by_id} - {None}
        people = working(flag.clinic_id, asked | stand_ins(therapy.clinic, asked))
    return [each for each in people if each.pk != therapy.client_id]
