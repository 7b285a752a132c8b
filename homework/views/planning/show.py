"""The screen turned to the client, and the hour's summary for the health record."""

from django.template.loader import render_to_string

from homework.hour import Hour
from homework.summary import Summary
from homework.views.planning.page import page


def show_client(request, therapy):
    """This therapy alone: no counts, no other names, no way to other pages but one."""
    return page(request, "show.html", hour=Hour(request.therapy))


def summary(request, therapy):
    found = Summary(request.therapy)
    text = render_to_string("homework/planning/summary.txt", {"summary": found})
    return page(request, "summary.html", summary=found, text=text)
