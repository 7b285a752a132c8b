"""The therapy itself: who was invited, who leads, who covers, whether it is paused or over."""

import hashlib
from datetime import timedelta

from accounts.models import (
    Cover,
    DeliveryProblem,
    Invitation,
    TherapistTerm,
    Therapy,
    TherapyAcceptance,
    TherapyEnding,
    TherapyPause,
)
from accounts.models.invitation import VALID_FOR

DAY = timedelta(days=1)


def write_therapy(t):
    """The therapy with the rows behind its state."""
    invited_at = invited(t)
    t.therapy = t.add(Therapy, client=t.client, lead=t.lead(), **facts(t), **states(t, invited_at))
    t.audit(t.lead(1), "therapy.begun", t.therapy, invited_at)
    write_terms(t, invited_at)
    if t.story.email:
        write_invitation(t, invited_at)
    if t.story.state == "invited":
        return
    write_acceptance(t)
    write_covers(t)
    write_state(t)
    write_problem(t)


def invited(t):
    if t.story.invited_days is not None:
        return t.now - DAY * t.story.invited_days
    return t.diary.session(1) - DAY * 9


def facts(t):
    days = t.story.consent_again_days
    return {
        "client_name": t.story.name,
        "own_crisis_text": t.story.crisis_text,
        "on_paper": not t.story.email,
        "under_18": t.story.under_18,
        "consented_by": t.story.consent_by,
        "ask_consent_again_on": None if days is None else t.diary.day_of(t.now + DAY * days),
    }


def states(t, invited_at):
    times = {"created_at": invited_at}
    if t.story.state != "invited":
        times["accepted_at"] = accepted(t)
    if t.story.state == "paused":
        times["paused_at"] = t.now - DAY * t.story.paused_days
    if t.story.state == "ended":
        times["ended_at"] = ended(t)
        times["kept_until"] = ended(t) + timedelta(days=366 * t.clinic.retention_years)
    return times


def accepted(t):
    """On the phone, six days before the first session; on paper, in it."""
    return t.diary.session(1) - (DAY * 6 if t.story.email else timedelta(minutes=-10))


def ended(t):
    return t.diary.session(t.diary.last + 1) + timedelta(minutes=45)


def write_terms(t, invited_at):
    if t.story.led_before is None:
        own = {"started_at": invited_at}
    else:
        _key, week, note = t.story.led_before
        handed = t.diary.session(week) - DAY * 2
        former = t.lead(1)
        term = {"therapist": former, "opened_by": former, "started_at": invited_at}
        t.add(TherapistTerm, therapy=t.therapy, ended_at=handed, **term)
        t.audit(former, "therapy.handed_over", t.therapy, handed, to=str(t.lead().pk))
        own = {"started_at": handed, "note": note}
    t.add(TherapistTerm, therapy=t.therapy, therapist=t.lead(), opened_by=t.lead(1), **own)


def write_invitation(t, invited_at):
    open_still = t.story.state == "invited"
    t.add(
        Invitation,
        therapy=t.therapy,
        email=t.story.email,
        invited_by=t.lead(1),
        mail_digest=secret(t, "mail"),
        link_digest=secret(t, "link"),
        created_at=invited_at,
        expires_at=invited_at + VALID_FOR,
        accepted_at=None if open_still else accepted(t),
        accepted_by=None if open_still else t.client,
    )


def secret(t, way):
    """The digest of a secret that nobody has: these links open nothing."""
    return hashlib.sha256(f"{t.rows.new_id()} {way}".encode()).hexdigest()


def write_acceptance(t):
    t.add(TherapyAcceptance, therapy=t.therapy, by=t.writer, at=accepted(t))
    t.audit(t.writer, "therapy.accepted", t.therapy, accepted(t))


def write_covers(t):
    for cover in t.story.covers:
        row = t.add(
            Cover,
            therapy=t.therapy,
            therapist=t.staff[cover.by],
            kind=cover.kind,
            starts_at=t.now + DAY * cover.from_days,
            ends_at=t.now + DAY * cover.to_days,
            granted_by=t.lead(),
            reason=cover.reason,
        )
        t.audit(t.lead(), "cover.granted", row, row.starts_at, kind=cover.kind)


def write_state(t):
    if t.story.state == "paused":
        t.add(TherapyPause, therapy=t.therapy, by=t.lead(), at=t.therapy.paused_at)
        t.audit(t.lead(), "therapy.paused", t.therapy, t.therapy.paused_at)
    if t.story.state == "ended":
        page = t.story.ending
        t.add(
            TherapyEnding,
            therapy=t.therapy,
            by=t.lead(),
            at=t.therapy.ended_at,
            what_helped=page.helped,
            early_signs=page.signs,
            what_i_will_do=page.will_do,
            whom_to_call=page.call,
        )
        t.audit(t.lead(), "therapy.ended", t.therapy, t.therapy.ended_at)


def write_problem(t):
    if t.story.bounced_days is not None:
        since = t.now - DAY * t.story.bounced_days
        code = "SMTPRecipientsRefused"
        t.add(DeliveryProblem, user=t.client, channel="email", code=code, since=since)
