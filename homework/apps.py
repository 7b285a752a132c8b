from importlib import import_module

from django.apps import AppConfig


class HomeworkConfig(AppConfig):
    name = "homework"

    def ready(self):
        import_module("homework.receivers").connect()
        import_module("homework.sections").register()
