"""The addresses of a server whose operator has chosen a place."""

from django.urls import path

from accounts.operator import site
from config.urls import *  # noqa: F403
from config.urls import urlpatterns as usual

urlpatterns = [path("back-room/", site.urls), *usual]
