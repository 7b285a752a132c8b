"""What no clinic sees, for whoever runs the server."""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from django.utils import timezone

from accounts.models import AuditEvent, User
from accounts.wall import every_clinic

MOST = 1000


class Command(BaseCommand):
    help = (
        "What happened in no clinic, the latest first: sign-ins, tries that failed, changes of "
        "factors, addresses and passwords."
    )

    def add_arguments(self, parser):
        parser.add_argument("--of", metavar="ADDRESS", help="of this person alone")
        parser.add_argument("--days", type=int, default=7, help="how far back (7)")

    def handle(self, *args, of=None, days=7, **options):
        since = timezone.now() - timedelta(days=days)
        with every_clinic():
            events = AuditEvent.objects.filter(clinic=None, at__gte=since)
            if of:
                events = events.filter(self.about(of))
            latest = list(events.select_related("actor").order_by("-pk")[:MOST])
            for line in lines(latest):
                self.stdout.write(line)
        if len(latest) == MOST:
            self.stderr.write(
                f"These are the latest {MOST}: ask for fewer days, or for one person."
            )

    def about(self, address):
        person = User.objects.filter(email=address.strip().lower()).first()
        if person is None:
            raise CommandError(f"Nobody signs in by {address}.")
        return Q(actor=person) | Q(subject_id=str(person.pk))


def lines(events):
    """Where nobody did it, whose sign-in it was about: a person's, or one that nobody has."""
    about = {event.subject_id for event in events if event.subject == "accounts.user"}
    people = {str(pk): user for pk, user in User.objects.in_bulk(about).items()}
    for event in events:
        who = event.actor or people.get(event.subject_id)
        address = who.email if who else "nobody"
        yield f"{event.at:%Y-%m-%d %H:%M:%SZ}  {event.action}  {address}"
