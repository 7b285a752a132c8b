from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from django.utils import timezone

from accounts.models import FactorReset, Membership
from accounts.wall import every_clinic


class Command(BaseCommand):
    help = (
        "The operator's yes to taking a lost second factor away, where no second admin can give "
        "it: an admin has asked for it under People or Therapies. Make sure first that it is them."
    )

    def add_arguments(self, parser):
        parser.add_argument("email", help="whose second factor it is")
        parser.add_argument("--yes", action="store_true", help="ask nothing: I have made sure")

    def handle(self, *args, email, yes, **options):
        """Nothing is held, and nothing written, while somebody thinks about the answer."""
        email = email.strip().lower()
        with every_clinic():
            asked, only_admin = found(email)
            if asked is None and only_admin is None:
                raise CommandError(
                    "Nobody has asked for it: an admin does so under People or Therapies, "
                    f"on the page of {email}."
                )
            self.stdout.write(who_asked(asked) if asked else alone(only_admin))
        if not (yes or self.is_sure()):
            self.stdout.write("Nothing was changed.")
            return
        with every_clinic():
            asked = asked or FactorReset.ask(only_admin, by=only_admin.user)
            done = asked.confirm_as_operator()
        if not done:
            raise CommandError(
                "Nothing was changed: it has been answered or has run out meanwhile."
            )
        self.stdout.write("Done. They are signed out, told by mail, and set up a new one.")

    def is_sure(self):
        try:
            return input("Is it really them? yes/no: ").strip().lower() == "yes"
        except EOFError:
            raise CommandError(
                "Nothing was changed: there is no terminal to ask on. Made sure? Add --yes."
            ) from None


def found(email):
    """(what an admin asked for, or the membership of an only admin: nobody there can ask)"""
    theirs = Q(membership__user__email=email) | Q(therapy__client__email=email)
    people = ("membership__user", "therapy__client", "clinic", "asked_by")
    asked = FactorReset.objects.open().filter(theirs).select_related(*people).first()
    places = Membership.objects.admins().filter(user__email=email).select_related("user", "clinic")
    return asked, next((place for place in places if place.is_last_admin), None)


def who_asked(asked):
    when = timezone.localtime(asked.asked_at)
    return (
        f"{asked.asked_by.name} <{asked.asked_by.email}> asked on {when:%Y-%m-%d %H:%M} to take "
        f"away the second factor of {asked.person.name} <{asked.person.email}> in {asked.clinic}."
    )


def alone(place):
    return f"{place.user.name} <{place.user.email}> is the only admin of {place.clinic}."
