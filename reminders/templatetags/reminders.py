from django import template

from reminders.kinds.practise import telling

register = template.Library()
register.filter("telling", telling)
