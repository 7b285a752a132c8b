"""What homework tells the rooms above. Each is sent inside the verb's transaction."""

from django.dispatch import Signal

plan_proposed = Signal()
plan_agreed = Signal()
plan_closed = Signal()
assignment_withdrawn = Signal()
practice_logged = Signal()
practice_withdrawn = Signal()
session_changed = Signal()
report_sent = Signal()
review_finished = Signal()
# Anything else that may change who needs whom (an insight, a request, a note read).
therapy_touched = Signal()
