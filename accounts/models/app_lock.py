from django.contrib.auth.hashers import check_password, make_password
from django.db import models, transaction

from accounts.models.audit import AuditEvent

TRIES = 5


class AppLock(models.Model):
    """A PIN in front of Midweek on a phone that somebody else may pick up.

    It stands behind the sign-in and is weaker: five wrong tries end the sign-in, and only a
    new one makes the PIN good again. When it locks stands in the person's own row, which
    every request has read.
    """

    user = models.OneToOneField(
        "accounts.User", models.CASCADE, primary_key=True, related_name="app_lock"
    )
    pin = models.CharField(max_length=128)
    wrong_tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return f"App lock of {self.user_id}"

    @classmethod
    @transaction.atomic
    def set(cls, user, *, minutes, pin=""):
        """Lock after so many minutes, with this PIN; without one the PIN there is stays."""
        if pin:
            facts = {"pin": make_password(pin), "wrong_tries": 0}
            user.app_lock, _created = cls.objects.update_or_create(user=user, defaults=facts)
        lock = user.app_lock
        lock._lock_after(minutes)
        AuditEvent.record(user, "lock.set", lock)
        return lock

    @transaction.atomic
    def remove(self):
        self._lock_after(None)
        AuditEvent.record(self.user, "lock.removed", self)
        self.delete()

    def _lock_after(self, minutes):
        self.user.lock_minutes = minutes
        self.user.save(update_fields=["lock_minutes"])

    @transaction.atomic
    def opens_with(self, pin):
        """Whether this is the PIN. Tries wait for each other, so that each wrong one counts."""
        lock = AppLock.objects.select_for_update().get(pk=self.pk)
        right = not lock.is_used_up and check_password(pin, lock.pin)
        self.wrong_tries = 0 if right else lock.wrong_tries + 1
        if self.wrong_tries != lock.wrong_tries:
            self.save(update_fields=["wrong_tries"])
        return right

    @property
    def is_used_up(self):
        return self.wrong_tries >= TRIES

    def forgive(self):
        """Who has signed in anew has said more than any PIN."""
        self.wrong_tries = 0
        self.save(update_fields=["wrong_tries"])
