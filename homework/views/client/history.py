from uuid import UUID

from django.shortcuts import get_object_or_404, render

from homework.history import History
from homework.models import Review
from homework.views.client.today import read


def history(request):
    """Everything this client wrote, corrections, answers and when they were read."""
    page = {"history": History(request.user, before=read(UUID, request, "before"))}
    return render(request, "homework/client/history.html", page)


def feedback(request, review):
    """A therapist's answer to a week. Opening it is reading it."""
    answered = Review.objects.of_client(request.user).select_related("plan", "by", "therapy__lead")
    review = get_object_or_404(answered, pk=review)
    review.hear(by=request.user)
    page = {"review": review, "decisions": review.decisions.select_related("assignment")}
    return render(request, "homework/client/feedback.html", page)
