"""Two clinics live at random, beside a simple model of them: they always agree."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from accounts.models import Clinic, Cover, Therapy, User
from goals.models import EndGoal
from goals.models import Step as RealStep
from homework import card_rows
from homework.models import Assignment, PracticeEntry, WeekPlan
from tests.cast import member, therapy
from tests.homework.models.simple import Entry, Simple, Step
from tests.homework.presses import logged

sides = st.sampled_from(["a", "b"])
numbers = st.integers(0, 9)
DAY = timedelta(days=1)


class TwoClinics(RuleBasedStateMachine):
    """Clinic a has lead la, deputy da and client ca; clinic b has lb, db and cb."""

    def __init__(self):
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        names = [who + side for side in "ab" for who in "ldc"]
        self.people = {name: User.objects.create_user(None, name=name) for name in names}
        self.works_in = {name: name[1] for name in names if name[0] != "c"}
        self.therapies, self.simple, self.goals, self.memberships = {}, {}, {}, {}
        for side in "ab":
            self.found(side)
        self.doors_moved = True

    def found(self, side):
        clinic = Clinic.objects.create(name=side)
        lead, deputy, client = (self.people[who + side] for who in "ldc")
        for person in (lead, deputy):
            self.memberships[person.name] = member(person, clinic, is_therapist=True)
        self.therapies[side] = therapy(clinic, lead, client)
        self.goals[side] = EndGoal.name(self.therapies[side], title="Town", by=lead)
        self.simple[side] = Simple(side, client=client.name, lead=lead.name)

    def teardown(self):
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    def real(self, side):
        return Therapy.objects.get(pk=self.therapies[side].pk)

    def lead(self, side):
        return self.people[self.simple[side].lead]

    def client(self, side):
        return self.people["c" + side]

    def is_open(self, side):
        return self.simple[side].is_open

    # --- plans ---

    @rule(side=sides)
    def prepare(self, side):
        simple = self.simple[side]
        if not simple.is_open:
            return
        plan = WeekPlan.prepare(self.real(side), by=self.lead(side))
        if simple.preparing is None:
            facts = {"clinic": plan.clinic, "therapy": plan.therapy, "target_count": 3}
            Assignment.objects.create(plan=plan, title="Two buses", **facts)
            simple.preparing = plan.pk
        assert plan.pk == simple.preparing

    @rule(side=sides, verb=st.sampled_from(["propose", "take_back"]))
    def lay_before(self, side, verb):
        if key := self.simple[side].preparing:
            getattr(WeekPlan.objects.get(pk=key), verb)(by=self.lead(side))
            self.simple[side].proposed = verb == "propose"

    @rule(side=sides, in_the_room=st.booleans())
    def agree(self, side, in_the_room):
        if key := self.simple[side].preparing:
            by = self.lead(side) if in_the_room else self.client(side)
            WeekPlan.objects.get(pk=key).agree(by=by)
            self.simple[side].agree()

    # --- practice ---

    @rule(side=sides, state=st.sampled_from(PracticeEntry.State.values), private=st.booleans())
    def log(self, side, state, private):
        rows = card_rows.of_day(self.client(side), timezone.localdate())
        if not rows:
            return
        homework = rows[0][0]
        entry = logged(homework, self.client(side), state, private=private, note="Two")
        hidden = private or not self.is_open(side)
        self.simple[side].entries[entry.pk] = Entry(state, hidden)

    @precondition(lambda self: any(each.entries for each in self.simple.values()))
    @rule(
        number=numbers,
        verb=st.sampled_from(["make_private", "share", "withdraw", "restore", "open", "correct"]),
        state=st.sampled_from(PracticeEntry.State.values),
    )
    def change(self, number, verb, state):
        known = [(side, key) for side in "ab" for key in self.simple[side].entries]
        side, key = known[number % len(known)]
        simple, rows = self.simple[side].entries[key], PracticeEntry.objects.filter(pk=key)
        if verb == "open":
            simple.opened |= bool(rows.unread().mark_heard(by=self.lead(side)))
        elif verb == "correct":
            rows.get().correct(state=state, by=self.client(side))
            simple.state = state
        else:
            getattr(rows.get(), verb)(by=self.client(side))
            simple.withdrawn = {"withdraw": True, "restore": False}.get(verb, simple.withdrawn)
            shared = verb == "share" and self.is_open(side)
            simple.private = (simple.private or verb == "make_private") and not shared

    # --- steps ---

    @rule(side=sides, by_client=st.booleans(), together=st.booleans())
    def propose_step(self, side, by_client, together):
        by = self.client(side) if by_client else self.lead(side)
        step = self.goals[side].add_step("Ride", by=by, together=together)
        said_yes = {"c", "t"} if together else {"c" if by_client else "t"}
        self.simple[side].steps[step.pk] = Step(said_yes)
        self.simple[side].order.append(step.pk)

    @precondition(lambda self: any(each.steps for each in self.simple.values()))
    @rule(
        number=numbers,
        verb=st.sampled_from(["agree", "make_current", "close", "reopen", "move_to"]),
        place=st.integers(1, 5),
    )
    def change_step(self, number, verb, place):
        known = [(side, key) for side in "ab" for key in self.simple[side].steps]
        side, key = known[number % len(known)]
        said = {"close": ["done"], "move_to": [place]}.get(verb, [])
        getattr(RealStep.objects.get(pk=key), verb)(*said, by=self.lead(side))
        simple = self.simple[side]
        {
            "agree": lambda: simple.steps[key].said_yes.add("t"),
            "make_current": lambda: simple.stand_on(key),
            "close": lambda: simple.close(key),
            "reopen": lambda: setattr(simple.steps[key], "closed", False),
            "move_to": lambda: simple.move(key, place),
        }[verb]()

    # --- who may look ---

    @rule(side=sides, name=st.sampled_from(["da", "db"]), kind=st.sampled_from(Cover.Kind.values))
    def cover(self, side, name, kind):
        who = {"therapist": self.people[name], "by": self.lead(side), "kind": kind}
        ends_at = timezone.now() + DAY
        cover = Cover.grant(therapy=self.real(side), ends_at=ends_at, **who)
        self.simple[side].covers[cover.pk] = name
        self.doors_moved = True

    @rule(side=sides)
    def end_cover(self, side):
        if covers := self.simple[side].covers:
            key, _name = covers.popitem()
            Cover.objects.get(pk=key).end(by=self.lead(side))
            self.doors_moved = True

    @rule(side=sides, to=st.sampled_from("ld"))
    def hand_over(self, side, to):
        self.real(side).hand_over(to=self.people[to + side], by=self.lead(side))
        self.simple[side].lead = to + side
        self.doors_moved = True

    @rule(name=st.sampled_from(["da", "db", "la"]))
    def leave(self, name):
        self.memberships[name].end(by=self.people[name])
        self.works_in.pop(name, None)
        self.doors_moved = True

    @rule(side=sides)
    def end(self, side):
        self.real(side).end(by=self.lead(side))
        self.simple[side].end()
        self.doors_moved = True

    # --- what always holds ---

    @invariant()
    def at_most_one_plan_runs_and_one_is_prepared(self):
        for side, simple in self.simple.items():
            plans = WeekPlan.objects.filter(therapy=self.therapies[side])
            assert [plan.pk for plan in plans.running()] == list(filter(None, [simple.running]))
            prepared = [plan.pk for plan in plans.in_preparation()]
            assert prepared == list(filter(None, [simple.preparing]))
            assert plans.awaiting_client().exists() is (simple.proposed and bool(prepared))

    @invariant()
    def one_stands_on_one_step_in_an_order_without_gaps(self):
        for side, simple in self.simple.items():
            steps = list(RealStep.objects.filter(goal=self.goals[side]).order_by("position"))
            assert [step.pk for step in steps] == simple.order
            assert [step.position for step in steps] == list(range(1, len(steps) + 1))
            current = [step.pk for step in steps if step.is_current]
            assert current == list(filter(None, [simple.current]))

    @invariant()
    def everybody_sees_what_is_theirs_and_nothing_else(self):
        if not self.doors_moved:
            return
        self.doors_moved = False
        sides = {self.therapies[side].pk: side for side in "ab"}
        for name, person in self.people.items():
            seen = {sides[each.pk] for each in Therapy.objects.visible_to(person)}
            meant = [s for s in "ab" if self.simple[s].visible_to(name, self.works_in)]
            assert sorted(seen) == meant

    @invariant()
    def others_know_of_what_they_may(self):
        known = {entry.pk for entry in PracticeEntry.objects.for_staff()}
        entries = [pair for each in self.simple.values() for pair in each.entries.items()]
        assert known == {key for key, entry in entries if entry.known_to_staff}

    @invariant()
    def no_key_leads_into_the_other_clinic(self):
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


@pytest.mark.django_db
def test_two_clinics_that_live_at_random_keep_their_promises():
    modest = settings(max_examples=10, stateful_step_count=25, deadline=None, derandomize=True)
    run_state_machine_as_test(TwoClinics, settings=modest)
