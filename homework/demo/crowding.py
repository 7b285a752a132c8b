"""The large form into the database: a few stamps, printed for one client after the other."""

from concurrent.futures import ThreadPoolExecutor

from django.db import transaction

from accounts.models import AuditEvent, Invitation, Therapy
from homework import library
from homework.demo import crowd
from homework.demo.copying import copy_text
from homework.demo.people import People
from homework.demo.rows import Rows, check_keys
from homework.demo.seeding import follow_up, library_rows, tell
from homework.demo.stamping import Stamp

A_BATCH = 50


@transaction.atomic
def seed_crowd(now, clients, weeks, say=lambda count: None):
    """Write a clinic of any size; `say` hears how many clients are written."""
    library.load()
    rows = Rows("midweek crowd")
    people = People(rows, now, [crowd.HOUSE], list(crowd.workers(clients)))
    rows.write()
    exercises = library_rows()
    stamps = [make_stamp(story, people, exercises) for story in crowd.stories(weeks)]
    written = 0
    for batch in ahead(batches(rows, people, stamps, clients)):
        for model, (fields, lines) in batch.items():
            copy_text(model, fields, lines)
            rows.counts[model] += len(lines)
        check_keys()
        written += len(batch[Therapy][1])
        say(written)
    follow_up(Therapy.objects.filter(clinic=people.houses["crowd"]))
    return rows


def ahead(batches):
    """The same batches, each made while the database is busy with the one before."""
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(next, batches, None)
        while batch := coming.result():
            coming = pool.submit(next, batches, None)
            yield batch


def batches(rows, people, stamps, clients):
    """{model: (fields, lines)} for fifty clients at a time."""
    for first in range(0, clients, A_BATCH):
        batch = {}
        for n in range(first, min(first + A_BATCH, clients)):
            stamp, own = stamps[n % len(stamps)]
            for model, lines in stamp.printed(rows.new_id, new_own(own, n, rows, people)).items():
                batch.setdefault(model, (stamp.fields[model], []))[1].extend(lines)
        yield batch


def make_stamp(story, people, exercises):
    """A template told into rows of its own, which are printed and never written themselves."""
    people.rows = Rows(story.key)
    told = tell(story, people, exercises)
    made = people.rows.waiting
    made[AuditEvent] = [row for row in made[AuditEvent] if row.action != "practice.logged"]
    invitation = made[Invitation][0]
    own = [story.name, story.email, told.lead().pk, invitation.mail_digest, invitation.link_digest]
    return Stamp(made, told.clinic.pk, own), own


def new_own(own, n, rows, people):
    """What this client has instead of the template's name, address, therapist and secrets."""
    name, email, therapist = crowd.client(n)
    secrets = (rows.new_id().hex * 2, rows.new_id().hex * 2)
    rows.seal.update(f"{name} {email} {secrets[0]}".encode())
    return dict(zip(own, (name, email, str(people.staff[therapist].pk), *secrets), strict=True))
