from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0014_therapy_held_until")]

    operations = [
        migrations.AddField(
            model_name="clinic",
            name="clients_second_factor",
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
