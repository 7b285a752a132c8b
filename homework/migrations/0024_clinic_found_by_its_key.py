"""As in accounts: the key over clinic and id finds them."""

from django.db import migrations

from accounts.ground import WithoutIndex

MODELS = (
    "assignment",
    "attention",
    "changerequest",
    "decision",
    "earlierwording",
    "enclosure",
    "entryfeedback",
    "flag",
    "flagduty",
    "givenmeasure",
    "homeworkproposal",
    "insight",
    "libraryfile",
    "measureresult",
    "planagreement",
    "planstep",
    "practiceentry",
    "reportversion",
    "review",
    "sessionmove",
    "setmember",
    "startingset",
    "therapysession",
    "weekplan",
    "weekreport",
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0024_clinic_found_by_its_key"),
        ("homework", "0023_starting_sets_of_ones_own"),
    ]
    operations = [WithoutIndex(name, "clinic") for name in MODELS]
