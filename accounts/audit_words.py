"""Audit codes in words, for the admin's page. A code without words is printed as it is."""

from django.utils.translation import gettext_lazy as _

KINDS = {
    "therapy": _("Therapies"),
    "cover": _("Cover"),
    "invitation": _("Invitations"),
    "membership": _("People"),
    "clinic": _("Clinic"),
    "session": _("Sessions"),
    "plan": _("Week plans"),
    "record": _("Records"),
}
WORDS = {
    "clinic.founded": _("founded the clinic"),
    "clinic.settings_changed": _("changed the settings"),
    "cover.ended": _("ended a cover"),
    "cover.glass_broken": _("opened a client’s pages in an emergency"),
    "cover.granted": _("let somebody stand in"),
    "invitation.accepted": _("accepted an invitation"),
    "invitation.resent": _("sent an invitation again"),
    "invitation.revoked": _("took an invitation back"),
    "invitation.sent": _("sent an invitation"),
    "membership.ended": _("ended a membership"),
    "membership.roles_changed": _("changed somebody’s roles"),
    "membership.second_factor_reset": _("took a second factor away"),
    "session.booked": _("booked a session"),
    "session.cancelled": _("cancelled a session"),
    "session.moved": _("moved a session"),
    "therapy.accepted": _("joined a therapy"),
    "therapy.begun": _("began a therapy"),
    "therapy.ended": _("ended a therapy"),
    "therapy.handed_over": _("handed a therapy over"),
    "therapy.paused": _("paused a therapy"),
    "therapy.read": _("opened a client’s pages"),
    "therapy.resumed": _("resumed a therapy"),
}
