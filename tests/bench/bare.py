"""The limit: a Django with no middleware, one SELECT or one INSERT of one row a request."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpResponse
from django.urls import path

from config import env

settings.configure(
    SECRET_KEY="bare",  # noqa: S106
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    DATABASES={"default": env.database("DATABASE_URL", os.environ["DATABASE_URL"])},
    MIDDLEWARE=[],
)


def select(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM bench_row WHERE id = %s", [0])
        return HttpResponse(cursor.fetchone()[0])


def insert(request):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_row (words) VALUES (%s)", ["one row"])
    return HttpResponse("done")


urlpatterns = [path("select", select), path("insert", insert)]
application = get_wsgi_application()
