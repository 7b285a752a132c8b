"""How a page with a form is asked, and how it answers."""

from django.shortcuts import render


def sent(request):
    """What a form is bound to: the answers of a POST, however few; nothing for a GET."""
    return request.POST if request.method == "POST" else None


def form_page(request, template, context):
    """The page; 422 where its form comes back with what is wrong."""
    return render(request, template, context, status=422 if context["form"].errors else 200)
