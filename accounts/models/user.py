import uuid
import zoneinfo

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


def validate_zone(name):
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("Choose a time zone from the list."), code="zone")


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email).lower() if email else None, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def knows(self, email):
        """Whether somebody signs in with this address, or has begun to."""
        return self.filter(models.Q(email=email) | models.Q(emailaddress__email=email)).exists()


class User(AbstractBaseUser, PermissionsMixin):
    """A person. What they may do follows from memberships and therapies, never from this row."""

    class Theme(models.TextChoices):
        AUTO = "auto", _("As on this device")
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")

    class TextSize(models.TextChoices):
        NORMAL = "normal", _("Normal")
        LARGE = "large", _("Large")
        LARGER = "larger", _("Larger")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail"), unique=True, null=True, blank=True)
    name = models.CharField(_("name"), max_length=120)
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="Europe/London", validators=[validate_zone]
    )
    language = models.CharField(_("language"), max_length=10, default="en-gb")
    theme = models.CharField(max_length=5, choices=Theme, default=Theme.AUTO)
    text_size = models.CharField(max_length=6, choices=TextSize, default=TextSize.NORMAL)
    # Keys without Ctrl or Alt on pages of therapists; who dictates may not want them.
    single_keys = models.BooleanField(default=True)
    last_hat = models.CharField(max_length=10, blank=True, default="")
    # Asked at joining (design §2.13): the second rules out every trace on the phone.
    own_phone = models.BooleanField(default=False)
    others_see_phone = models.BooleanField(default=False)
    # Minutes without a sign of life until the app locks; None without an AppLock.
    lock_minutes = models.PositiveSmallIntegerField(null=True)
    # What the client calls their homework on notices: "Water the plants".
    cover_text = models.CharField(max_length=60, blank=True, default="")
    homework_word = models.CharField(max_length=30, blank=True, default="")
    # What a room above would ask them on Today, by the name of its section there.
    offer = models.CharField(max_length=20, blank=True, default="", db_default="")
    # The last version of accounts/privacy.py that they agreed to as a client, beside its Consent: a
    # page compares and asks nothing. 0 where they are none, or joined before consents were kept.
    agreed_to = models.PositiveSmallIntegerField(default=0, db_default=0)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            # Kept in lower case, so that unique means unique for people.
            models.CheckConstraint(
                condition=models.Q(email=None) | models.Q(email=Lower("email")),
                name="accounts_user_email_lower",
            ),
        ]

    def __str__(self):
        return self.name or self.email or str(self.pk)

    def get_short_name(self):
        return self.name.split(" ")[0] if self.name else str(self)

    @property
    def own_word(self):
        """What this person calls their homework, as a name; nobody else is shown it."""
        return capfirst(self.homework_word)

    @property
    def zone(self):
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def keeps_on_device(self):
        """Whether anything may be stored on this person's phone."""
        return self.own_phone and not self.leaves_no_trace

    @property
    def leaves_no_trace(self):
        """Others may see this phone, or a lock would be walked around by what lies on it."""
        return self.others_see_phone or self.lock_minutes is not None

    @property
    def may_be_mailed(self):
        """No mail goes to an address before its owner has proved it."""
        return self.emailaddress_set.filter(email=self.email, verified=True).exists()

    @property
    def has_a_place(self):
        """Whether they work in some clinic, or have a record in one, be it an ended one."""
        # Which clinics that are is nobody else's to see, so a function is asked.
        with connection.cursor() as cursor:
            cursor.execute("SELECT accounts_has_a_place(%s)", [self.pk])
            return cursor.fetchone()[0]

    def works_beside(self, clinic_id):
        """In another clinic, too: rows that this one does not see, so a function is asked."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT accounts_works_elsewhere(%s, %s)", [self.pk, clinic_id])
            return cursor.fetchone()[0]

    def hold(self):
        """Until the transaction ends: nobody joins, asks for their end and is forgotten at one
        moment, so whoever comes second knows of the first. A person is held before any of their
        therapies, and a wish (records.Erasure) before its person. Whether they are still here."""
        rows = User.objects.select_for_update(no_key=True).filter(pk=self.pk)
        return rows.values_list("is_active", flat=True).get()

    def sign_out_everywhere(self):
        """What is asked for on reminders of those browsers ends with them. Whether any stood."""
        known = list(self.usersession_set.all())
        keys = [session.session_key for session in known]
        stood = Session.objects.filter(pk__in=keys, expire_date__gt=timezone.now()).exists()
        for session in known:
            session.end()
        return stood

    def wear(self, hat):
        """Open on this hat's page next time."""
        if hat and hat != self.last_hat:
            self.last_hat = hat
            self.save(update_fields=["last_hat"])

    def answer_offer(self):
        if self.offer:
            self.offer = ""
            self.save(update_fields=["offer"])

    def say_about_phone(self, *, own, others_see):
        """Record the two answers about the phone; being seen wins over being one's own."""
        self.own_phone = own
        self.others_see_phone = others_see
        self.save(update_fields=["own_phone", "others_see_phone"])
