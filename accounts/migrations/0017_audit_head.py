"""Where each chain ends, under a mark that the tables' owner cannot make."""

from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):
    dependencies = [("accounts", "0016_therapy_brought_at")]
    operations = [
        migrations.CreateModel(
            name="AuditHead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.BigIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("mark", models.BinaryField()),
                ("clinic", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.clinic")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("clinic",), name="accounts_audithead_once", nulls_distinct=False)
                ]
            },
        )
    ]
