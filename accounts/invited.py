"""A table of people to invite, checked line by line before anything is sent."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.forms.about import ConsentFields
from accounts.forms.clinic import check_day, colleagues
from accounts.ground.writable import writable_text
from accounts.models import Invitation, Membership, Therapy

MOST_LINES = 200
# Columns by what people call them, in letters and digits only.
COLUMNS = {
    "name": {"name", "namen", "fullname"},
    "email": {"email", "mail", "emailaddress", "emailadresse", "mailadresse"},
    "role": {"role", "roles", "rolle", "rollen", "does", "tut"},
    "therapist": {"therapist", "therapeut", "therapeutin", "with", "bei"},
    "under_18": {"under18", "unter18", "minor", "minderjährig"},
    "consented_by": {"consentedby", "consent", "eingewilligthat", "einwilligung"},
    "ask_consent_again_on": {"askagainon", "askconsentagainon", "wiederfragenam", "erneutfragenam"},
}
# What is wrong there is said with the column's name.
CONSENT_COLUMNS = {
    "consented_by": gettext_lazy("consented by"),
    "ask_consent_again_on": gettext_lazy("ask again on"),
}
THERAPIST, ADMIN, CLIENT = "therapist", "admin", "client"
ROLES = {
    THERAPIST: {"therapist", "therapeut", "therapeutin", "therapie"},
    ADMIN: {"admin", "administrator", "administratorin", "verwaltung"},
    CLIENT: {"client", "klient", "klientin", "patient", "patientin"},
}
ROLE_WORDS = {
    THERAPIST: gettext_lazy("Therapist"),
    ADMIN: gettext_lazy("Admin"),
    CLIENT: gettext_lazy("Client"),
}
JOINTS = {"and", "und"}
NO, YES = {"no", "nein", "n", "0"}, {"yes", "ja", "y", "j", "1", "x"}
# What stands in place of a name, in a column that people also use for "was it given?".
NOBODYS_NAME = NO | YES | {"-", "–", "—", "/", "n/a", "na", "none", "keine", "entfällt"}
SHOWN = 60


@dataclass
class Line:
    """One person of the table: what is wrong in words, or why nothing is sent."""

    number: int
    name: str
    email: str
    roles: set
    asked_therapist: str
    therapist: object = None
    consent: dict = field(default_factory=dict)
    wrong: list = field(default_factory=list)
    known: str = ""

    @property
    def is_client(self):
        return CLIENT in self.roles

    @property
    def is_sent(self):
        return not self.wrong and not self.known

    @property
    def in_words(self):
        return ", ".join(str(words) for role, words in ROLE_WORDS.items() if role in self.roles)


class Invited:
    """The lines of a table for one clinic. `chosen`: {line: id of a therapist} from the screen."""

    def __init__(self, clinic, rows, chosen=None):
        self.clinic, self.wrong = clinic, ""
        self.therapists = list(colleagues(clinic))
        columns = columns_of(rows[0][1]) if rows else {}
        if "email" not in columns or "role" not in columns:
            self.wrong = _("The first line names the columns. It needs at least: e-mail, role.")
        elif len(rows) < 2:
            self.wrong = _("There is nobody under the names of the columns.")
        elif len(rows) - 1 > MOST_LINES:
            self.wrong = _("Up to %(most)d people at once.") % {"most": MOST_LINES}
        self.lines = [] if self.wrong else [self._line(columns, *row) for row in rows[1:]]
        for line in self.lines:
            self._find_therapist(line, (chosen or {}).get(line.number))
        self._look_for_twice()
        self._look_who_is_here()
        self._look_at_the_day()

    @property
    def has_wrong(self):
        return bool(self.wrong) or any(line.wrong for line in self.lines)

    @property
    def to_send(self):
        return [line for line in self.lines if line.is_sent]

    @property
    def count(self):
        """How many are sent, in words."""
        count = len(self.to_send)
        words = ngettext("Send one invitation", "Send %(count)d invitations", count)
        return words % {"count": count}

    def _line(self, columns, number, cells):
        said = {name: cells[at] if at < len(cells) else "" for name, at in columns.items()}
        line = Line(
            number=number,
            name=said.get("name", ""),
            email=said["email"].lower(),
            roles=set(),
            asked_therapist=said.get("therapist", ""),
        )
        line.wrong += [*wrong_email(line.email), *self._roles(line, said["role"])]
        if line.is_client:
            line.wrong += [*self._wrong_client(line), *read_consent(line, said)]
        return line

    def _roles(self, line, said):
        """Fills the roles in; what is wrong about them."""
        words = set(re.findall(r"\w+", said.lower())) - JOINTS
        line.roles = {role for role, names in ROLES.items() if names & words}
        if not words:
            yield _("Say what they do: therapist, admin or client.")
        elif words - set().union(*ROLES.values()):
            yield _("“%(said)s” is not one of: therapist, admin, client.") % {"said": said[:SHOWN]}
        elif line.is_client and len(line.roles) > 1:
            yield _("A client is not a therapist or admin in the same line.")

    def _wrong_client(self, line):
        if not self.clinic.may_invite_clients:
            yield _("The clinic has no crisis text yet. Clients come after it.")
        if not line.name:
            yield _("A client needs a name.")
        elif len(line.name) > 120:
            yield _("This name is longer than 120 letters.")
        else:
            yield from wrong_text(line.name)

    def _find_therapist(self, line, chosen):
        """By the choice on the screen, or by the name or address in the table."""
        if not line.is_client:
            return
        asked = line.asked_therapist.casefold()
        if chosen:
            found = [each for each in self.therapists if str(each.pk) == chosen]
        else:
            names = [
                each for each in self.therapists if asked in (each.email, each.name.casefold())
            ]
            found = names if asked else []
        if len(found) == 1:
            line.therapist = found[0]
            if line.therapist.email == line.email:
                line.wrong.append(_("Nobody is their own client."))
        elif chosen or not asked:
            line.wrong.append(_("Choose their therapist."))
        else:
            words = _("No therapist here is called “%(said)s”. Choose one.")
            line.wrong.append(words % {"said": line.asked_therapist[:SHOWN]})

    def _look_for_twice(self):
        first = {}
        for line in self.lines:
            before = first.setdefault(line.email, line)
            if before is not line and line.email:
                words = _("The same address as in line %(number)d. Keep one of them.")
                line.wrong.append(words % {"number": before.number})

    def _look_who_is_here(self):
        """In this clinic only: who is with another is nobody's business here."""
        here = self._here([line.email for line in self.lines])
        for line in self.lines:
            line.known = here["client" if line.is_client else "staff"].get(line.email, "")
            if line.known:
                line.wrong = []  # Nothing is sent, so nothing is asked.

    def _look_at_the_day(self):
        try:
            check_day(self.clinic, len(self.to_send))
        except ValidationError as error:
            self.wrong, self.lines = error.messages[0], []

    def _here(self, emails):
        found = defaultdict(dict)
        places = Membership.objects.active().filter(clinic=self.clinic, user__email__in=emails)
        for email in places.values_list("user__email", flat=True):
            found["staff"][email] = _("Works here already.")
        asked = Invitation.objects.open().filter(clinic=self.clinic, email__in=emails)
        for email in asked.filter(therapy=None).values_list("email", flat=True):
            found["staff"].setdefault(email, _("Is invited already."))
        open_ = Therapy.objects.open().filter(clinic=self.clinic)
        waits = {"client": None, "invitations__email__in": emails, "invitations__revoked_at": None}
        for email, lead in open_.filter(**waits).values_list("invitations__email", "lead__name"):
            found["client"][email] = _("Is invited already, by %(name)s.") % {"name": lead}
        joined = open_.filter(client__email__in=emails)
        for email, lead in joined.values_list("client__email", "lead__name"):
            found["client"][email] = _("Is with %(name)s already.") % {"name": lead}
        return found

    @transaction.atomic
    def invite(self, *, by):
        """An invitation for each line that is right and new."""
        return [self._invite(line, by) for line in self.to_send]

    def _invite(self, line, by):
        if line.is_client:
            therapy = Therapy.begin(
                clinic=self.clinic,
                lead=line.therapist,
                client_name=line.name,
                by=by,
                **line.consent,
            )
            return Invitation.send_to_client(therapy, email=line.email, by=by)
        run_out = Invitation.objects.filter(clinic=self.clinic, therapy=None, email=line.email)
        run_out.revoke(by=by)
        return Invitation.send_to_member(
            self.clinic,
            email=line.email,
            as_admin=ADMIN in line.roles,
            as_therapist=THERAPIST in line.roles,
            by=by,
        )


