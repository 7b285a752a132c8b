"""What happens below ends a copy, or begins under a wish."""

from django.dispatch import receiver

from accounts.models.membership import membership_ended
from accounts.models.therapy import therapy_accepted
from accounts.wall import things_of
from records.models import Copy, Erasure


@receiver(membership_ended)
def on_leaving(sender, membership, **kwargs):
    """Whoever has no place in Midweek any more fetches nothing from it."""
    if not membership.user.has_a_place:
        with things_of(membership.user_id):
            Copy.objects.filter(user=membership.user).delete()


@receiver(therapy_accepted)
def on_joining(sender, therapy, **kwargs):
    """A wish covers what is joined while it waits, too. Its client is held (Therapy.accept)."""
    if therapy.client_id and (waits := wish_of(therapy.client)):
        therapy.let_know_of_leaving(waits.due_at)


def wish_of(client):
    with things_of(client.pk):
        return Erasure.objects.waiting_of(client)
