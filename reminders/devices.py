"""When a device is reminded no longer, and what its first day changes."""

from allauth.account.signals import password_changed, password_reset
from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_out
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from accounts.models import User
from accounts.wall import things_of
from reminders.kinds import KINDS
from reminders.models import Device


def bring_to_phone(user):
    """Who asks for reminders on a phone gets there what came by mail.

    Once some come there, which ones is their own choice: a phone that is known again asks for
    nothing anew.
    """
    recipients = list(user.recipients.all())
    if any("push" in recipient.channels.values() for recipient in recipients):
        return
    for recipient in recipients:
        by_mail = [kind for kind in KINDS.values() if recipient.channel_of(kind) == "email"]
        moved = {kind.name: "push" for kind in by_mail if kind.label}
        recipient.choose(by=user, channels={**recipient.channels, **moved})


@receiver(user_logged_out)
def on_sign_out(sender, request, user, **kwargs):
    if user:
        Device.sign_out(user.pk, request.session.session_key)


@receiver(post_delete, sender=UserSession)
def on_sign_out_from_afar(sender, instance, **kwargs):
    Device.sign_out(instance.user_id, instance.session_key)


@receiver([password_changed, password_reset])
def on_new_password(sender, request, user, **kwargs):
    """It ends every other sign-in."""
    with things_of(user.pk):
        user.devices.all().delete()


@receiver(post_save, sender=User)
def on_person(sender, instance, **kwargs):
    """With an app lock nothing lies on the phone either, so no worker could show a message."""
    if instance.leaves_no_trace or not instance.is_active:
        with things_of(instance.pk):
            instance.devices.all().delete()
