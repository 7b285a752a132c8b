from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("goals", "0002_rating_can_be_undone")]

    operations = [
        migrations.AddField(
            model_name="step",
            name="first_done_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
