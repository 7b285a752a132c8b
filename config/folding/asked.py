"""What a template asks of its context: values and conditions, each a function made once.

They take the shortest way; whatever is out of the ordinary is left to Django.
"""

from datetime import date

from django.template import defaultfilters
from django.template.base import Variable, VariableDoesNotExist
from django.template.defaulttags import TemplateLiteral
from django.utils import timezone
from django.utils.safestring import SafeData, mark_safe

from config.said_days import day_in_words


def asked(expression, otherwise=""):
    """The value of an expression; `otherwise` stands for a name that is not there."""
    var = expression.var
    ask = named(var, otherwise) if isinstance(var, Variable) else constant(var)
    for function, args in expression.filters:
        ask = filtered(ask, QUICK.get(function, function), args)
    return ask


def constant(value):
    return lambda context: value


def named(variable, otherwise):
    """A name, and attributes or keys of what it names."""
    if not variable.lookups or variable.translate:
        return variable.resolve
    name, *rest = variable.lookups

    def by_django(context):
        try:
            return variable.resolve(context)
        except VariableDoesNotExist:
            return otherwise

    def ask(context):
        for names in reversed(context.dicts):
            if name in names:
                value = names[name]
                break
        else:
            return by_django(context) if name in vars(context) else otherwise
        try:
            for attribute in rest:
                kind = type(value)
                if kind is dict:
                    value = value[attribute]
                elif kind in HAS_ATTRIBUTES or HAS_ATTRIBUTES.of(value):
                    value = getattr(value, attribute)
                else:
                    return by_django(context)
        except Exception:
            # Which of them are said in silence is Django's to know.
            return by_django(context)
        if type(value) in IS_VALUE or IS_VALUE.of(value):
            return value
        return by_django(context)

    return ask


class Kinds(set):
    """The types of which something holds, asked of the first value that comes along."""

    def __init__(self, holds):
        super().__init__()
        self.holds = holds

    def of(self, value):
        holds = self.holds(value)
        if holds:
            self.add(type(value))
        return holds


# Django tries each name as a key first, and calls what it has found.
IS_VALUE = Kinds(lambda value: not callable(value))
HAS_ATTRIBUTES = Kinds(
    lambda value: not (callable(value) or hasattr(type(value), "__getitem__")),
)


def filtered(ask, function, args):
    is_safe = getattr(function, "is_safe", False)
    expects_localtime = getattr(function, "expects_localtime", False)
    needs_autoescape = getattr(function, "needs_autoescape", False)
    # As Django does: what a template writes down itself is markup.
    given = [arg.resolve if is_name else constant(mark_safe(arg)) for is_name, arg in args]  # noqa: S308

    def ask_filtered(context):
        value = ask(context)
        if expects_localtime:
            value = timezone.template_localtime(value, context.use_tz)  # type: ignore[attr-defined]
        with_args = [one(context) for one in given] if given else ()
        if needs_autoescape:
            said = function(value, *with_args, autoescape=context.autoescape)
        else:
            said = function(value, *with_args)
        return mark_safe(said) if is_safe and isinstance(value, SafeData) else said  # noqa: S308

    return ask_filtered


def day(value, form=None):
    """The filter `date`: a day is put in words once."""
    if form and type(value) is date:
        return day_in_words(value, form)
    return defaultfilters.date(value, form)


# As the filter it stands for says of itself.
vars(day).update(vars(defaultfilters.date))
QUICK = {defaultfilters.date: day}


def tested(condition):
    """The condition of a branch."""
    if not isinstance(condition, TemplateLiteral):
        quicken(condition)
        return condition.eval
    ask = asked(condition.value, otherwise=None)
    return ask if is_plain(condition.value) else if_there(ask)


def quicken(condition):
    """Let the comparisons in it ask by the short way; what breaks in one does not hold."""
    if isinstance(condition, TemplateLiteral):
        condition.eval = asked(condition.value, otherwise=None)
    elif condition is not None:
        quicken(condition.first)
        quicken(condition.second)


def is_plain(expression):
    """No filter is given a name that may be missing."""
    return not any(is_name for _filter, args in expression.filters for is_name, _arg in args)


def if_there(ask):
    def test(context):
        try:
            return ask(context)
        except VariableDoesNotExist:
            return None

    return test
