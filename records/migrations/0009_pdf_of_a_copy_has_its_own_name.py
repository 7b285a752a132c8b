from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0008_waiting_wishes_have_their_day")]
    operations = [
        migrations.AlterField(
            model_name="copy",
            name="kind",
            field=models.CharField(
                choices=[
                    ("page", "A page to read or print"),
                    ("pdf", "A PDF to read or print"),
                    ("tables", "Tables for a spreadsheet (CSV)"),
                    ("fhir", "A file for other health programs (FHIR)"),
                    ("data", "A file for other programs (JSON)"),
                ],
                max_length=10,
            ),
        ),
    ]
