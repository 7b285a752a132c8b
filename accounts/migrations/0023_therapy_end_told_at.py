from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0022_therapy_leaves_at")]

    operations = [
        migrations.AddField(
            model_name="therapy",
            name="end_told_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
