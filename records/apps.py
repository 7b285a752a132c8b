from importlib import import_module

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "records"

    def ready(self):
        import_module("records.receivers")
        import_module("records.sections").register()
