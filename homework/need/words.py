"""Reasons in words. What is stored are codes and facts; a client's own words come as quotes."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homework.dates import plain_day, spoken_day
from homework.measures import measure
from homework.models import PracticeEntry

# The fact of a reason that names a row whose words the page may quote.
QUOTED = {
    "report_soon": "report",
    "report": "report",
    "report_read": "report",
    "change": "request",
    "homework_proposed": "proposal",
    "step_proposed": "step",
}
DAYS = ("on", "since", "by")
LONGEST_QUOTE = 56
FIRST_SENTENCE = re.compile(r"\W*[^.!?]*[.!?]?")


@dataclass(frozen=True)
class Line:
    """Why somebody stands where they stand: what is strong in it, and the rest."""

    text: str
    strong: str = ""


def line(code, facts, quotes):
    """One reason as a Line. `quotes` holds the client's words by the id of their row."""
    days = {name: date.fromisoformat(facts[name]) for name in DAYS if facts.get(name)}
    quote = quoted(quotes.get(facts.get(QUOTED.get(code)), ""))
    return SENTENCES[code]({**facts, **days, "quote": quote})


def quoted(words):
    """How somebody began, in quotation marks: a first sentence, or what a line holds of it."""
    said = next((each.strip() for each in words.splitlines() if each.strip()), "")
    said = FIRST_SENTENCE.match(said)[0].removesuffix(".")
    if len(said) > LONGEST_QUOTE:
        said = said[:LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(",;:–-. ") + "…"
    return _("“%(words)s”") % {"words": said} if said else ""


def flag(f):
    strong = _("A flag from %(day)s") % {"day": spoken_day(f["on"])}
    if f.get("passed"):
        return Line(_("that nobody answered in time. It passed to the deputy"), strong)
    return Line(_("that nobody has answered yet"), strong)


def note(f):
    day = {"day": spoken_day(f["on"]), "count": f["count"]}
    strong = ngettext("A note from %(day)s", "%(count)d notes, the last from %(day)s", f["count"])
    return Line(_("that nobody has read yet"), strong % day)


def new_note(f):
    text = ngettext(
        "A new note from %(day)s", "%(count)d new notes, the last from %(day)s", f["count"]
    )
    return Line(text % {"day": spoken_day(f["on"]), "count": f["count"]})


def bounce(f):
    words = {"day": plain_day(f["since"])}
    if f["problem"] == "unproved":
        text = _("since %(day)s: no mail goes to an address that is not proved") % words
    elif f["channel"] == "email":
        text = _("since %(day)s: no mail gets through to the mailbox") % words
    else:
        text = _("since %(day)s: the device takes none any more") % words
    return Line(text, _("Reminders do not arrive"))


def change(f):
    return Line(f["quote"], _("Asks for a change:") if f["quote"] else _("Asks for a change"))


def stalled(f):
    return Line(_("and %(sure)d%% sure beforehand") % {"sure": f["confidence"]}, silence(f) + ",")


def quiet(f):
    return Line(silence(f))


def silence(f):
    words = {"day": plain_day(f["since"])}
    if f.get("never"):
        return _("Nothing logged yet, with a plan since %(day)s") % words
    return _("Nothing logged since %(day)s") % words


def report_soon(f):
    at = timezone.localtime(datetime.fromisoformat(f["at"]))
    strong = _("Session at %(time)s, and a report to read") % {"time": date_format(at, "H:i")}
    return Line(f["quote"], strong + ":" * bool(f["quote"]))


def report(f):
    if f["quote"]:
        return Line(_("Report sent. Wants to talk about %(topic)s") % {"topic": f["quote"]})
    return Line(_("Report sent"))


def report_read(f):
    return Line(
        _("Report read: %(topic)s") % {"topic": f["quote"]} if f["quote"] else _("Report read")
    )


def measured(f):
    words = {"measure": measure(f["measure"]).name, "day": spoken_day(f["on"])}
    return Line(_("%(measure)s answered %(day)s") % words)


def homework_proposed(f):
    if f["quote"]:
        return Line(_("Proposes a homework: %(homework)s") % {"homework": f["quote"]})
    return Line(_("Proposes a homework"))


def step_proposed(f):
    return Line(_("Proposes a next step: %(step)s") % {"step": f["quote"]})


def consent(f):
    return Line(_("Under 18. Consent is asked again by %(day)s") % {"day": plain_day(f["by"])})


def leaving(f):
    words = {"day": plain_day(f["on"])}
    return Line(_("At the client’s wish the record is erased on %(day)s") % words)


def joined(f):
    return Line(_("Joined on %(day)s. It begins with the end goal") % {"day": plain_day(f["on"])})


def plan_waits(f):
    return Line(_("The week plan waits for a yes since %(day)s") % {"day": plain_day(f["since"])})


def obstacle(f):
    label = PracticeEntry.Obstacle(f["obstacle"]).label
    return Line(
        _("“%(obstacle)s”: %(times)d times in four weeks")
        % {"obstacle": label, "times": f["times"]}
    )


def practised(f):
    text = ngettext(
        "Practised on %(days)d of the last 7 days",
        "Practised on %(days)d of the last 7 days",
        f["days"],
    )
    return Line(text % f if f["days"] else _("Logged Not today this week"))


def new_plan(f):
    return Line(_("Week plan since %(day)s") % {"day": spoken_day(f["since"])})


def paused(f):
    return Line(_("Paused since %(day)s") % {"day": plain_day(f["on"])})


def invited(f):
    return Line(
        _("Invited on %(day)s. Not joined yet. Send again from the page")
        % {"day": plain_day(f["on"])}
    )


def invitation_ran_out(f):
    words = {"day": plain_day(f["on"])}
    return Line(_("The invitation of %(day)s has run out. Send again from the page") % words)


def fixed(words):
    """A reason that is the same sentence for everybody; `words` is asked at each showing."""
    return lambda f: Line(words())


SENTENCES = {
    "flag": flag,
    "note": note,
    "new_note": new_note,
    "bounce": bounce,
    "change": change,
    "stalled": stalled,
    "quiet": quiet,
    "report_soon": report_soon,
    "report": report,
    "report_read": report_read,
    "measured": measured,
    "homework_proposed": homework_proposed,
    "step_proposed": step_proposed,
    "consent": consent,
    "leaving": leaving,
    "joined": joined,
    "plan_waits": plan_waits,
    "obstacle": obstacle,
    "practised": practised,
    "new_plan": new_plan,
    "paused": paused,
    "invited": invited,
    "invitation_ran_out": invitation_ran_out,
    "no_plan": fixed(lambda: _("A session soon, and nothing planned until then")),
    "step_lacking": fixed(lambda: _("A step is done, and the next one has no name yet")),
    "not_invited": fixed(lambda: _("Not invited yet")),
    "on_paper": fixed(lambda: _("On paper. Results are entered together")),
    "resting": fixed(lambda: _("No week plan at the moment")),
    "as_planned": fixed(lambda: _("Practises as planned")),
    "sixth": fixed(lambda: _("Every sixth session: is the goal still right?")),
}
