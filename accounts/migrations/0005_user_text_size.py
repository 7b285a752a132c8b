"""How large somebody reads."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_app_lock")]
    operations = [
        migrations.AddField(
            "user",
            "text_size",
            models.CharField(
                choices=[("normal", "Normal"), ("large", "Large"), ("larger", "Larger")],
                default="normal",
                max_length=6,
            ),
        ),
    ]
