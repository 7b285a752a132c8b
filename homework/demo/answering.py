"""What client and therapist said to a week: the report, the review and its decisions."""

from datetime import timedelta

from homework.demo.planning import spans
from homework.models import Decision, Review, WeekReport

DAY = timedelta(days=1)
# A client this near to the session finds the report unread as yet.
READ_AHEAD = 4


def write_reports(t):
    for week, plan in t.plans.items():
        text = t.story.weeks[week - 1].report
        following = t.following(week)
        if text and plan.agreed_at and (t.is_over(following) or t.story.reported):
            write_report(t, plan, text, following)


def write_report(t, plan, text, following):
    sent_at, read_at = times(t, plan, following)
    row = t.add(
        WeekReport,
        therapy=t.therapy,
        plan=plan,
        topics=text,
        by=t.writer,
        sent_at=sent_at,
        read_at=read_at,
        read_by=t.lead(following) if read_at else None,
    )
    t.audit(t.writer, "report.sent", row, sent_at)
    if read_at:
        t.audit(t.lead(following), "report.read", row, read_at)


def times(t, plan, following):
    """Sent the evening before and read in the morning; of the present week lately."""
    if t.is_over(following):
        session = t.sessions[following].starts_at
        sent_at = t.later(session - DAY, 300) if t.client else session
        return max(sent_at, plan.agreed_at + DAY), session - timedelta(minutes=25 * bool(t.client))
    this_morning = t.diary.today_at("08:40")
    if this_morning < t.now and t.story.hour[0] < READ_AHEAD:
        return this_morning, None
    last_evening = t.diary.today_at("20:40", days=-1)
    read_at = last_evening + timedelta(hours=3)
    unread = t.story.hour[0] < READ_AHEAD or read_at > t.now
    return last_evening, None if unread else read_at


def write_reviews(t):
    for week, plan in t.plans.items():
        following = t.following(week)
        told = t.story.weeks[week - 1]
        if plan.agreed_at and t.is_over(following) and not told.unreviewed:
            write_review(t, week, plan, told, following)


def write_review(t, week, plan, told, following):
    session = t.sessions[following].starts_at
    by = t.lead(following)
    row = t.add(
        Review,
        therapy=t.therapy,
        plan=plan,
        by=by,
        fit=told.fit,
        feedback=told.feedback,
        quality=told.quality,
        begun_at=session + timedelta(minutes=4),
        finished_at=session + timedelta(minutes=38),
        client_read_at=read_by_client(t, session, following),
        edition=1,
    )
    t.audit(by, "review.finished", row, row.finished_at)
    for homework in t.story.homework:
        if week in spans(homework):
            write_decision(t, row, homework, week, following)


def read_by_client(t, session, following):
    """That evening or the next day; the newest answer is sometimes still new."""
    if t.client is None:
        return None
    newest = following == t.held[-1]
    if newest and not t.story.pinned and t.dice.random() < 0.3:
        return None
    at = t.later(session, t.dice.choice((240, 300, 1100)))
    return at if at < t.now else None


def write_decision(t, review, homework, week, following):
    """Kept while it goes on; its last week says what became of it."""
    goes_on = following in spans(homework)
    grows = any(other.grew_from == homework.title for other in t.story.homework)
    rests = not goes_on and not grows and homework.decision != "finished"
    t.add(
        Decision,
        review=review,
        assignment=t.assignments[week][homework.title],
        choice="keep" if goes_on else homework.decision,
        again="as_it_is" if goes_on else "not_now" if rests else "",
    )
