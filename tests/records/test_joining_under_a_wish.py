"""A client joins, and asks for their end or takes it back, at one moment: on real transactions."""

import pytest
from django.db import transaction

from accounts.models import Therapy
from records.models import Erasure
from tests import cast as casting
from tests.threads import overlap

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("joins_first", [True, False])
@pytest.mark.parametrize("wish", ["asked", "taken back"])
def test_a_record_has_its_day_if_a_wish_waits(wish, joins_first):
    here, tess, cleo = casting.clinic("Harbour"), casting.person("tess"), casting.person("cleo")
    therapy = Therapy.begin(clinic=here, lead=tess, client_name="Cleo", by=tess)
    before = Erasure.ask(by=cleo)[0] if wish == "taken back" else None

    def says():
        before.undo(by=cleo) if before else Erasure.ask(by=cleo)

    def joins():
        Therapy.objects.get(pk=therapy.pk).accept(client=cleo, by=cleo)

    first, second = (joins, says) if joins_first else (says, joins)

    def kept_late(pause):
        with transaction.atomic():
            first()
            pause()

    overlap(kept_late, second)
    waits = Erasure.objects.waiting_of(cleo)
    day = Therapy.objects.get(pk=therapy.pk, client=cleo).leaves_at
    assert day == (waits.due_at if waits else None) and bool(waits) == (wish == "asked")