def columns_of(cells):
    """{column: its place} of a first line."""
    names = [re.sub(r"[\W_]", "", cell.casefold()) for cell in cells]
    return {
        column: next(at for at, name in enumerate(names) if name in known)
        for column, known in COLUMNS.items()
        if known & set(names)
    }


def read_consent(line, said):
    """By the rules of the form for one client; what is wrong about it."""
    under_18 = said.get("under_18", "").lower()
    if under_18 not in YES | NO:
        yield _("Say in the column “under 18”: yes or no.")
        return
    told = {name: said.get(name, "") for name in CONSENT_COLUMNS}
    if told["consented_by"].lower() in NOBODYS_NAME:
        told["consented_by"] = ""
    if under_18 in NO:
        if told["consented_by"]:
            yield _(
                "“under 18” says no, but somebody is named in “consented by”. Change one of them."
            )
        told = {}
    form = ConsentFields({"under_18": "yes" if under_18 in YES else "no", **told})
    if form.is_valid():
        line.consent = form.consent
    for name, column in CONSENT_COLUMNS.items():
        for words in form.errors.get(name, ()):
            yield _("“%(column)s”: %(words)s") % {"column": column, "words": words}


def wrong_email(address):
    if not address:
        yield _("There is no e-mail address.")
        return
    try:
        validate_email(address)
    except ValidationError:
        yield _("“%(line)s” does not look like an e-mail address.") % {"line": address[:SHOWN]}
        return
    if len(address) > 254:
        yield _("“%(line)s” does not look like an e-mail address.") % {"line": address[:SHOWN]}


def wrong_text(text):
    try:
        writable_text(text)
    except ValidationError as error:
        yield from error.messages
