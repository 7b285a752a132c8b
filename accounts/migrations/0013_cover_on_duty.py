from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0012_factor_reset'),
    ]

    operations = [
        migrations.AddField(
            model_name='cover',
            name='on_duty',
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
