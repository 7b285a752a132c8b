"""The front door, and what a load balancer asks."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse
from django.shortcuts import redirect, render

from accounts.ground.context import no_transaction
from accounts.middleware.second_factor import ONWARD
from config import broker


@login_not_required
def home(request):
    """Signed out: what this is. Signed in: the page of the hat worn last."""
    if request.user.is_authenticated:
        if request.hats.second_factor and (waits := request.session.pop(ONWARD, None)):
            first, *later = waits
            if later:
                request.session[ONWARD] = later
            return redirect(first)
        return redirect(request.hats.home(request.user.last_hat))
    return render(request, "front.html")


@login_not_required
@no_transaction
def healthz(request):
    """Alive: says nothing about anything else."""
    return JsonResponse({"alive": True})


@login_not_required
@no_transaction
def readyz(request):
    """Able to serve. Redis is told of, not asked for: without it only reminders wait."""
    ready = is_ready()
    told = {"ready": ready, "redis": broker.answers(settings.REDIS_URL)}
    return JsonResponse(told, status=200 if ready else 503)


def is_ready():
    """The database answers, and its tables are of this version."""
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False
