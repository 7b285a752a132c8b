from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import AuditEvent, Cover

pytestmark = pytest.mark.django_db


def test_cover_says_who_gave_it_and_why(cast):
    cover = Cover.grant(
        therapy=cast.therapy,
        therapist=cast.otto,
        kind="read",
        ends_at=timezone.now() + timedelta(hours=1),
        by=cast.tess,
        reason="A second opinion",
    )
    cover = Cover.objects.open().get(pk=cover.pk)
    assert (cover.granted_by, cover.reason) == (cast.tess, "A second opinion")
    assert AuditEvent.objects.latest("pk").codes == {"kind": "read"}


def test_broken_glass_is_ones_own_with_a_reason_for_an_hour(cast):
    cover = Cover.break_glass_for(therapy=cast.therapy, by=cast.otto, reason="She rang")
    assert cover.break_glass and cover.kind == "read"
    assert cover.therapist == cover.granted_by == cast.otto
    assert cover.ends_at - cover.starts_at == timedelta(hours=1)
    assert AuditEvent.objects.latest("pk").action == "cover.glass_broken"


def test_ending_twice_keeps_the_first_time(cast):
    cover = cast.therapy.covers.get(therapist=cast.vera)
    cover.end(by=cast.tess)
    first = cover.ended_at
    cover.end(by=cast.tess)
    assert cover.ended_at == first
    assert cover not in Cover.objects.open()


def test_it_prints_its_kind_and_last_day(cast):
    cover = cast.therapy.covers.get(therapist=cast.vera)
    assert str(cover).startswith("Read, as a supervisor until 20")
