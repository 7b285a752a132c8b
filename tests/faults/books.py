"""What the mail server and the push service have, against what the tables say."""

import json
import re
from collections import Counter, defaultdict
from urllib.parse import parse_qs, urlsplit

from reminders import press
from reminders.engine.senders import AT_ONCE
from reminders.models import Delivery, ReminderSlot
from tests.faults.chaos import LEASE
from tests.faults.strike import pid_of

# What was fenced a moment before it became useless may still be on its way: FRESH and SEND_LIMIT.
ON_ITS_WAY = LEASE / 4 + LEASE / 3


def compare(world, invited, presses, strike, drained) -> dict:
    books = Books(world, invited, presses, strike)
    states = Counter(slot.state for slot in books.slots)
    return {
        "planned": len(books.slots),
        "states": dict(states),
        "reasons": dict(Counter(slot.reason for slot in books.slots if slot.reason)),
        "mails": len(books.mails),
        "pushed": len(books.pushed),
        "faults": strike.count,
        "seconds": round(drained, 1),
        "pressed": len(presses.answered),
        "presses_cut_off": presses.cut_off,
        "celery_came_back": strike.celery_came_back,
        # Said to be sent, and nobody got it.
        "lost": len(books.sent - books.arrived.keys()),
        # Somebody got it, and the tables do not know.
        "unknown": len(books.arrived.keys() - books.sent),
        "unfinished": states["open"] + Delivery.objects.filter(state__in=Delivery.OPEN).count(),
        "doubled": sum(len(copies) - 1 for copies in books.copies.values()),
        "cut_off_in_a_send": len(books.cut_off),
        "doubled_without_a_cause": len(books.without_a_cause()),
        "stories": [books.story(key) for key in books.without_a_cause()[:5]],
        "pushed_again": len(books.pushed) - len(books.tags),
        "doubled_after_tag": books.doubled_after_tag(),
        **books.out_of_time(),
        "to_another_person": books.to_another_person(),
        "to_another_clinic": books.to_another_clinic(),
        "to_paused": books.to_paused(),
        "after_stop": books.after_stop(),
    }


