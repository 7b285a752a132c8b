from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('homework', '0005_opened_entries_were_heard'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='practiceentry',
            name='homework_entry_unread',
        ),
        migrations.AddIndex(
            model_name='practiceentry',
            index=models.Index(condition=models.Q(('has_words', True), ('heard_at', None), ('private', False), ('withdrawn_at', None)), fields=['therapy'], name='homework_entry_unread'),
        ),
    ]
