"""How a page with a form is asked, and how it answers."""

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render


def sent(request):
    """What a form is bound to: the answers of a POST, however few; nothing for a GET."""
    return request.POST if request.method == "POST" else None


def form_page(request, template, context):
    """The page; 422 where a form on it comes back with what is wrong."""
    forms = (each for each in context.values() if isinstance(each, BaseForm))
    status = 422 if any(form.errors for form in forms) else 200
    return render(request, template, context, status=status)


def refusal(form):
    """What is wrong, in words alone: said beside what is being written."""
    words = dict.fromkeys(word for words in form.errors.values() for word in words)
    return HttpResponse(" ".join(words), status=422, content_type="text/plain; charset=utf-8")
