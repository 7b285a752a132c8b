"""Which clinic an admin's page is about."""

from functools import wraps

from django.core.exceptions import PermissionDenied

from accounts.models import Clinic

CHOSEN = "clinic"


def of_admin(view):
    """Set `request.clinic` to the chosen clinic of this admin, and `request.clinics` to all."""

    @wraps(view)
    def about_clinic(request, *args, **kwargs):
        request.clinics = list(Clinic.objects.of_admin(request.user).order_by("name"))
        if not request.clinics:
            raise PermissionDenied  # Ended in this very moment.
        chosen = request.session.get(CHOSEN)
        chosen_first = sorted(request.clinics, key=lambda clinic: str(clinic.pk) != chosen)
        request.clinic = chosen_first[0]
        return view(request, *args, **kwargs)

    return about_clinic
