from django import template
from django.utils.translation import get_language, get_language_info

from homework.models.worded import tongue

register = template.Library()


@register.simple_tag
def client_reads(therapy):
    """The language that homework goes out in, where the one who looks reads another; else empty."""
    theirs = tongue(therapy.language)
    return get_language_info(theirs)["name_translated"] if theirs != tongue(get_language()) else ""
