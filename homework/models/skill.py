"""What exercises practise. Nothing here is about a client."""

import uuid
from hashlib import sha256

from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.ground import insert_once
from homework.models.worded import Worded, says


def skill_key(name):
    """Of a name in any script, capitals aside."""
    name = " ".join(name.casefold().split())
    return f"{slugify(name)[:50]}-{sha256(name.encode()).hexdigest()[:8]}".strip("-")


class SkillQuerySet(models.QuerySet):
    def known_in(self, clinics):
        return self.filter(Q(clinic=None) | Q(clinic__in=clinics))

    def called(self, name):
        return self.filter(says("name", name, "iexact"))

    def named(self, name, *, clinic):
        """The skill of that name, made where there is none."""
        if found := self.known_in([clinic]).called(name).first():
            return found
        # The key says the name, so that two windows at once make one.
        place = {"clinic": clinic, "key": skill_key(name)}
        insert_once(Skill(**place, name=name))
        return self.get(**place)


class Skill(Worded):
    """Something learned in session; those a client has practised are their toolbox."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    clinic = models.ForeignKey("accounts.Clinic", models.PROTECT, null=True, blank=True)
    key = models.SlugField(max_length=60)
    name = models.CharField(_("skill"), max_length=120)
    description = models.CharField(max_length=300, blank=True, default="")

    objects = SkillQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["clinic", "key"], name="homework_skill_key", nulls_distinct=False
            )
        ]

    def __str__(self):
        return self.read_in(get_language()).name
