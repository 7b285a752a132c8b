"""What Today prints: three queries, however many therapies and homework there are."""

from datetime import timedelta

from django.db.models import Q
from django.utils.functional import cached_property

from homework.cards import ROW, Card
from homework.models import Assignment, PracticeEntry
from homework.models.columns import has_draft
from homework.news import TherapyNews
from homework.practice_day import practice_today

# What a card prints of an entry; its words stay where they are.
ON_A_CARD = (
    *("clinic", "therapy", "assignment", "state", "practice_date", "private", "withdrawn_at"),
    *("done_at", "received_at", "zone", "difficulty", "obstacle", "has_words"),
)


def in_order(homework):
    """By therapy and plan, the oldest first, and as the plan has them."""
    plan = homework.plan
    return homework.therapy.accepted_at, plan.agreed_at, homework.position, homework.pk


class Today:
    """One practice day of one client.

    `saved` is the id of an entry that was sent a moment ago, `sent` a form to be mended.
    """

    def __init__(self, user, *, day=None, saved=None, sent=None):
        self.user, self.saved, self.sent = user, saved, sent
        self.today = practice_today(user.zone)
        self.day = day or self.today

    @property
    def is_earlier(self):
        return self.day < self.today

    @cached_property
    def therapies(self):
        return TherapyNews.of(self.user, self.today)

    @cached_property
    def homework(self):
        found = Assignment.objects.of_client(self.user).on_today().as_cards()
        return sorted(found, key=in_order)

    @cached_property
    def entries(self):
        """The latest entry of the day for each homework; the one just sent comes first."""
        of_day = Q(practice_date=self.day, withdrawn_at=None) | Q(pk=self.saved)
        ids = [homework.pk for homework in self.homework]
        entries = PracticeEntry.objects.filter(of_day, assignment__in=ids).order_by()
        entries = entries.annotate(has_draft=has_draft(self.user)).only(*ON_A_CARD)
        ordered = sorted(entries, key=lambda entry: (entry.pk == self.saved, entry.received_at))
        return {entry.assignment_id: entry for entry in ordered}

    @cached_property
    def cards(self):
        """The one to the fore first: just sent, else the first that this day still asks for."""
        homework = [each for each in self.homework if each.first_day <= self.day]
        cards = [self.card(each) for each in homework]
        cards.sort(key=lambda card: (not self.is_saved(card), card.is_logged, not card.is_wanted))
        for card in cards[1:]:
            card.shape = ROW
        return cards

    def card(self, homework):
        entry = self.entries.get(homework.pk)
        sent = self.sent if entry and entry.pk == self.saved else None
        return Card(homework, self.day, entry=entry, earlier=self.is_earlier, sent=sent)

    def is_saved(self, card):
        return card.entry is not None and card.entry.pk == self.saved

    @property
    def fore(self):
        return self.cards[0] if self.cards else None

    @property
    def also(self):
        return self.cards[1:]

    @property
    def focuses(self):
        """What each plan is about, in the client's words."""
        focuses = {card.homework.plan_id: card.homework.plan.focus for card in self.cards}
        return [focus for focus in focuses.values() if focus]

    @property
    def several(self):
        """Whether the cards come from more than one therapy, so that each says whose it is."""
        return len({card.homework.therapy_id for card in self.cards}) > 1

    @property
    def first_day(self):
        """As far back as the plans of this page reach."""
        return min((homework.first_day for homework in self.homework), default=self.today)

    @property
    def is_reachable(self):
        return self.first_day <= self.day <= self.today

    @property
    def earlier_days(self):
        days = [self.today - timedelta(days=back) for back in (1, 2)]
        return [day for day in days if day >= self.first_day]

    @property
    def open_therapies(self):
        return [therapy for therapy in self.therapies if therapy.is_open]

    @property
    def is_waited_for(self):
        """A plan waits for this client's yes."""
        return any(therapy.plan_waiting for therapy in self.open_therapies)

    @property
    def waits_for_proof(self):
        """Reminders would come, were the address proved."""
        wanted = not self.user.others_see_phone
        return wanted and any(therapy.unproved for therapy in self.open_therapies)

    @property
    def has_ended(self):
        """Every therapy of this client has ended: they keep reading, and nobody else does."""
        return bool(self.therapies) and not self.open_therapies
