"""Chains that stand already end where they end today."""

from django.db import migrations

from accounts.ground import encrypt_value

LABEL = "accounts.audit_head.mark"


def mark(apps, schema_editor):
    seals = apps.get_model("accounts", "AuditSeal").objects.using(schema_editor.connection.alias)
    heads = apps.get_model("accounts", "AuditHead").objects.using(schema_editor.connection.alias)
    last = seals.order_by("clinic", "-position").distinct("clinic")
    for seal in last.iterator():
        end = f"{seal.position} {seal.digest}"
        heads.create(
            clinic_id=seal.clinic_id,
            position=seal.position,
            digest=seal.digest,
            mark=encrypt_value(LABEL, seal.clinic_id or "", "", end),
        )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0017_audit_head")]
    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
