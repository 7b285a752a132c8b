from django.contrib.auth.decorators import login_not_required
from django.db import Error as DatabaseError
from django.http import JsonResponse

from accounts.ground.context import no_transaction
from reminders.health import flows


@login_not_required
@no_transaction
def flowing(request):
    """For whoever watches the server from outside: 503 when reminders do not leave. Whether,
    and nothing else: how many there are is for the clinics' admins."""
    try:
        told = flows()
    except DatabaseError:
        told = False
    return JsonResponse({"flowing": told}, status=200 if told else 503)
