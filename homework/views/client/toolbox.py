from django.shortcuts import render

from homework.toolbox import Toolbox


def toolbox(request):
    """What this client has practised, and how it goes, for whenever it is wanted."""
    return render(request, "homework/client/toolbox.html", {"toolbox": Toolbox(request.user)})
