"""What pages about people print."""

from django import template
from django.conf import settings
from django.utils.translation import gettext as _

from accounts import audit_words as audit
from accounts.middleware.no_trace import mark_of_leave

register = template.Library()


@register.simple_tag(name="mark_of_leave")
def mark():
    """The cookie that the Leave button writes."""
    return mark_of_leave()


@register.simple_tag
def languages():
    """Code and name of each, in its own words and never translated."""
    return settings.LANGUAGES


# The first that occurs names the browser: others copy its name into theirs.
BROWSERS = [
    ("Edg", "Edge"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
]
SYSTEMS = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
]


@register.filter
def device(agent):
    """ "Firefox on Windows", as far as a browser says."""
    browser = next((name for mark, name in BROWSERS if mark in agent), _("A browser"))
    system = next((name for mark, name in SYSTEMS if mark in agent), "")
    if not system:
        return browser
    return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}


@register.filter(name="audit_words")
def audit_action(action):
    return audit.WORDS.get(action, action)


@register.filter
def audit_kind(kind):
    return audit.KINDS.get(kind, kind)
