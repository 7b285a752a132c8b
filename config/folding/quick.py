"""Nodes that do the common case by the shortest way, and any other as Django does."""

from uuid import UUID

from django.template.base import Node
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from config.addresses import address
from config.folding.asked import asked
from config.folding.helpers import shown


class Phrase(Node):
    """A translated sentence with values in it; its words are looked up once for each language."""

    child_nodelists = ()

    def __init__(self, node):
        self.node, self.words = node, {}
        self.said, names = node.render_token_list(node.singular)
        if node.plural:
            self.said_of_many, more = node.render_token_list(node.plural)
            names = {*names, *more, node.countervar}
        own = {name: asked(value) for name, value in node.extra_context.items()}
        if node.plural:
            own[node.countervar] = asked(node.counter)
        self.values = [(name, own.get(name) or held(name)) for name in names]
        self.token, self.origin = node.token, node.origin

    @staticmethod
    def says(node):
        """Not what has a context of words, nor what counts a value that it names itself."""
        own = node.plural and any(name in node.counter.token for name in node.extra_context)
        return not (node.message_context or own)

    def render(self, context):
        values = {name: ask(context) for name, ask in self.values}
        words = self.words_for(values) if self.node.plural else self.known_words()
        try:
            said = words % {name: shown(value, context) for name, value in values.items()}
        except (KeyError, TypeError, ValueError):
            return self.node.render(context)
        if self.node.asvar is None:
            return said
        context[self.node.asvar] = SafeString(said)
        return ""

    def known_words(self):
        language = get_language()
        words = self.words.get(language)
        if words is None:
            words = self.words[language] = gettext(self.said)
        return words

    def words_for(self, values):
        count = values[self.node.countervar]
        # Django says of what is no number that it is none.
        return ngettext(self.said, self.said_of_many, count) if type(count) is int else None


def held(name):
    """What the context holds under a name, nothing else tried."""
    return lambda context: context.get(name, "")


class Address(Node):
    """An address with one id in it."""

    child_nodelists = ()

    def __init__(self, node):
        self.node, self.name = node, node.view_name.var
        (value,) = node.args
        self.ask, self.asvar = asked(value), node.asvar
        self.token, self.origin = node.token, node.origin

    def render(self, context):
        value = self.ask(context)
        if type(value) is not UUID:
            return self.node.render(context)
        said = address(self.name, value)
        if self.asvar is None:
            return said
        context[self.asvar] = said
        return ""
