"""Homework that clients thought of themselves, and what their therapists answered."""

from datetime import timedelta

from homework.models import HomeworkProposal

DAY = timedelta(days=1)


def write_proposals(t):
    for told in t.story.proposes:
        at = proposed_at(t, told)
        words = {"title": told.title, "words": told.words}
        row = t.add(
            HomeworkProposal,
            therapy=t.therapy,
            proposed_by=t.client,
            proposed_at=at,
            **words,
            **answered(t, told),
        )
        t.audit(t.client, "plan.homework_proposed", row, at)
        if row.answer:
            t.audit(
                row.answered_by, "plan.proposal_answered", row, row.answered_at, answer=row.answer
            )


def proposed_at(t, told):
    if told.week is None:
        return t.diary.today_at("19:45", days=-1)
    return t.later(t.sessions[told.week].starts_at + 3 * DAY, 90)


def answered(t, told):
    """In the next hour, while its plan was being made."""
    if told.week is None:
        return {}
    following = t.following(told.week)
    homework = t.assignments[following].get(told.became)
    return {
        "answer": "taken" if homework else "not_now",
        "answered_at": t.later(t.sessions[following].starts_at, 27),
        "answered_by": t.lead(following),
        "heard_at": t.later(t.sessions[following].starts_at, 45),
        "assignment": homework,
    }
