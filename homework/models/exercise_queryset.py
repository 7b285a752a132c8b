"""Which exercises: those offered to somebody, in somebody's hands, left by who has gone."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from accounts.models import Membership
from homework.models.library_file import KEPT, Enclosure
from homework.models.worded import says


class ExerciseQuerySet(models.QuerySet):
    def current(self):
        """The newest version of each exercise that is still offered."""
        return self.filter(replaced_at=None, retired_at=None)

    def offered_to(self, user):
        """Built-in ones, those of the user's clinics, and the user's own."""
        clinics = user.memberships.therapists().values("clinic")
        return self.current().filter(
            Q(clinic=None) | Q(clinic__in=clinics, owner=None) | Q(clinic__in=clinics, owner=user)
        )

    def in_hands_of(self, user):
        """The newest of what the user may change, offered or not."""
        clinics = user.memberships.therapists().values("clinic")
        mine = self.filter(Q(owner=user) | Q(owner=None), clinic__in=clinics)
        return mine.filter(replaced_at=None)

    def editable_by(self, user):
        return self.in_hands_of(user).filter(retired_at=None)

    def made_by(self, user):
        """Those of them that the user put there: one's own, and what one gave to the clinic."""
        return self.in_hands_of(user).filter(Q(owner=user) | Q(shared_by=user))

    def no_longer_offered_by(self, user):
        return self.in_hands_of(user).exclude(retired_at=None)

    def left_behind(self, user):
        """Of colleagues who have gone: offered to nobody, and to be called back by whoever treats
        there."""
        here = Membership.objects.therapists()
        theirs = here.filter(user=OuterRef("owner"), clinic=OuterRef("clinic"))
        left = self.filter(clinic__in=here.filter(user=user).values("clinic"), replaced_at=None)
        return left.filter(~Exists(theirs), owner__isnull=False)

    def with_clients(self):
        """Of which clients still have files, with whatever version they were given."""
        given = Enclosure.objects.filter(KEPT, clinic=OuterRef("clinic"))
        return self.filter(Exists(given.filter(exercise__key=OuterRef("key"))))

    def newest_of(self, pk):
        """The version that stands in the place of `pk` now; an old address still leads there."""
        return self.filter(key__in=self.model.objects.filter(pk=pk).values("key"))

    def matching(self, words):
        return self.filter(says("title", words) | says("skill__name", words))

    def read_in(self, language):
        """The exercises in the words of `language`, by skill and title."""
        read = [exercise.read_in(language) for exercise in self.select_related("skill")]
        return sorted(read, key=lambda e: (e.skill.name.casefold(), e.title.casefold(), e.pk))
