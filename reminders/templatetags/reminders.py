from django import template

from reminders.kinds.practise import telling
from reminders.outside import cover_of

register = template.Library()
register.filter("telling", telling)
register.filter("cover", cover_of)
