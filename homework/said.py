"""What an entry says: each answer with the question it answers, in the order they are asked."""

from django.utils.translation import gettext as _

from homework.worksheet import answered


def said(entry, homework):
    """[(question, answer)]; what was left alone is left out."""
    lines = [
        (_("What got in the way?"), entry.get_obstacle_display()),
        (_("What got in the way?"), entry.obstacle_words),
        (_("Before:"), of_all(entry.before, 10)),
        (_("After:"), of_all(entry.after, 10)),
        (_("How hard was it?"), of_all(entry.difficulty, 4)),
        (_("Did it help?"), entry.get_helped_display()),
        *answered(homework.prompts, entry.answers),
        (_("Where were you?"), entry.where),
        (_("Who was with you?"), entry.with_whom),
        (_("What happened?"), entry.note),
    ]
    return [(question, str(answer)) for question, answer in lines if answer not in (None, "")]


def of_all(number, top):
    return "" if number is None else _("%(number)d of %(top)d") % {"number": number, "top": top}
