"""Two people, one link, the same moment: on real transactions."""

import threading

import pytest
from django.db import connection
from django.test import Client

from accounts.models import Invitation, Therapy, User
from tests.accounts.conftest import JOINING
from tests.cast import clinic, member, person

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*jobs):
    barrier, answers = threading.Barrier(len(jobs)), []

    def run(job):
        barrier.wait()
        try:
            answers.append(job())
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[job]) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def invited():
    tess, harbour = person("tess"), clinic("Harbour")
    member(tess, harbour, is_therapist=True)
    therapy = Therapy.begin(clinic=harbour, lead=tess, client_name="Nils", by=tess)
    return Invitation.send_to_client(therapy, email="", by=tess)


def test_of_two_who_join_at_once_one_is_in():
    path = invited().link_path()
    addresses = [f"nils{number}@example.org" for number in range(4)]
    answers = at_once(
        *[
            lambda email=email: Client().post(path, {**JOINING, "email": email})
            for email in addresses
        ]
    )
    assert sorted(answer.status_code for answer in answers) == [302, 404, 404, 404]
    made = User.objects.filter(email__in=addresses)
    assert [user.therapies.count() for user in made] == [1]


def test_a_double_press_makes_one_person():
    path = invited().link_path()
    at_once(*[lambda: Client().post(path, {**JOINING, "email": "nils@example.org"})] * 2)
    assert User.objects.filter(email="nils@example.org").count() == 1
    assert Therapy.objects.filter(client__email="nils@example.org").count() == 1
