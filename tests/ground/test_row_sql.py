"""SQL about the outer row: it answers beside the row, and refuses where that has another name."""

import pytest
from django.db import models

from accounts.ground import RowSQL
from accounts.models import Therapy

LEAD = RowSQL("accounts_therapy", "accounts_therapy.lead_id", (), models.UUIDField())


@pytest.mark.django_db
def test_it_is_asked_of_each_row(cast):
    therapy = Therapy.objects.annotate(who=LEAD).get(pk=cast.therapy.pk)
    assert therapy.who == cast.tess.pk


@pytest.mark.django_db
def test_it_refuses_to_stand_in_a_subquery_where_it_could_mean_another_row(cast):
    asked = Therapy.objects.annotate(who=LEAD).filter(who=cast.tess.pk)
    with pytest.raises(NotImplementedError):
        list(Therapy.objects.filter(pk__in=asked.values("pk")))
