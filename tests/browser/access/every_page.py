"""Which pages there are, read from the table of addresses, so that none can be left out."""

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.urls import reverse

from accounts import policy
from homework.models import Exercise, GivenMeasure
from tests.accounts.matrix import addresses
from tests.accounts.objects import objects
from tests.browser import test_accounts_pages as accounts
from tests.browser import test_consent_phone as agreeing
from tests.browser import test_locked_phone as locked
from tests.browser import test_sign_in_pages as sign_in
from tests.browser.access.conftest import HOW, PROMPTS
from tests.browser.conftest import PHONE, SCREEN
from tests.cast import therapy
from tests.homework.measures.giving import answered

# Who looks at the pages of a hat; "" is nobody signed in.
LOOKERS = {
    policy.ANYONE: [""],
    policy.SIGNED_IN: ["cleo", "tess"],
    policy.CLIENT: ["cleo"],
    policy.THERAPIST: ["tess"],
    policy.ADMIN: ["ada"],
}
# What only they have: Tess the app for the second step, Cleo a passkey; Carl has no password.
ONLY = {
    "account_logout": ["cleo"],
    "account_set_password": ["carl"],
    "mfa_activate_totp": ["cleo"],
    "mfa_add_webauthn": ["tess"],
    "mfa_deactivate_totp": ["tess"],
    "mfa_edit_webauthn": ["cleo"],
    "mfa_reauthenticate": ["tess"],
    "mfa_remove_webauthn": ["cleo"],
    "mfa_view_recovery_codes": ["tess"],
    "parked": ["cleo"],
}
DEVICES = {"": PHONE, "carl": PHONE, "cleo": PHONE, "tess": SCREEN, "ada": SCREEN}

NO_PAGE = {
    "calendar": "a file for a calendar program",
    "caseload-next": "leads on to the next client's page",
    "clinic-audit-file": "a file",
    "exercise-file": "a file",
    "export-file": "a file",
    "given-file": "a file",
    "healthz": "for machines",
    "healthz-reminders": "for machines",
    "manifest": "for machines",
    "me-devices": "for the page's own script",
    "measure-pdf": "a file",
    "metrics": "for machines",
    "mfa_login_webauthn": "for the page's own script",
    "paper-pdf": "a file",
    "press": "leads on to what a mail is about",
    "readyz": "for machines",
    "report-index": "leads on to the report of the one therapy",
    "session-pdf": "a file",
    "sync-token": "for machines",
    "worker": "for machines",
}

# Pages that somebody has to be led to, and the test that walks there in both themes.
WALKED = {
    "account_complete_password_reset": sign_in.test_a_forgotten_password_is_replaced,
    "account_confirm_login_code": sign_in.test_a_client_by_six_figures_from_a_mail,
    "account_confirm_password_reset_code": sign_in.test_a_forgotten_password_is_replaced,
    "account_email_verification_sent": sign_in.test_a_clinic_is_founded,
    "consent": agreeing.test_a_client_reads_what_is_new_agrees_and_goes_on,
    "mfa_reauthenticate_webauthn": accounts.test_a_passkey_says_that_it_is_them,
    "mfa_authenticate": sign_in.test_a_therapist_by_password_and_app,
    "unlock": locked.test_keys_alone_open_it,
}


def pages():
    """Every named address that can be looked at, sorted by name, with who looks at it."""
    for address in sorted(set(addresses()), key=lambda address: address.name):
        rule = policy.rule_for(address.name)
        if rule.allows("GET"):
            yield address, ONLY.get(address.name, LOOKERS[rule.hat])


def pages_of(who):
    excused = NO_PAGE | WALKED
    return [each for each, lookers in pages() if who in lookers and each.name not in excused]


def full(world):
    """{argument: value} of Cleo's things, with something on each page."""
    world.assignment.reword(how=HOW, prompts=PROMPTS)
    values = objects(world)
    # What is Tess's own can be changed by her.
    Exercise.objects.filter(pk=values["exercise"]).update(owner=world.tess, how=HOW)
    ended = therapy(world.harbour, world.otto, world.cleo)
    ended.end(by=world.otto, what_helped="The timetable", whom_to_call="My sister")
    RecoveryCodes.activate(world.tess)
    world.carl.set_unusable_password()
    world.carl.save(update_fields=["password"])
    key = world.cleo.authenticator_set.create(type="webauthn", data={"name": "My phone"})
    others = {"pk": key.pk, "ended": ended.pk, "colleagues": world.other.pk}
    return values | others | {"flag_after_end": flag_after_end(world)}


def flag_after_end(world):
    """Still unanswered when Tess's work with Carl ended."""
    over = therapy(world.harbour, world.tess, world.carl)
    flag = answered(GivenMeasure.give(over, "phq-9", by=world.tess), world.carl, **{"9": 1}).flag
    over.end(by=world.tess)
    return flag.pk


# An address whose argument stands for something else than the usual.
OTHERS = {
    "ended": {"therapy": "ended"},
    "flag-after-end": {"flag": "flag_after_end"},
    "open-record": {"record": "colleagues"},
}


def url_of(address, values):
    others = OTHERS.get(address.name, {})
    named = {name: values[others.get(name, name)] for name in address.arguments}
    return reverse(address.name, kwargs=named)
