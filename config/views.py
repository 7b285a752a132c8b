"""The front door, and what a load balancer asks."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse
from django.shortcuts import redirect, render

from accounts.ground.context import no_transaction


@login_not_required
def home(request):
    """Signed out: what this is. Signed in: the page of the hat worn last."""
    if request.user.is_authenticated:
        return redirect(request.hats.home(request.user.last_hat))
    return render(request, "front.html")


@login_not_required
@no_transaction
def healthz(request):
    """Alive: says nothing about anything else."""
    return JsonResponse({"alive": True})


@login_not_required
def readyz(request):
    """Able to serve: the database answers and its tables are of this version."""
    executor = MigrationExecutor(connection)
    ready = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return JsonResponse({"ready": ready}, status=200 if ready else 503)
