"""The hats a person can wear, and the context of their transaction, read in one query."""

from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.ground.planned import Planned
from accounts.wall import set_within

# Sets the transaction's context for row-level security, and answers with the hats: a function of
# the owner's, for nothing is set yet that would show it any row (config/row_security).
CONTEXT = Planned("SELECT accounts_enter(%s)")
NAMES = {
    "client": (_("My homework"), "today"),
    "therapist": (_("My clients"), "caseload"),
    "admin": (_("Clinic"), "clinic"),
}


@dataclass(frozen=True)
class Hats:
    client: bool = False
    therapist: bool = False
    admin: bool = False
    second_factor: bool = False
    # A clinic that treats them asks its clients for a second factor, too.
    client_asked_twice: bool = False

    @property
    def lacks_second_factor(self):
        return (self.is_staff or self.client_asked_twice) and not self.second_factor

    @property
    def worn(self):
        return [name for name in NAMES if getattr(self, name)]

    @property
    def is_staff(self):
        return self.therapist or self.admin

    def home(self, last=""):
        """The address name of the person's first page: the hat worn last, else the first."""
        name = last if last in self.worn else next(iter(self.worn), None)
        return NAMES[name][1] if name else "me"

    def switch(self, current, own_word=""):
        """The rows of the hat switch: [{key, label, url, current}, …].

        `own_word` is what the person calls their homework, if they have a word for it.
        """
        own = {"client": own_word} if own_word else {}
        return [
            {
                "key": name,
                "label": own.get(name, NAMES[name][0]),
                "url": reverse(NAMES[name][1]),
                "current": name == current,
            }
            for name in self.worn
        ]


NONE = Hats()


def enter(user) -> Hats:
    """Set the transaction's context for `user` and read their hats."""
    ((found,),) = CONTEXT.fetch([str(user.pk)])
    return Hats(**dict.fromkeys(found, True))


def of(user) -> Hats:
    """Somebody's hats before they have signed in: the context stays nobody's."""
    with transaction.atomic():
        worn = enter(user)
        transaction.set_rollback(True)
    return worn


@contextmanager
def as_person(user):
    """A transaction of `user`'s, as one of their requests has; for work on their behalf."""
    with set_within("", "", ""):
        enter(user)
        yield
