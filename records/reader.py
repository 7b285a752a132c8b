"""Everything of one client in plain dicts: docs/export.md says what each key holds."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homework.said import said
from records.bringing.again import piece_of

SCHEMA, VERSION = "midweek-export", 1


def record_of(user, therapies):
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "written_at": timezone.now(),
        "name": user.name,
        "consents": [of_consent(each) for each in user.consents.order_by("at")],
        "therapies": [of_therapy(therapy) for therapy in therapies],
    }


def of_consent(consent):
    """To which words of the privacy page they said yes."""
    return columns(consent, "version", "language", "at")


def choice(row, name):
    """A code, for machines, with its words, for people; None where nothing was chosen."""
    code = getattr(row, name)
    return {"code": code, "words": str(getattr(row, f"get_{name}_display")())} if code else None


def columns(row, *names):
    return {name: getattr(row, name) for name in names}


def of_therapy(therapy):
    return {
        "clinic": therapy.clinic.name,
        "therapist": therapy.lead.name,
        **columns(therapy, "accepted_at", "paused_at", "ended_at"),
        "goals": [of_goal(goal) for goal in therapy.goals.all()],
        "sessions": [
            columns(each, "starts_at", "minutes", "cancelled_at", "missed_at")
            for each in therapy.sessions.all()
        ],
        "insights": [columns(each, "text", "at") for each in therapy.insights.all()],
        "proposals": [of_proposal(each) for each in therapy.proposals.all()],
        "plans": [of_plan(plan) for plan in therapy.plans.all()],
        "measures": [of_measure(each) for each in therapy.measure_results.all()],
        "brought": [of_brought(each) for each in therapy.brought.all()],
        "ending": of_ending(getattr(therapy, "ending", None)),
    }


def of_brought(brought):
    """As it was in the file it came from: in words, and as a piece that can be brought on."""
    told = {"kind": choice(brought, "kind"), "origin": brought.origin, "at": brought.at}
    return told | {"title": brought.title, "said": brought.told, "piece": piece_of(brought)}


def name_of(user):
    return user and user.name


def of_ending(ending):
    words = ("what_helped", "early_signs", "what_i_will_do", "whom_to_call")
    return ending and columns(ending, "at", *words)


def of_goal(goal):
    ratings = [columns(rating, "value", "rated_on") for rating in goal.ratings.all()]
    return {
        **columns(goal, "title", "why", "how_known", "created_at", "closed_at"),
        "closed_as": choice(goal, "closed_as"),
        "steps": [of_step(step) for step in goal.steps.all()],
        "ratings": ratings,
    }


def of_step(step):
    told = columns(step, "title", "created_at", "agreed_at", "is_current", "closed_at")
    proposed = {"proposed_by": name_of(step.proposed_by), "first_done_at": step.first_done_at}
    return told | proposed | {"closed_as": choice(step, "closed_as")}


def of_proposal(proposal):
    became = proposal.assignment
    # In a plan that is still being made it is the therapist's, and not said yet.
    is_said = became and (became.plan.proposed_at or became.plan.agreed_at)
    return {
        **columns(
            proposal, "title", "words", "proposed_at", "withdrawn_at", "answered_at", "heard_at"
        ),
        "answered_by": name_of(proposal.answered_by),
        "answer": choice(proposal, "answer"),
        "became": became.title if is_said else None,
    }


def of_measure(result):
    """What was answered, and what was done about a flag."""
    flag = getattr(result, "flag", None)
    words = ("raised_at", "answered_at", "what_was_done")
    return {
        "measure": result.asked.name,
        "loinc": result.asked.loinc,
        **columns(result, "practice_date", "done_at", "received_at", "score", "read_at"),
        "withdrawn_at": result.withdrawn_at,
        "top": result.asked.top,
        "read_by": name_of(result.read_by),
        **by(result),
        "answers": pairs(result.said),
        "flag": flag and columns(flag, *words) | {"answered_by": name_of(flag.answered_by)},
    }


def of_plan(plan):
    beside = ("report", "review", "agreement")
    report, review, agreed = (getattr(plan, name, None) for name in beside)
    wishes = plan.change_requests.all()
    return {
        **columns(plan, "focus", "proposed_at", "agreed_at", "starts_on", "closed_at"),
        "closed_as": choice(plan, "closed_reason"),
        "agreed_in_the_room": agreed and agreed.in_the_room,
        "messages_a_day": agreed and agreed.messages_a_day,
        "steps": [each.step.title for each in plan.plan_steps.all()],
        "wishes": [columns(wish, "text", "at", "answered_at") for wish in wishes],
        "homework": [of_homework(each) for each in plan.assignments.all()],
        "report": report and of_report(report),
        "review": review and of_review(review),
    }


def of_homework(homework):
    words = ("title", "why", "how", "example", "smallest", "care", "when", "where", "after_what")
    return {
        **columns(homework, *words, "obstacle", "obstacle_plan", "confidence", "withdrawn_at"),
        **columns(homework, "begun_in_session", "proposed_by_client", "remind_at", "rating_label"),
        "target": {
            "kind": choice(homework, "target_kind"),
            "count": homework.target_count,
            "weekdays": homework.weekdays,
            "date": homework.target_date,
            "words": homework.how_much,
        },
        "skill": homework.skill and homework.skill.name,
        "step": homework.step and homework.step.title,
        "insight": homework.insight and homework.insight.text,
        "questions": homework.prompts,
        "agreed": pairs(agreed_on(homework)),
        "entries": [of_entry(entry, homework) for entry in homework.entries.all()],
    }


def agreed_on(homework):
    """What was agreed, as people read it: each answer with its question."""
    sure = homework.confidence
    asked = [prompt["question"] for prompt in homework.prompts]
    at = homework.remind_at and date_format(homework.remind_at, "H:i")
    told = [
        (_("For the step"), homework.step and homework.step.title),
        (_("Why it helps"), homework.why),
        (_("How to do it"), homework.how),
        (_("An example"), homework.example),
        (_("Smallest version"), homework.smallest),
        (_("Go gently"), homework.care),
        (_("How often"), homework.how_much),
        (_("When and where"), homework.cue),
        (_("What might get in the way"), homework.obstacle),
        (_("Then I will"), homework.obstacle_plan),
        (_("How sure I was"), "" if sure is None else f"{sure} %"),
        (_("Its worksheet asks"), "\n".join(asked)),
        (_("Rated before and after"), homework.rating_label),
        (_("It carries the insight"), homework.insight and homework.insight.text),
        (_("Reminder at"), at),
    ]
    return [(question, answer) for question, answer in told if answer]


def pairs(told):
    return [{"question": question, "answer": answer} for question, answer in told]


def of_wording(wording):
    told = columns(wording, "words", "was_private", "replaced_at")
    return told | {"state": wording.state_word, "said": pairs(wording.said)}


def of_entry(entry, homework):
    words = ("where", "with_whom", "difficulty", "before", "after", "obstacle_words", "answers")
    feedback = getattr(entry, "feedback", None)
    return {
        **columns(entry, "practice_date", "done_at", "zone", "smallest", *words, "note"),
        "state": choice(entry, "state"),
        "helped": choice(entry, "helped"),
        "obstacle": choice(entry, "obstacle"),
        **columns(entry, "private", "received_at", "corrected_at", "opened_at", "withdrawn_at"),
        **by(entry),
        "said": pairs(said(entry, homework)),
        "earlier": [of_wording(each) for each in entry.wordings.all()],
        "feedback": feedback
        and columns(feedback, "text", "suggestion", "at", "read_at") | by(feedback),
    }


def by(row):
    return {"by": row.by.name}


def of_report(report):
    return {
        **columns(report, "topics", "sent_at", "amended_at", "read_at"),
        "read_by": name_of(report.read_by),
        "earlier": [columns(each, "topics", "replaced_at") for each in report.versions.all()],
    }


def of_review(review):
    decisions = [
        {
            "homework": each.assignment.title,
            "choice": choice(each, "choice"),
            "again": choice(each, "again"),
        }
        for each in review.decisions.all()
    ]
    told = columns(review, "feedback", "fit", "finished_at", "client_read_at")
    return told | by(review) | {"quality": choice(review, "quality"), "decisions": decisions}
