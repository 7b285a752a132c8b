#!/usr/bin/env python
"""Django's command line for Midweek."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        from django.core.management import execute_from_command_line

        from config.plainly import said_plainly
    except ModuleNotFoundError as error:
        sys.exit(
            f"This Python has no {error.name}. Use the one that has Midweek's packages: "
            "bin/midweek exec -- python manage.py …"
        )
    with said_plainly(sys.argv):
        execute_from_command_line(sys.argv)
