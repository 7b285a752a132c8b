"""{{ goal.created_at|plain_day }}: 10 September, with the year where it is another one."""

from datetime import datetime

from django import template
from django.utils import timezone

from homework import dates

register = template.Library()


@register.filter
def plain_day(moment):
    if not moment:
        return ""
    day = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    return dates.plain_day(day)
