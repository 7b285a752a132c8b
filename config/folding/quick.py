"""Nodes that do the common case by the shortest way, and any other as Django does."""

import re
from datetime import date
from functools import partial
from html import escape
from uuid import UUID

from django.template import defaultfilters
from django.template.base import (
    FilterExpression,
    Node,
    NodeList,
    Variable,
    VariableDoesNotExist,
    VariableNode,
    render_value_in_context,
)
from django.template.defaulttags import TemplateLiteral
from django.template.smartif import TokenBase
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from config.addresses import address
from config.said_days import day_in_words

SPECIAL = re.compile("[&<>\"']").search


class Lookup(Variable):
    """A name, and attributes or keys: Django tries each as a key first, and raises in between."""

    __slots__ = ()

    def resolve(self, context):
        names = self.lookups
        try:
            value = context[names[0]]
        except KeyError:
            if names[0] in vars(context):
                return super().resolve(context)
            raise VariableDoesNotExist(
                "Failed lookup for key [%s] in %r", (names[0], context)
            ) from None
        try:
            for name in names[1:]:
                kind = type(value)
                if kind is dict:
                    value = value[name]
                elif hasattr(kind, "__getitem__") or callable(value):
                    return super().resolve(context)
                else:
                    value = getattr(value, name)
        except Exception:
            # Which of them are said in silence is Django's to know.
            return super().resolve(context)
        return super().resolve(context) if callable(value) else value


class Value(VariableNode):
    """A value on the page. Most are text, or numbers that need no grouping."""

    def __init__(self, node):
        super().__init__(node.filter_expression)
        self.token, self.origin = node.token, node.origin
        self.ask = asked(node.filter_expression)

    def render(self, context):
        value = self.ask(context)
        kind = type(value)
        if kind is SafeString:
            return value
        if kind is str and context.autoescape:
            return SafeString(escape(value) if SPECIAL(value) else value)
        if kind is int or kind is UUID:
            return str(value)
        return render_value_in_context(value, context)


def asked(expression, ignore_failures=False):
    """The shortest way to the value of an expression."""
    if expression.filters or type(expression.var) is not Lookup:
        return partial(expression.resolve, ignore_failures=ignore_failures)
    lookup = expression.var.resolve

    def ask(context):
        try:
            return lookup(context)
        except VariableDoesNotExist:
            return None if ignore_failures else expression.resolve(context)

    return ask


def day(value, form=None):
    """The filter `date`: a day is put in words once."""
    if form and type(value) is date:
        return day_in_words(value, form)
    return defaultfilters.date(value, form)


# As the filter it stands for says of itself.
vars(day).update(vars(defaultfilters.date))
QUICK = {defaultfilters.date: day}


class Phrase(Node):
    """A translated sentence with values in it; its words are looked up once for each language."""

    child_nodelists = ()

    def __init__(self, node):
        self.node, self.words = node, {}
        self.said, self.names = node.render_token_list(node.singular)
        self.token, self.origin = node.token, node.origin

    def render(self, context):
        own = {name: value.resolve(context) for name, value in self.node.extra_context.items()}
        values = {
            name: render_value_in_context(own[name] if name in own else context[name], context)
            for name in self.names
            if name in own or name in context
        }
        language = get_language()
        words = self.words.get(language)
        if words is None:
            words = self.words[language] = gettext(self.said)
        try:
            said = words % values
        except (KeyError, ValueError):
            return self.node.render(context)
        if self.node.asvar is None:
            return said
        context[self.node.asvar] = SafeString(said)
        return ""


class Address(Node):
    """An address with one id in it."""

    child_nodelists = ()

    def __init__(self, node):
        self.node, self.name = node, node.view_name.var
        (self.value,) = node.args
        self.asvar = node.asvar
        self.token, self.origin = node.token, node.origin

    def render(self, context):
        value = self.value.resolve(context)
        if type(value) is not UUID:
            return self.node.render(context)
        said = address(self.name, value)
        if self.asvar is None:
            return said
        context[self.asvar] = said
        return ""


def quicken(held):
    """Give every expression that a node holds the quick lookup."""
    if isinstance(held, FilterExpression):
        held.filters = [(QUICK.get(filter, filter), args) for filter, args in held.filters]
        if type(held.var) is Variable and held.var.lookups and not held.var.translate:
            held.var = Lookup(held.var.var)
    elif isinstance(held, dict):
        quicken(list(held.values()))
    elif isinstance(held, (list, tuple)) and not isinstance(held, NodeList):
        for one in held:
            quicken(one)
    elif isinstance(held, TemplateLiteral):
        quicken(held.value)
        held.eval = asked(held.value, ignore_failures=True)
    elif isinstance(held, TokenBase):
        quicken([held.first, held.second])
