"""The whole loop, by hand: from the invitation to the answer and the next week's plan.

One therapist's screen, one client's phone, nothing but presses and words between them.
"""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import User
from homework.models import WeekPlan
from homework.practice_day import practice_today
from reminders import engine
from reminders.models import ReminderSlot
from tests.browser.conftest import PHONE


class Hand:
    """One person's hand on one page."""

    def __init__(self, page):
        self.page = page

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).click()

    def follow(self, name):
        self.page.get_by_role("link", name=name).first.click()

    def write(self, label, words):
        self.page.get_by_label(label).fill(words)

    def choose(self, words, place=0):
        self.page.locator("label.chip", has_text=words).nth(place).click()

    def answer(self, question, words):
        group = self.page.get_by_role("group", name=question)
        group.locator("label.chip", has_text=words).click()

    def sees(self, words):
        self.page.get_by_text(words).first.wait_for()


@pytest.fixture
def screen(open_page, world):
    return Hand(open_page(world.tess))


@pytest.fixture
def phone(open_page):
    return Hand(open_page(None, PHONE))


def test_from_session_to_session(screen, phone, world):
    invite_and_join(screen, phone)
    nils = User.objects.get(email="nils@example.org")
    therapy = nils.therapies.get()
    name_the_goal(screen, therapy)
    plan_the_week(screen)
    agree_on_the_phone(phone)
    practise(phone)
    remind(nils)
    report(phone)
    review(screen, therapy)
    hear(phone)
    assert WeekPlan.objects.running().get(therapy=therapy).assignments.get().carried_from


def invite_and_join(screen, phone):
    screen.page.goto("/caseload/")
    screen.follow("Invite a client")
    screen.write("The client’s name", "Nils Berg")
    screen.choose("On a phone or computer")
    screen.answer("Are they under 18?", "No")
    screen.write("E-mail", "nils@example.org")
    screen.press("Add the client")
    screen.sees("Hand it over")
    phone.page.goto(mailed_path())
    phone.write("Choose a password", "small-steps-7")
    phone.answer("Is this your own", "Yes")
    phone.answer("Does somebody else", "No")
    phone.page.get_by_label("I agree to this").check()
    phone.press("Join")
    phone.page.wait_for_url("**/today/")


def mailed_path():
    """The path of the link in the last mail."""
    return re.search(r"https?://[^/\s]+(/join/\S+)", mail.outbox[-1].body).group(1)


def name_the_goal(screen, therapy):
    screen.page.goto(f"/caseload/{therapy.pk}/first-session/")
    for words in ("Have people round again", "I miss a full table", "Six chairs are taken"):
        screen.page.locator("main form textarea, main form input[type=text]").first.fill(words)
        screen.press("Continue")
    screen.write("What small steps do you think it takes?", "Answer my sister\nTea with one friend")
    screen.press("Continue")
    screen.follow("This is the order")
    screen.choose("Answer my sister")
    screen.press("Continue")
    screen.follow("Plan the first week")


def plan_the_week(screen):
    screen.write("In your own words", "Ring my sister back")
    screen.page.keyboard.press("Enter")
    screen.write("After what?", "when I have eaten")
    screen.write("Remind at", "18:00")
    screen.choose("90")
    screen.press("Save and back to the week")
    screen.press("Send to the phone")
    screen.sees("It waits for a yes")


def agree_on_the_phone(phone):
    phone.page.goto("/today/")
    phone.follow("Look at the plan")
    # Said back, then what might get in the way, then how sure.
    phone.follow("Next")
    phone.follow("Next")
    phone.press("I agree")
    phone.sees("Ring my sister back")


def practise(phone):
    phone.page.goto("/today/")
    phone.press("Done")
    phone.sees("1 practice so far")
    phone.page.get_by_text("Add a few words").click()
    phone.write("What happened?", "She laughed.")
    phone.press("Save")
    phone.sees("See or change what you said")


def remind(nils):
    """Tomorrow's reminder, brought forward to now: a mail that says nothing about what it is."""
    engine.tick()
    now = timezone.now()
    ahead = ReminderSlot.objects.open().filter(practice_date__gt=practice_today(nils.zone))
    slot = ahead.filter(therapy__client=nils).earliest("due_at")
    ReminderSlot.objects.filter(pk=slot.pk).update(
        due_at=now - timedelta(minutes=1), not_after=now + timedelta(hours=1)
    )
    sent = len(mail.outbox)
    engine.tick()
    assert [each.to for each in mail.outbox[sent:]] == [["nils@example.org"]]
    assert "sister" not in mail.outbox[-1].subject + mail.outbox[-1].body


def report(phone):
    phone.follow("Report")
    phone.write("What do you want to talk about?", "Her birthday")
    phone.press("Send to Tess")
    phone.sees("Her birthday")


def review(screen, therapy):
    screen.page.goto("/caseload/")
    screen.sees("Her birthday")
    screen.page.goto(f"/caseload/{therapy.pk}/")
    screen.sees("She laughed.")
    screen.follow("Review and plan")
    screen.choose("Keep")
    screen.page.locator("#next-homework li").first.wait_for()
    screen.choose("Yes, as it is")
    screen.page.locator("[name=feedback]").fill("You rang before you could think.")
    screen.press("Agree on this week")
    screen.page.get_by_role("heading", name="Summary of the hour").wait_for()


def hear(phone):
    phone.page.goto("/today/")
    phone.follow("Tess has answered your week")
    phone.sees("You rang before you could think.")
