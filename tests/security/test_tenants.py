"""Three clinics live at random, beside a simple model of who may see whose words: the database
and the pages agree with it after each step, and no word turns up where it does not belong."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from accounts.models import Cover, Membership, Therapy
from goals.models import EndGoal
from homework.models import HomeworkProposal, TherapySession, WeekReport
from records.models import Copy
from reminders.calendar import feed_of
from tests.cast import agreed_plan, clinic, member, person, therapy
from tests.homework.presses import logged

# Whatever somebody of a clinic writes has its word in it.
CANARIES = {"a": "Zyphora", "b": "Quillon", "c": "Mirevex"}
SIDES = st.sampled_from("abc")
# Of each clinic: who leads, a deputy, the client.
NAMES = [who + side for side in "abc" for who in "ldk"]
STAFF = st.sampled_from([name for name in NAMES if name[0] != "k"])
CLIENTS_PAGES = ("/today/", "/history/", "/goals/", "/toolbox/", "/me/", "/me/looked/", "/report/")
STAFFS_PAGES = ("/caseload/", "/caseload/ended/", "/library/", "/away/", "/me/", "/help/")


@dataclass
class Side:
    lead: str
    client: str
    covers: dict = field(default_factory=dict)
    members: set = field(default_factory=set)
    is_open: bool = True

    def is_seen_by(self, name):
        if name == self.client:
            return True
        return name in self.members and (name == self.lead or name in self.covers.values())


class ThreeClinics(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        mail.outbox.clear()
        self.people = {name: person(name) for name in NAMES}
        self.clinics = {side: clinic(f"Clinic {side}") for side in "abc"}
        self.sides = {side: Side("l" + side, "k" + side) for side in "abc"}
        self.therapies, self.homework, self.visitors = {}, {}, {}
        for side in "abc":
            self.begin(side)
        for name, each in self.people.items():
            self.visitors[name] = Client(raise_request_exception=False)
            self.visitors[name].force_login(each)

    def begin(self, side):
        word, lead, client = CANARIES[side], self.people["l" + side], self.people["k" + side]
        client.name = f"Kim {word}"
        client.save(update_fields=["name"])
        for who in "ld":
            self.join(who + side, side)
        begun = self.therapies[side] = therapy(self.clinics[side], lead, client)
        goal = EndGoal.name(begun, title=f"Town {word}", why=word, by=lead)
        goal.add_step(f"Walk {word}", by=lead, together=True)
        hour = TherapySession.book(begun, starts_at=timezone.now(), by=lead)
        hour.write_insight(f"Fear passes {word}", by=lead)
        plan = agreed_plan(begun, lead, f"Two buses {word}", why=word, how=word)
        self.homework[side] = plan.assignments.get()

    def teardown(self):
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    def real(self, side):
        return Therapy.objects.get(pk=self.therapies[side].pk)

    def lead(self, side):
        return self.people[self.sides[side].lead]

    # --- what people write ---

    @rule(side=SIDES, private=st.booleans())
    def log(self, side, private):
        note = f"Note {CANARIES[side]}"
        said = {"private": private, "note": note, "where": note}
        logged(self.homework[side], self.people["k" + side], **said)

    @rule(side=SIDES)
    def report(self, side):
        if self.sides[side].is_open:
            topics = f"Sunday {CANARIES[side]}"
            WeekReport.send(self.homework[side].plan, topics=topics, by=self.people["k" + side])

    @rule(side=SIDES)
    def propose(self, side):
        if self.sides[side].is_open:
            title = f"Swim {CANARIES[side]}"
            HomeworkProposal.propose(self.real(side), title=title, by=self.people["k" + side])

    # --- who may look ---

    @rule(name=STAFF, side=SIDES)
    def join(self, name, side):
        """Somebody may work in several clinics."""
        if name not in self.sides[side].members:
            member(self.people[name], self.clinics[side], is_therapist=True)
            self.sides[side].members.add(name)

    @rule(name=STAFF, side=SIDES)
    def leave(self, name, side):
        if name in self.sides[side].members:
            place = Membership.objects.get(
                user=self.people[name], clinic=self.clinics[side], ended_at=None
            )
            place.end(by=self.people[name])
            self.sides[side].members.remove(name)

    @rule(name=STAFF, side=SIDES, kind=st.sampled_from(Cover.Kind.values))
    def cover(self, name, side, kind):
        """Also of somebody who does not work there: it opens nothing then."""
        facts = {"kind": kind, "ends_at": timezone.now() + timedelta(days=1)}
        made = Cover.grant(
            therapy=self.real(side), therapist=self.people[name], by=self.lead(side), **facts
        )
        self.sides[side].covers[made.pk] = name

    @rule(side=SIDES)
    def end_covers(self, side):
        for key in list(self.sides[side].covers):
            Cover.objects.get(pk=key).end(by=self.lead(side))
            del self.sides[side].covers[key]

    @rule(side=SIDES, to=st.sampled_from("ld"))
    def hand_over(self, side, to):
        self.real(side).hand_over(to=self.people[to + side], by=self.lead(side))
        self.sides[side].lead = to + side

    @rule(side=SIDES)
    def end(self, side):
        self.real(side).end(by=self.lead(side))
        self.sides[side].is_open = False

    # --- who looks ---

    @rule(name=st.sampled_from(NAMES), number=st.integers(0, 20))
    def look(self, name, number):
        pages = CLIENTS_PAGES if name[0] == "k" else STAFFS_PAGES + self.records()
        _status, text = self.page(name, pages[number % len(pages)])
        self.check(name, text)

    @rule(name=STAFF, side=SIDES)
    def open_the_record(self, name, side):
        status, text = self.page(name, f"/caseload/{self.therapies[side].pk}/")
        self.check(name, text)
        hats_off = not any(name in each.members for each in self.sides.values())
        if hats_off:
            assert status == 403
        elif not self.sides[side].is_seen_by(name):
            assert status == 404

    @rule(side=SIDES)
    def export(self, side):
        copy = Copy.ask(self.people["k" + side], "data")
        copy.make()
        copy.refresh_from_db()
        self.check("k" + side, bytes(copy.file).decode())
        assert CANARIES[side] in bytes(copy.file).decode()

    @rule(name=st.sampled_from(NAMES))
    def read_the_calendar(self, name):
        told = feed_of(self.people[name], timezone.now()).decode()
        assert not [word for word in CANARIES.values() if word in told]

    def records(self):
        return tuple(
            f"/caseload/{each.pk}/{page}"
            for each in self.therapies.values()
            for page in ("", "review/", "goals/", "sheet/")
        )

    def page(self, name, path):
        """What it writes is taken back, the person of its transaction with it."""
        cache.clear()
        with transaction.atomic():
            answer = self.visitors[name].get(path)
            transaction.set_rollback(True)
        assert answer.status_code < 500
        return answer.status_code, answer.text

    def check(self, name, text):
        for side, word in CANARIES.items():
            assert word not in text or self.sides[side].is_seen_by(name), (name, side)

    # --- what always holds ---

    @invariant()
    def everybody_sees_what_is_theirs_and_nothing_else(self):
        sides = {self.therapies[side].pk: side for side in "abc"}
        for name, each in self.people.items():
            seen = {sides[row.pk] for row in Therapy.objects.visible_to(each)}
            assert seen == {side for side in "abc" if self.sides[side].is_seen_by(name)}, name

    @invariant()
    def no_mail_tells_a_word(self):
        for letter in mail.outbox:
            told = f"{letter.subject} {letter.body} {letter.from_email} {letter.alternatives}"
            assert not [word for word in CANARIES.values() if word in told]


@pytest.mark.django_db
def test_three_clinics_see_what_is_theirs():
    modest = settings(max_examples=8, stateful_step_count=30, deadline=None, derandomize=True)
    run_state_machine_as_test(ThreeClinics, settings=modest)
