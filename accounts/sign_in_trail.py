"""The audit of sign-ins: who came in, where it failed, and what changed about the ways in.

These are nobody's clinic: the operator looks at them
(`manage.py sign_ins`). What was typed is not kept, nor an address
that nobody has; a try costs the same whether or not somebody has it.
"""

from allauth.account import signals as account
from allauth.mfa import signals as factors
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from accounts.models import AuditEvent, User

UNKNOWN = User(pk="00000000-0000-0000-0000-000000000000")


@receiver(user_logged_in)
def came_in(user, **kwargs):
    AuditEvent.record(user, "sign_in.done", user)


@receiver(user_logged_out)
def went(user, **kwargs):
    if user is not None:
        AuditEvent.record(user, "sign_in.ended", user)


@receiver(user_login_failed)
def failed(credentials, **kwargs):
    address = str(credentials.get("email") or credentials.get("username") or "").lower()
    known = User.objects.filter(email=address).only("pk").first()
    AuditEvent.record(None, "sign_in.failed", known or UNKNOWN)


def note(action):
    def changed(user, **kwargs):
        AuditEvent.record(user, action, user)

    return changed


CHANGES = {
    account.password_changed: "account.password_changed",
    account.password_set: "account.password_changed",
    account.password_reset: "account.password_reset",
    account.email_changed: "account.email_changed",
    factors.authenticator_added: "account.factor_added",
    factors.authenticator_removed: "account.factor_removed",
    factors.authenticator_reset: "account.factor_reset",
}
for signal, action in CHANGES.items():
    signal.connect(note(action), weak=False, dispatch_uid=f"{action} is audited")
