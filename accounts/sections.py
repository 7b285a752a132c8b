"""Sections that the rooms above hang into pages below: /me/, /clinic/, its settings, health and
data, /goals/, /toolbox/, Today ("today"), who can see now ("looked"), and where a plan is agreed:
on the phone ("agree"), in the room ("room").

Today shows its sections to whoever has an offer (`User.offer`): nobody else's visit costs a query.
At "step", what stands beside each step on Goals, `context` returns a section for each step's id.

A room registers in its AppConfig.ready():

    sections.register("me", "reminders", "reminders/me_section.html", context)

`context(request)` returns what the template prints as `section`, or None to leave it out.
On pages of a clinic, `request.clinic` is the clinic that is shown; at "agree" and "room" the
context is also given the `plan` and its `homework`.
"""

PLACES = (
    *("me", "clinic", "settings", "health", "data", "goals", "toolbox"),
    *("step", "agree", "room", "today", "looked"),
)
_registered = {place: {} for place in PLACES}


def register(place, name, template, context):
    """Add (or replace) the section `name` of a place."""
    _registered[place][name] = (template, context)


def sections(place, request, **about):
    """[{"name", "template", "section"}, …] in the order they were registered."""
    found = (
        (name, template, context(request, **about))
        for name, (template, context) in _registered[place].items()
    )
    return [
        {"name": name, "template": template, "section": section}
        for name, template, section in found
        if section is not None
    ]
