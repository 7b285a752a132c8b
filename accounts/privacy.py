"""Who can see what, what is kept where and for how long, in words for a client.

One source: the page /privacy/ shows it, and docs/privacy.md is `in_markdown()`. A client agrees to
it at joining, and is asked again when it says something else: see `VERSIONS`.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

TITLE = _("Privacy in plain words")
LEAD = _("What Midweek knows about you, who sees it, and how long it stays.")
CHAPTERS = [
    (
        _("Who can see what"),
        [
            _("Your therapist reads what you share: goals, plans, entries and reports."),
            _("Somebody who stands in for your therapist reads it for that time. You see who."),
            _("In an emergency a therapist of your clinic can open your pages for 60 minutes."),
            _("They say why, and you can read it."),
            _("“Who has looked” on your page shows the person and the day."),
            _("Admins of the clinic see names, addresses and counts, and no word of yours."),
            _("Nobody else reads a private entry. Your therapist sees only that you practised."),
            _("A private “Not today” shows nothing at all. A draft is yours until you send it."),
            _("Whoever runs the server keeps its keys. They could open it, but no page shows it."),
        ],
    ),
    (
        _("What is kept on the server"),
        [
            _("What you and your therapist write is encrypted before it is stored."),
            _("Numbers, choices and days are not encrypted: how hard it was, done or not, when."),
            _("Your name, e-mail, language and time zone stand there as they are."),
            _("For each device that is signed in: its browser and its address on the net."),
            _("Who opened or changed something, and when. That list holds no words of yours."),
            _("When you agreed to this page, and to which version of it."),
        ],
    ),
    (
        _("What is kept on your phone"),
        [
            _("On your own phone: this week’s pages, for 14 days, and words not sent yet."),
            _("It goes when you sign out. Words not sent yet are encrypted."),
            _("A mark that somebody has signed in here before. It says no name."),
            _("If somebody else may see your phone, nothing is kept on it."),
            _("Files that you fetched lie where you put them. Midweek cannot remove them."),
        ],
    ),
    (
        _("What leaves the server"),
        [
            _("Mails and notices say nothing about therapy, unless you chose your own words."),
            _("A mail passes through the mail service of your clinic’s server and through yours."),
            _("A notice passes through the maker of your browser, encrypted."),
            _("A calendar that you connect reads your appointments under neutral names."),
            _("Pages load nothing from anybody else. Nothing is counted for advertising."),
            _("No software reads your words to judge you, and none is trained on them."),
        ],
    ),
    (
        _("How long it is kept"),
        [
            _("Your record: until the years of your clinic are over, counted from the end."),
            _("The clinic chooses between 1 and 30 years; it told you when you joined."),
            _("Then it is erased by itself."),
            _("Your name and your sign-in go with your last record, unless you work here."),
            _("Words sent after your sign-in ran out: 24 hours. Files of your copy: 24 hours."),
            _("An invitation opens for 72 hours. Its address goes with your record."),
            _("A mail’s text: until it has been sent, or will not be."),
            _("Your sign-in on a phone: 14 days without use, 30 days at most."),
            _("With others near your phone: 15 minutes without use."),
            _("The list of who did what stays. After an erasure your name is no longer in it."),
            _("That somebody agreed stays as well, with its day and without your name."),
            _("Backups are the server’s. What was erased is erased again after one is restored."),
        ],
    ),
    (
        _("What you can do"),
        [
            _("Take a copy of everything at any time, also after the end."),
            _("Correct what you wrote. The earlier wording stays in your history."),
            _("Ask for your record to be erased. You have 7 days to take it back."),
            _("What the law keeps is locked away then: nobody reads it, until its time is over."),
            _("Stop reminders, end any device, and switch on that others see your phone."),
            _("Ask your clinic about all of this. It answers for your data."),
        ],
    ),
]


@dataclass(frozen=True)
class Version:
    """What clients agree to from a day on; `new` is what whoever agreed before reads of it.

    `words` is the hash of the English text, so that no sentence changes without a version.
    """

    since: date
    words: str
    new: tuple


# Oldest first, and never changed: rows of consent carry the number. Another wording is another
# version at the end; tests/accounts/test_consent_words.py says its hash.
VERSIONS = [
    Version(
        since=date(2026, 11, 27),
        words="6573dcbb233d429995f1b98978231c676e9a62f147447cd2623c8c059f53cc43",
        new=(
            _("You said yes when you joined. From now on Midweek keeps the day and the version."),
            _("That stays after an erasure, without your name."),
        ),
    ),
    Version(
        since=date(2026, 11, 28),
        words="a2682faa8a1bcd041bc0fdfd292336ee9ece7bc3f16b6e348875b64098efea7a",
        new=(_("The address that you were invited by is kept as long as your record."),),
    ),
]
VERSION = len(VERSIONS)


def new_since(version):
    """What somebody has not read who agreed to `version`; 0 where no version was kept yet."""
    return [sentence for later in VERSIONS[version:] for sentence in later.new]


def in_markdown():
    """In the language of this moment, as the file in docs/ has it."""
    lines = [f"# {TITLE}", "", str(LEAD)]
    for heading, sentences in CHAPTERS:
        lines += ["", f"## {heading}", "", *(f"- {sentence}" for sentence in sentences)]
    return "\n".join(lines) + "\n"
