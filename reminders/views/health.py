from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error as DatabaseError
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from prometheus_client import CONTENT_TYPE_LATEST

from accounts.ground.context import no_transaction
from reminders.health import flows
from reminders.metrics import as_text


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


@login_not_required
@no_transaction
@csrf_exempt
def metrics(request):
    """Counts for Prometheus, where the operator wants them. Without the token nothing is here."""
    if request.method not in ("GET", "HEAD") or not brings_token(request):
        raise Http404
    return HttpResponse(as_text(), content_type=CONTENT_TYPE_LATEST)


def brings_token(request):
    told, token = request.headers.get("Authorization", ""), settings.METRICS_TOKEN
    is_open = bool(settings.METRICS_PATH and token)
    return is_open and constant_time_compare(told, f"Bearer {token}")
