from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self):
        import_module("accounts.receivers")
        import_module("accounts.sign_in_trail")
