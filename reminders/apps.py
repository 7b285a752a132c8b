from importlib import import_module

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "reminders"

    def ready(self):
        import_module("reminders.receivers")
        import_module("reminders.bounces")
        import_module("reminders.devices")
        import_module("reminders.sections").register()
