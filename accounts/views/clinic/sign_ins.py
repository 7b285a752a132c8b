"""An admin ends somebody's sign-ins: a colleague's, or a client's."""

from django.contrib.auth import logout
from django.shortcuts import redirect


def own_ended(request, person_id):
    """Where to, if it was the admin's own: this sign-in has ended with the others."""
    if person_id != request.user.pk:
        return None
    logout(request)
    return redirect("home")
