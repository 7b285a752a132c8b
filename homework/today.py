"""What Today prints: two queries, however many therapies and homework there are."""

from datetime import timedelta

from django.urls import reverse
from django.utils.functional import cached_property

from accounts.models import Draft
from homework.card_rows import of_day
from homework.cards import ROW, Card
from homework.models import MeasureResult
from homework.news import TherapyNews
from homework.practice_day import practice_today
from homework.walk import Walk


def today_with(assignment):
    """The address of Today with this homework (its id) to the fore: Done is one press there."""
    return f"{reverse('today')}?first={assignment}"


class Today:
    """One practice day of one client.

    `saved` is the id of an entry that was sent a moment ago, `sent` a form to be mended,
    `first` the id of the homework that a reminder was about.
    """

    def __init__(self, user, *, day=None, saved=None, sent=None, first=None):
        self.user, self.saved, self.sent, self.first = user, saved, sent, first
        self.today = practice_today(user.zone)
        self.day = day or self.today

    @property
    def is_earlier(self):
        return self.day < self.today

    @cached_property
    def therapies(self):
        return TherapyNews.of(self.user, self.today)

    @cached_property
    def rows(self):
        """Each homework with the latest entry of the day; the one just sent comes first."""
        return of_day(self.user, self.day, self.saved)

    @property
    def homework(self):
        return [homework for homework, _entry in self.rows]

    @cached_property
    def cards(self):
        """The one to the fore first: just sent, reminded of, else what this day still asks for."""
        cards = [self.card(*row) for row in self.rows if row[0].first_day <= self.day]
        cards.sort(key=self.order)
        for card in cards[1:]:
            card.shape = ROW
        return cards

    def card(self, homework, entry):
        sent = self.sent if entry and entry.pk == self.saved else None
        resume = self.places.get(homework.pk, 0)
        return Card(
            homework, self.day, entry=entry, earlier=self.is_earlier, sent=sent, resume=resume
        )

    @cached_property
    def places(self):
        """The step to go on at, by the homework whose walk was left on the way."""
        begun = {homework.pk: homework for homework in self.homework if homework.has_walk}
        if not begun:
            return {}
        drafts = Draft.objects.filter(author=self.user, form="start", subject__in=begun)
        kept = {draft.subject: draft.answers.get("step") for draft in drafts}
        return {pk: Walk(begun[pk].how_steps, kept=step).resume for pk, step in kept.items()}

    def order(self, card):
        reminded = card.homework.pk == self.first
        return not self.is_saved(card), not reminded, card.is_logged, not card.is_wanted

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

    @cached_property
    def looked_at(self):
        """After the end: what was answered, where somebody still looks at one answer."""
        answered = MeasureResult.objects.of_client(self.user)
        waiting = answered.filter(flag__isnull=False, flag__answered_at=None)
        return list(waiting.in_order()) if self.has_ended else []

    @property
    def has_ended(self):
        """Every therapy of this client has ended: they keep reading, and nobody else does."""
        return bool(self.therapies) and not self.open_therapies
