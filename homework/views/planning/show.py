"""The screen turned to the client, and the hour's summary for the health record."""

import re

from django.template.loader import render_to_string

from homework.hour import Hour
from homework.summary import Summary
from homework.views.planning.page import beside_the_yes, page

BLANKS = re.compile(r"\n\s*\n\s*\n+")


def show_client(request, therapy):
    """This therapy alone: no counts, no other names, no way to other pages but one."""
    hour = Hour(request.therapy)
    return page(request, "show.html", hour=hour, room=beside_the_yes(request, hour))


def summary(request, therapy):
    hour = Summary(request.therapy)
    text = render_to_string("homework/planning/summary.txt", {"summary": hour})
    answer = page(request, "summary.html", text=BLANKS.sub("\n\n", text).strip())
    hour.read(by=request.user)
    return answer
