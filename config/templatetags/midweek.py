"""The components of the interface as tags. Each takes plain data; notes on use are beside it."""

from functools import lru_cache

from django import template
from django.template.defaultfilters import stringfilter
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from config.charts import Dumbbells, Line, WeekBars, tally
from config.folding import fixed_tag
from config.form_errors import linked_errors
from config.icons import counted, drawn
from config.navigation import CLIENT, links, staff_names
from config.staircase import Mini, Staircase
from config.weeks import in_words, shapes

register = template.Library()
MOST_DOTS = 10


@register.simple_tag
@fixed_tag
def icon(name, size=20):
    """A picture beside words: {% icon "check" %}. Hidden from screen readers, so never alone."""
    return mark_safe(drawn(str(name), size))  # noqa: S308 - our own files and lucide's


@register.simple_tag
def counted_icon(count):
    """The address of the tab's icon with a number on it."""
    return mark_safe(counted(count))  # noqa: S308 - our own file, and a number


@register.simple_tag(takes_context=True)
def client_bar(context):
    """The bottom bar, in the thumb's reach."""
    marked = tuple((link["url"], link["current"]) for link in links(CLIENT, _path(context)))
    return drawn_bar(get_language(), marked)


@lru_cache(maxsize=64)
def drawn_bar(_language, marked):
    """Drawn once for each present page: it is on every page and changes with nothing else."""
    rows = [
        {"url": url, "current": current, "icon": icon, "label": label}
        for (url, current), (_name, icon, label) in zip(marked, CLIENT, strict=True)
    ]
    return template.loader.render_to_string("components/bar.html", {"links": rows})


@register.inclusion_tag("components/staff_nav.html", takes_context=True)
def staff_nav(context):
    """The top line's links for the hats this person wears, and the one they have on."""
    names = staff_names(context["worn"], getattr(context.get("request"), "hat", ""))
    return {"links": links(names, _path(context))}


def _path(context):
    return context["request"].path if "request" in context else ""


@register.inclusion_tag("components/toward.html")
def toward(number, total, goal):
    """Step 2 of 5 toward …: the small staircase beside a homework."""
    return {"number": number, "total": total, "goal": goal, "mini": Mini(number, total)}


@register.simple_tag
def staircase(steps, label="", hidden=False):
    """The full picture. `steps` have a `state`: "done", "now" or "next", first step first."""
    states = tuple(_of(step, "state") for step in steps)
    return drawn_stairs(states, str(label), bool(hidden), get_language())


@lru_cache(maxsize=512)
def drawn_stairs(states, label, hidden, language):
    """Five steps with the third one in hand look the same for everybody."""
    picture = {"picture": Staircase(list(states)), "label": label, "hidden": hidden}
    return template.loader.render_to_string("components/staircase.html", picture)


@register.inclusion_tag("components/staircase.html")
def front_stairs(label, hidden=False):
    """The staircase of the front page: two steps done, the figure on the third."""
    states = ["done", "done", "now", "next", "next"]
    return {"picture": Staircase(states), "label": label, "hidden": hidden}


@register.simple_tag
def stairs_ahead():
    """Stairs that nobody has climbed yet, where a page is still empty."""
    return drawn_stairs(("next",) * 5, "", True, get_language())


@register.simple_tag
def front_week():
    """A week as the front page shows it."""
    return week(["done", "", "partly", "done", "done", "", "not_today"], big=True)


@register.inclusion_tag("components/steps.html", takes_context=True)
def steps_in_words(context, steps):
    """The same in words, the goal's end on top; steps have `title`, `state`, `note`, `beside`."""
    steps = [
        {
            "number": number,
            "title": _of(step, "title"),
            "state": _of(step, "state"),
            "note": _of(step, "note"),
            "beside": _of(step, "beside"),
        }
        for number, step in enumerate(steps, 1)
    ]
    return {"steps": steps[::-1], "request": context.get("request")}


def _of(thing, name):
    return thing.get(name) if isinstance(thing, dict) else getattr(thing, name, None)


@register.inclusion_tag("components/dots.html")
def dots(done, planned=0, new=False, words=""):
    """Counts that only rise. `new` rings the last one, after a press."""
    circles = ["in"] * done + ["open"] * max(planned - done, 0)
    if new and done:
        circles[done - 1] = "new"
    return {
        "circles": circles if len(circles) <= MOST_DOTS else [],
        "done": done,
        "planned": planned,
        "words": words,
    }


@register.simple_tag
def week(days, label="", big=False):
    """Days as shapes: "done", "partly", "not_today", "next" (to come) or "" (not logged)."""
    return drawn_week(tuple(days), str(label), bool(big), get_language())


@lru_cache(maxsize=4096)
def drawn_week(days, label, big, language):
    """A caseload shows the same few shapes on line after line."""
    picture = {"days": shapes(days), "label": label or in_words(days), "big": big}
    return template.loader.render_to_string("components/week.html", picture)


@register.inclusion_tag("components/who.html", takes_context=True)
def who(context, reader="", when="", private=False, help_url=""):
    """Who reads what is written here, and when. No reader: nobody reads it now."""
    return {
        "reader": reader,
        "when": when,
        "private": private,
        "help_url": help_url or context.get("help_url") or "/help/",
    }


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms):
    """ "There is a problem", with a link to each field. Give it every form of the page."""
    return {"errors": [error for form in forms if form for error in linked_errors(form)]}


@register.inclusion_tag("components/chart_weeks.html")
def weeks_chart(weeks, title, note=""):
    """`weeks`: things with label, done, partly, planned and note (config.charts.Week)."""
    return {"chart": WeekBars(weeks), "title": title, "note": note}


@register.inclusion_tag("components/chart_line.html")
def line_chart(points, title, note="", top=10, gap=None, lacking=""):
    """`points`: (date, value or None for a gap), in order; `gap`: days that break the line."""
    told = {"title": title, "note": note, "top": top, "lacking": lacking}
    return {"chart": Line(points, top, gap), **told}


@register.inclusion_tag("components/chart_before_after.html")
def before_after_chart(rows, title, note="", top=10):
    """`rows`: (label, before, after); either may be None."""
    return {"chart": Dumbbells(rows, top), "title": title, "note": note}


@register.inclusion_tag("components/chart_before_after.html")
def sure_and_logged_chart(rows, title, note=""):
    """`rows`: (homework, how sure, how much of it was logged), in percent."""
    heads = {"about": _("Homework"), "ring": _("Sure"), "dot": _("Logged"), "unit": " %"}
    return {"chart": Dumbbells(rows, 100), "title": title, "note": note, **heads}


@register.inclusion_tag("components/chart_tally.html")
def tally_chart(rows, title, note=""):
    """`rows`: (label, count)."""
    return {"rows": tally(rows), "title": title, "note": note}


@register.filter
def times(number):
    """1 to `number`, to walk over in a template."""
    return range(1, number + 1)


@register.filter
def minutes(seconds):
    return max(round(seconds / 60), 1)


@register.filter(is_safe=True)
@stringfilter
def sentence(words):
    """With a full stop at its end, where it has no end of its own."""
    return words if words[-1:] in ".!?…" else f"{words}."


@register.filter
def clock(seconds):
    """90 as 1:30."""
    return f"{seconds // 60}:{seconds % 60:02}"


@register.simple_block_tag
def knot(content, kind, when="", state=""):
    """One knot of the golden thread; `state` is "", "now" or "open" (still to come)."""
    return template.loader.render_to_string(
        "components/knot.html", {"content": content, "kind": kind, "when": when, "state": state}
    )