class Books:
    def __init__(self, world, invited, presses, strike):
        self.invited, self.presses, self.hits = invited, presses, strike.hits
        self.slots = list(ReminderSlot.objects.filter(due_at__gte=invited.began))
        self.gathered = defaultdict(list)
        for slot in self.slots:
            self.gathered[str(slot.delivery_id)].append(slot)
        rows = Delivery.objects.select_related("recipient__user", "recipient__clinic")
        self.deliveries = {str(each.pk): each for each in rows}
        self.sent = {key for key, each in self.deliveries.items() if each.state == "sent"}
        self.mails = [(key_of(copy), copy) for copy in world.mail.copies]
        self.pushed = [self.read(*facts) for facts in world.pushed]
        self.no_goodbye = world.mail.no_goodbye
        self.copies = defaultdict(list)
        for key, copy in self.mails:
            self.copies[key].append(copy)
        self.tags = {(path, told["tag"]) for _at, path, told in self.pushed}
        # {delivery: the moments at which somebody got it}
        self.arrived = defaultdict(list)
        for key, copy in self.mails:
            self.arrived[key].append(copy.at)
        for at, _path, told in self.known():
            self.arrived[told["tag"]].append(at)
        self.cut_off = self.find_cut_off()

    def read(self, at, path, headers, body):
        told = json.loads(self.invited.phone.read(body))["notification"]
        return at, path, told

    def known(self):
        """A tag that is no delivery's would be a message too many; doubled_after_tag says so."""
        return (each for each in self.pushed if each[2]["tag"] in self.deliveries)

    # --- Doubles ---

    def find_cut_off(self):
        """The copies whose sender was hit before it had noted that they left, or whose line was."""
        by_sender = defaultdict(list)
        for key, copy in self.mails:
            by_sender[copy.sender].append((copy.begun, key, copy))
        found = set(self.no_goodbye)
        for sender, theirs in by_sender.items():
            theirs.sort(key=lambda each: each[0])
            pid = pid_of(sender)
            for hit in self.hits:
                if hit.pid in (None, pid):
                    found |= set(self.under_way(theirs, hit))
        return found

    def under_way(self, theirs, hit):
        for begun, key, copy in theirs:
            if begun <= hit.since and not self.is_noted(key, hit.since):
                yield copy
        # Stopped between the fence and the first word to the server, or struck a moment later
        # than was written down: which of them it cut off shows in what came once more.
        after = [each for each in theirs if hit.since < each[0] <= hit.until]
        yield from [copy for _begun, key, copy in after if len(self.copies[key]) > 1][:AT_ONCE]

    def is_noted(self, key, at):
        noted = self.deliveries[key].finished_at
        return noted is not None and noted.timestamp() <= at

    def without_a_cause(self) -> list[str]:
        """The messages of which more came than senders were cut off, each as often as too many."""
        extra = Counter({key: len(copies) - 1 for key, copies in self.copies.items()})
        causes = Counter(key_of(copy) for copy in self.cut_off)
        return list((extra - causes).elements())

    def story(self, key) -> dict:
        """What happened around one message, in seconds since the run began."""
        began, delivery = self.invited.began.timestamp(), self.deliveries[key]
        noted = delivery.finished_at
        return {
            "copies": [
                (copy.sender, round(copy.begun - began, 2), round(copy.at - began, 2), copy.address)
                for copy in self.copies[key]
            ],
            "noted": noted and round(noted.timestamp() - began, 2),
            "attempts": delivery.attempts,
            "failures": delivery.failures,
            "hits": [
                (hit.what, hit.pid, round(hit.since - began, 2), round(hit.until - began, 2))
                for hit in self.hits
            ],
        }

    def doubled_after_tag(self):
        """The phone keeps one of a tag; two tags for one slot would be two messages."""
        tags_of = defaultdict(set)
        for path, tag in self.tags:
            for slot in self.gathered[tag]:
                tags_of[path, slot.pk].add(tag)
        messages = sum(tag in self.sent for _path, tag in self.tags)
        return sum(len(tags) - 1 for tags in tags_of.values()) + len(self.tags) - messages

    # --- When ---

    def out_of_time(self):
        found = Counter(early=0, late=0)
        for key, moments in self.arrived.items():
            for slot in self.gathered[key]:
                # What had expired was left out of its message.
                if slot.state == "sent":
                    found["early"] += min(moments) < slot.due_at.timestamp()
                    found["late"] += max(moments) > slot.not_after.timestamp() + ON_ITS_WAY
        return dict(found)

    # --- To whom ---

    def addressed(self):
        """(delivery, address, person, link) of each message that arrived."""
        for key, copy in self.mails:
            link = re.search(rb"http\S+/go/\S+", readable(copy.words))
            yield key, copy.address, link and link[0].decode()
        for _at, path, told in self.known():
            yield told["tag"], path.split("/")[1], told["navigate"]

    def to_another_person(self):
        found = 0
        for key, address, _link in self.addressed():
            user = self.deliveries[key].recipient.user
            found += address not in (user.email, str(user.pk))
        return found

    def to_another_clinic(self):
        """By its address, by its rows, and by what its link opens."""
        theirs = {str(slot.about): slot for slot in self.slots}
        found = 0
        for key, _address, link in self.addressed():
            delivery = self.deliveries[key]
            whose, path = press.read_link(urlsplit(link).path.rstrip("/").rpartition("/")[2])
            about = theirs[parse_qs(urlsplit(path).query)["first"][0]]
            clinics = {delivery.clinic_id, about.clinic_id, delivery.recipient.clinic_id}
            clinics |= {slot.clinic_id for slot in self.gathered[key]}
            name = delivery.recipient.clinic.name.lower()
            user = delivery.recipient.user
            found += len(clinics) > 1 or not user.email.startswith(name)
            found += whose != str(user.pk) or about.recipient_id != delivery.recipient_id
        return found

    # --- After a no ---

    def moments_of(self, user_ids):
        for key, moments in self.arrived.items():
            user = self.deliveries[key].recipient.user_id
            if user in user_ids:
                yield from ((user, at) for at in moments)

    def to_paused(self):
        return len(list(self.moments_of(self.invited.paused)))

    def after_stop(self):
        said = self.presses.answered
        stopped = [hit for hit in self.hits if hit.what == "stop"]
        return sum(
            at > said[user] + ON_ITS_WAY
            and not any(h.since < said[user] < h.until for h in stopped)
            for user, at in self.moments_of(said.keys())
        )


def key_of(copy):
    return copy.message.strip("<>").partition("@")[0]


def readable(words):
    """Quoted-printable or not, in one piece."""
    return re.sub(rb"=3D", b"=", re.sub(rb"=\r?\n", b"", words))
