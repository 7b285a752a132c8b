"""The main path in the other two families of browsers: sign in, log, report, sign out."""

import pytest

from homework.models import PracticeEntry, WeekReport

# Both have workers; where one refused ours, nothing would work without a network.
WORKER = """navigator.serviceWorker.ready.then(({ active: worker }) =>
  new Promise(done => worker.state === "activated" ? done(worker.state)
    : worker.onstatechange = () => worker.state === "activated" && done(worker.state)))"""


@pytest.mark.filterwarnings("ignore:setting remote_server_addr")  # Selenium's, about itself.
def test_a_week_from_signing_in_to_signing_out(hand, live_server, world):
    hand.open(f"{live_server.url}/today/")
    hand.write("E-mail", "cleo@example.org")
    hand.write("Password", "correct-horse-9")
    hand.press("Sign in")
    hand.press("Done")
    hand.sees("1 practice so far")
    assert hand.ask(WORKER) == "activated"
    hand.press("Undo")
    hand.sees("Taken back.")
    hand.open(f"{live_server.url}/today/{world.assignment.pk}/log/")
    hand.choose("Done")
    hand.write("What happened?", "I sat upstairs.")
    hand.press("Save")
    hand.sees("1 practice so far")
    hand.open(f"{live_server.url}/report/{world.therapy.pk}/")
    hand.write("What do you want to talk about?", "The driver")
    hand.press("Send to Tess")
    hand.sees("Sent on")
    hand.open(f"{live_server.url}/me/")
    hand.press("Sign out")
    hand.sees("Small steps, in the days between.")
    hand.open(f"{live_server.url}/today/")
    hand.sees("I forgot my password")
    kept = PracticeEntry.objects.get(withdrawn_at=None)
    assert (kept.state, kept.note) == ("done", "I sat upstairs.")
    assert WeekReport.objects.get().topics == "The driver"
