from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("goals", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="goalrating",
            name="replaced",
            field=models.PositiveSmallIntegerField(blank=True, editable=False, null=True),
        ),
    ]
