"""Querysets that are worded once: they go on asking with the values of the moment."""

import uuid
from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from accounts.ground.worded_once import worded_once
from accounts.models import Therapy, User

pytestmark = pytest.mark.django_db


@worded_once
def seen_by(user, since):
    seen = Therapy.objects.with_access(User(pk=user), since).filter(created_at__gte=since)
    return seen.select_related("clinic", "client").order_by("created_at")


@worded_once
def named(ids, since=None):
    those = Therapy.objects.filter(pk__in=ids).only("clinic", "client_name")
    return those.filter(created_at__gte=since) if since else those


LONG_AGO = timezone.now() - timedelta(days=9999)


def test_each_asks_with_their_own_values(cast):
    (own,) = (one for one in seen_by(user=cast.tess.pk, since=LONG_AGO) if one == cast.therapy)
    (same,) = (one for one in seen_by(user=cast.cleo.pk, since=LONG_AGO) if one == cast.therapy)
    assert (own.access, same.access) == ("lead", "client")
    assert not seen_by(user=cast.tess.pk, since=timezone.now() + timedelta(days=1))


def test_a_row_is_what_the_queryset_gives(cast, django_assert_num_queries):
    (row,) = (one for one in seen_by(user=cast.tess.pk, since=LONG_AGO) if one == cast.therapy)
    asked = Therapy.objects.select_related("clinic", "client").get(pk=cast.therapy.pk)
    with django_assert_num_queries(0):
        assert (row.clinic, row.client) == (asked.clinic, asked.client)
        assert row.client_name == asked.client_name
        assert row.created_at == asked.created_at


def test_what_is_left_out_is_read_where_it_is_asked_for(cast):
    (row,) = named(ids=[cast.therapy.pk])
    assert row.client_name == cast.therapy.client_name
    assert row.lead_id == cast.tess.pk


def test_lists_of_any_length_and_none_have_wordings_of_their_own(cast):
    assert named(ids=[cast.therapy.pk, uuid.uuid4()]) == [cast.therapy]
    assert named(ids=[uuid.uuid4()]) == []
    assert named(ids=[cast.therapy.pk], since=None) == [cast.therapy]
    assert named(ids=[cast.therapy.pk], since=timezone.now() + timedelta(days=1)) == []


def test_a_moment_of_the_clock_is_refused_for_it_would_be_kept(cast):
    @worded_once
    def kept(client):
        return Therapy.objects.filter(client=client, kept_until__gt=timezone.now())

    with pytest.raises(TypeError, match="hand it in"):
        kept(client=cast.cleo.pk)


def test_columns_beside_the_row_are_read_as_the_queryset_reads_them(cast):
    @worded_once
    def beside(pk):
        return Therapy.objects.filter(pk=pk).annotate(begun=F("accepted_at"))

    (row,) = beside(pk=cast.therapy.pk)
    assert row.begun == cast.therapy.accepted_at
