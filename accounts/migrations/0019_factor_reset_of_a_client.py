import accounts.ground
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0018_heads_of_standing_chains'),
    ]

    operations = [
        migrations.AddField(
            model_name='factorreset',
            name='therapy',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='factor_resets', to='accounts.therapy'),
        ),
        migrations.AlterField(
            model_name='factorreset',
            name='membership',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='factor_resets', to='accounts.membership'),
        ),
        migrations.AddConstraint(
            model_name='factorreset',
            constraint=accounts.ground.SameClinic('therapy', name='accounts_factorreset_therapy_same_clinic'),
        ),
        migrations.AddConstraint(
            model_name='factorreset',
            constraint=models.UniqueConstraint(condition=models.Q(('done_at', None), ('taken_back_at', None)), fields=('therapy',), name='accounts_one_open_factor_reset_of_a_client'),
        ),
        migrations.AddConstraint(
            model_name='factorreset',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('membership', None), ('therapy__isnull', False)), models.Q(('membership__isnull', False), ('therapy', None)), _connector='OR'), name='accounts_factor_reset_of_somebody'),
        ),
    ]
