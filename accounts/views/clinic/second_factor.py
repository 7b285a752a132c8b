"""A lost second factor, on the page of a colleague (a membership) or of a client (a therapy)."""

from django.utils.translation import gettext as _

from accounts.models import FactorReset, Membership


def person_of(place):
    return place.user if isinstance(place, Membership) else place.client


def has_factor(place):
    person = person_of(place)
    return person is not None and person.authenticator_set.exists()


def about(place, admin):
    """What the page says of it."""
    reset = FactorReset.objects.open().of(place).select_related("asked_by").first()
    may_approve = reset and reset.may_be_approved_by(admin)
    return {"reset": reset, "may_approve": may_approve, "has_factor": has_factor(place)}


def ask(place, admin):
    if has_factor(place):
        asked = FactorReset.ask(place, by=admin)
        if asked.needs_operator:
            return _("Asked. The operator of this server has to confirm it.")
        return _("Asked. Another admin has to approve it.")
    return _("There is no second step to take away.")


def approve(place, admin):
    """Whoever asked cannot, whatever they press."""
    reset = FactorReset.objects.open().of(place).first()
    if reset and reset.approve(by=admin):
        return _("Done. At the next sign-in they set up a new one.")
    return _("Nothing was changed. Another admin has to approve it.")


def keep(place, admin):
    for reset in FactorReset.objects.unanswered().of(place):
        reset.take_back(by=admin)
    return _("The second step stays.")


PRESSES = {"second-factor": ask, "second-factor-yes": approve, "second-factor-no": keep}
