"""A page with every component, for tests and pictures only. It needs no database."""

from datetime import date, time

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from config.charts import Week
from config.scales import ScaleField
from config.widgets import CheckChips, Code, Day, Paper, RadioChips, Time

GOAL = "have people round for dinner again"
STEPS = [
    {"title": "Answer when my sister calls", "state": "done", "note": "Done since 8 October"},
    {"title": "Coffee out with one friend", "state": "done", "note": "Done since 5 November"},
    {"title": "Invite one person for tea", "state": "now"},
    {"title": "Cook for two", "state": "next", "note": "Next"},
    {"title": "Soup night for four", "state": "next"},
]
MANY = [{"state": "done"}] * 5 + [{"state": "now"}] + [{"state": "next"}] * 6
DECISIONS = ["Keep", "Make easier", "Step up", "Change", "Take it elsewhere", "Finished"]
WEEKS = [
    Week("1 Oct", 3, 1, 4),
    Week("8", 4, 0, 4),
    Week("15", 2, 1, 4),
    Week("22", note="away"),
    Week("29", 4, 1, 6),
    Week("5 Nov", 5, 0, 6),
    Week("12", 4, 2, 7),
    Week("19", 5, 2, 9),
]
FEELING = [
    (date(2026, 9, 10), 2),
    (date(2026, 10, 1), 2),
    (date(2026, 10, 15), None),
    (date(2026, 11, 5), 4),
    (date(2026, 11, 19), 5),
]
TENSION = [
    ("6 Nov", 8, 6),
    ("9 Nov", 7, 5),
    ("13 Nov", 8, 4),
    ("17 Nov", 6, None),
    ("20 Nov", 3, 3),
]
PLACES = [("At home", 19), ("At work", 11), ("On the bus", 4), ("With family", 0)]
DAYS = ["done", "", "partly", "not_today", "done", "next", "next"]
PEOPLE = [
    {
        "name": "Priya Raman",
        "strong": "A note from Sunday",
        "why": "that nobody has read yet",
        "look": True,
        "days": ["done", "", "done", "partly", "", "", "not_today"],
        "day": "Wed 25 Nov",
        "time": "09:00",
    },
    {
        "name": "Maren Solberg",
        "why": "Report sent. Wants to talk about the interview",
        "days": ["done", "done", "partly", "done", "", "done", "done"],
        "day": "Today",
        "time": "14:00",
    },
    {"name": "Wes Carter", "why": "Invited on 20 November. Not opened yet"},
]
SHEET = {
    "title": "Say yes before I can think",
    "period": "Thursday 26 November to Thursday 3 December",
    "works": [
        {
            "title": "Ask one person one small question",
            "lines": ["After lunch, at my desk."],
            "smallest": "Smallest version: type it, and keep it as a draft. It counts as done.",
            "days": ["Thu 26", "Fri 27", "Sat 28", "Sun 29", "Mon 30", "Tue 1", "Wed 2"],
        }
    ],
    "care_label": "Go gently",
    "foot": [
        "Next time: Thursday 3 December, 15:00.",
        "If you need help now, call 020 7946 0111, day and night, or 112.",
    ],
}


class GalleryForm(forms.Form):
    day = forms.DateField(label="Which day?", widget=Day)
    at = forms.TimeField(label="At what time?", widget=Time, required=False)
    how = forms.ChoiceField(
        label="How did it go?",
        choices=[("done", "Done"), ("partly", "Partly"), ("not_today", "Not today")],
        widget=RadioChips,
    )
    hard = ScaleField(
        label="How hard was it?", top=4, low="0: easy", high="4: very hard", required=False
    )
    sure = ScaleField(
        label="How sure are you?", top=100, step=10, low="0 %: not at all", high="100 %: certain"
    )
    decision = forms.ChoiceField(
        label="And next week?",
        choices=[(word, word) for word in DECISIONS],
        widget=RadioChips(decide=True),
        required=False,
    )
    got_in_the_way = forms.MultipleChoiceField(
        label="What got in the way?",
        choices=[("tired", "Too tired"), ("busy", "A full day"), ("forgot", "It slipped my mind")],
        widget=CheckChips,
        required=False,
    )
    zone = forms.ChoiceField(
        label="Time zone", choices=[("", "Choose one"), ("Europe/London", "London")]
    )
    code = forms.CharField(label="The code", help_text="Six figures, from the e-mail.", widget=Code)
    password = forms.CharField(widget=forms.PasswordInput, help_text="At least ten characters.")
    note = forms.CharField(label="A few words", widget=Paper, required=False)
    private = forms.BooleanField(
        label="Keep these words to myself",
        help_text="Nobody will see this, even if you are in danger.",
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].who = {"reader": "Ana Silva", "when": "She reads it by Thursday."}


def context(request):
    form = (
        GalleryForm({"note": "My thumb was over the button."})
        if "wrong" in request.GET
        else GalleryForm()
    )
    return {
        "form": form, "goal": GOAL, "steps": STEPS, "many": MANY, "weeks": WEEKS,
        "feeling": FEELING, "tension": TENSION, "places": PLACES, "days": DAYS,
        "people": PEOPLE, "sheet": SHEET,
        "saved_at": time(13, 12),
    }  # fmt: skip


def page(template):
    return lambda request: render(request, template, context(request))


PAGES = [
    "today",
    "goals",
    "toolbox",
    "history",
    "report-index",
    "me",
    "caseload",
    "library",
    "away",
]
PAGES += ["clinic", "hat", "account_login", "account_logout", "leave"]
ERRORS = ["400", "403", "404", "429", "500"]
urlpatterns = [
    path("", page("front.html"), name="home"),
    path("help/", page("look/client.html"), name="help"),
    path("privacy/", page("look/client.html"), name="privacy"),
    path("look/client/", page("look/client.html")),
    path("look/staff/", page("look/staff.html")),
    path("look/form/", page("look/form.html")),
    path("look/empty/", page("look/empty.html")),
    path("look/sheet/", page("look/sheet.html")),
    path("look/elements/", page("look/elements.html")),
    path("look/draft/", lambda request: HttpResponse()),
    path("look/unsent/", lambda request: HttpResponse()),
    *[path(f"look/{code}/", page(f"{code}.html")) for code in ERRORS],
    *[path(f"{name}/", page("look/client.html"), name=name) for name in PAGES],
]
