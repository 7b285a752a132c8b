"""The known world of the tests. Tess treats Cleo; everybody else must see nothing of theirs.

Harbour is the clinic: Tess (therapist), Otto (another therapist, treats Carl), Vera (reads
Cleo's therapy as supervisor), Will (stands in for Tess), Ada (admin), Emil (a therapist whose
membership has ended). Zoe, Zack and Zara are therapist, client and admin of another clinic.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from accounts import privacy
from accounts.models import Clinic, Cover, Membership, Therapy, User
from goals.models import EndGoal
from homework.models import Assignment, TherapySession, WeekPlan


def person(name, **fields):
    fields = {"name": name.title(), "agreed_to": privacy.VERSION, **fields}
    user = User.objects.create_user(f"{name}@example.org", "correct-horse-9", **fields)
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user


def clinic(name):
    made = Clinic.objects.create(name=name)
    made.set_crisis_text(f"{name} night line: 020 7946 0111")
    return made


def member(user, clinic, **roles):
    """Staff have a second factor; without one they reach no staff page."""
    user.authenticator_set.get_or_create(type="totp", defaults={"data": {}})
    return Membership.objects.create(user=user, clinic=clinic, **roles)


def therapy(clinic, lead, client):
    begun = Therapy.begin(clinic=clinic, lead=lead, client_name=client.name, by=lead)
    begun.accept(client=client, by=client)
    return begun


def agreed_plan(therapy, by, *titles, **fields):
    plan = WeekPlan.prepare(therapy, by=by)
    plan.focus = "One small thing"
    plan.save(update_fields=["focus"])
    for place, title in enumerate(titles or ["Two buses"]):
        Assignment.objects.create(
            clinic=therapy.clinic,
            therapy=therapy,
            plan=plan,
            title=title,
            position=place,
            **{"target_count": 4, "smallest": "Look at the timetable", **fields},
        )
    plan.agree(by=by)
    return plan


def proposed_plan(therapy, by, title="Ask the driver"):
    """The plan after the running one, before the client for agreeing."""
    plan = WeekPlan.prepare(therapy, by=by)
    Assignment.objects.create(
        clinic=therapy.clinic, therapy=therapy, plan=plan, title=title, target_count=2
    )
    plan.propose(by=by)
    return plan


@dataclass
class Cast:
    tess: User
    cleo: User
    otto: User
    carl: User
    vera: User
    will: User
    ada: User
    emil: User
    zoe: User
    zack: User
    zara: User
    harbour: Clinic
    meadow: Clinic
    therapy: Therapy  # Tess and Cleo
    other: Therapy  # Otto and Carl
    far: Therapy  # Zoe and Zack, in Meadow
    goal: EndGoal
    step: object
    session: TherapySession
    plan: WeekPlan
    assignment: Assignment


def gather() -> Cast:
    names = ("tess", "cleo", "otto", "carl", "vera", "will", "ada", "emil", "zoe", "zack", "zara")
    people = {name: person(name) for name in names}
    harbour, meadow = clinic("Harbour"), clinic("Meadow")
    for name in ("tess", "otto", "vera", "will", "emil"):
        member(people[name], harbour, is_therapist=True)
    member(people["ada"], harbour, is_admin=True)
    member(people["zoe"], meadow, is_therapist=True)
    member(people["zara"], meadow, is_admin=True)
    ours = therapy(harbour, people["tess"], people["cleo"])
    other = therapy(harbour, people["otto"], people["carl"])
    far = therapy(meadow, people["zoe"], people["zack"])
    tomorrow = timezone.now() + timedelta(days=1)
    for name, kind in (("vera", Cover.Kind.READ), ("will", Cover.Kind.WRITE)):
        Cover.grant(
            therapy=ours, therapist=people[name], kind=kind, ends_at=tomorrow, by=people["tess"]
        )
    ended = member_of(people["emil"], harbour)
    Cover.grant(
        therapy=ours,
        therapist=people["emil"],
        kind=Cover.Kind.READ,
        ends_at=tomorrow,
        by=people["tess"],
    )
    ended.end(by=people["ada"])
    goal = EndGoal.name(ours, title="Take the bus to work", why="I miss town", by=people["tess"])
    step = goal.add_step("Wait at the stop", by=people["tess"], together=True)
    goal.add_step("Ride one stop", by=people["tess"], together=True)
    step.make_current(by=people["tess"])
    session = TherapySession.book(ours, starts_at=tomorrow, by=people["tess"])
    plan = agreed_plan(ours, people["tess"], "Two buses", step=step)
    return Cast(
        **people,
        harbour=harbour,
        meadow=meadow,
        therapy=ours,
        other=other,
        far=far,
        goal=goal,
        step=step,
        session=session,
        plan=plan,
        assignment=plan.assignments.get(),
    )


def member_of(user, clinic):
    return Membership.objects.get(user=user, clinic=clinic)
