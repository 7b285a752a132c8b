"""Whether what was recorded still stands as it was sealed. Exit 1 where it does not."""

import re
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from accounts.models import AuditHead, AuditSeal, Clinic
from accounts.models.audit_chain import NO_CLINIC, flaw_in
from accounts.wall import every_clinic

# As `AuditHead.line` has it.
ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
LINE = re.compile(rf"({NO_CLINIC}|{ID}) ([0-9]{{1,18}}) ([0-9a-f]{{64}})")


class Command(BaseCommand):
    help = (
        "Verify each clinic's chain of audit events: changed, missing, moved, slipped in, cut off. "
        "Prints where each ends: keep these lines elsewhere, and give them back with --since."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--since",
            metavar="FILE",
            help="lines of an earlier run, - for standard input: they must stand still",
        )

    def handle(self, *args, since=None, **options):
        with every_clinic():
            chains = [None, *Clinic.objects.order_by("created_at").values_list("pk", flat=True)]
            broken = [told for clinic in chains if (told := self.verify(clinic))]
            if since:
                broken += self.verify_since(since)
            for head in AuditHead.objects.order_by("pk"):
                self.stdout.write(head.line)
        if broken:
            raise CommandError("\n".join(["The audit does not hold.", *broken]))

    def verify(self, clinic):
        flaw = flaw_in(clinic)
        return flaw and f"{clinic or NO_CLINIC} at {flaw.position}: {flaw.why}"

    def verify_since(self, kept):
        """Each line, not the last of a chain alone: one that was written anew is sealed, too."""
        lines = [line.strip() for line in self.read(kept).splitlines()]
        if not any(lines):
            return [f"{kept} holds no line to look at."]
        return [told for line in lines if line and (told := self.fault_in(line))]

    def read(self, kept):
        try:
            return sys.stdin.read() if kept == "-" else Path(kept).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "it is no text"
            raise CommandError(f"{kept} cannot be read: {why}.") from None

    def fault_in(self, line):
        """Sealed then, and the same now: also where a whole database was put back."""
        if (said := LINE.fullmatch(line)) is None:
            return f"Cut off, or no line of this command: {line}"
        clinic, position, digest = said.groups()
        named = None if clinic == NO_CLINIC else clinic
        seals = AuditSeal.objects.filter(clinic=named, position=position, digest=digest)
        return None if seals.exists() else line
