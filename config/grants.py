"""What the application's database role may do: rows of every table, tables of none."""

from django.apps import apps
from django.db import connections


def append_only_tables():
    """Tables whose rows may be added but never changed: models that say APPEND_ONLY."""
    models = apps.get_models()
    return [model._meta.db_table for model in models if getattr(model, "APPEND_ONLY", False)]


def grant_application_role():
    """Run by the owner after every migration. One role for both is left as it is."""
    owner, application = connections["owner"], connections["default"].settings_dict["USER"]
    if not application or application == owner.settings_dict["USER"]:
        return
    role, quote = owner.ops.quote_name(application), owner.ops.quote_name
    with owner.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {role}")
        cursor.execute(
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}"
        )
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}")
        cursor.execute(f"REVOKE ALL ON django_migrations FROM {role}")
        cursor.execute(f"GRANT SELECT ON django_migrations TO {role}")
        # Of another version, on the way to it or back, some are not there.
        there = set(owner.introspection.table_names(cursor))
        for table in sorted(there.intersection(append_only_tables())):
            cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {quote(table)} FROM {role}")
