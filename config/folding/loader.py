"""Reads templates and folds them."""

import re
from contextlib import contextmanager
from functools import partial
from threading import RLock

from django.template import Context, TemplateDoesNotExist
from django.template.base import FilterExpression, NodeList, TextNode
from django.template.defaulttags import IfNode, URLNode
from django.template.library import InclusionNode, SimpleBlockNode
from django.template.loader_tags import ExtendsNode, IncludeNode
from django.template.loaders import cached
from django.templatetags.i18n import BlockTranslateNode

from config.folding.fixed import is_fixed, is_literal, joined
from config.folding.found import Extended, Included, Part
from config.folding.kinds import WRITERS
from config.folding.quick import Address, Phrase
from config.folding.writing import put_down

# How far in a line of HTML stands is for whoever reads the template; a page weighs less without.
INDENT = re.compile(r"\n[ \n]+")


class Loader(cached.Loader):
    """Django's cached loader, whose templates are folded as they are read."""

    def __init__(self, engine, loaders):
        super().__init__(engine, loaders)
        self.folded, self.begun, self.lock = {}, [], RLock()

    def get_template(self, template_name, skip=None):
        key = self.cache_key(template_name, skip)
        return self.folded.get(key) or self.read(key, template_name, skip)

    def read(self, key, name, skip):
        """By one thread; the others have it when it is whole, never while its nodes change."""
        with self.lock:
            template = super().get_template(name, skip)
            if key not in self.folded:
                if not self.is_watched:
                    self.lighten(template)
                self.folded[key] = template
        return template

    @property
    def is_watched(self):
        """Somebody looks for a mistake in the very nodes, or for names that are not there."""
        return self.engine.debug or self.engine.string_if_invalid

    def lighten(self, template):
        with self.reading(template):
            self.fold(template.nodelist)
            put_down(template.nodelist, WRITERS)

    def reset(self):
        super().reset()
        self.folded.clear()

    @contextmanager
    def reading(self, template):
        self.begun.append(template)
        try:
            yield
        finally:
            self.begun.pop()

    def reads(self, name):
        return any(template.name == name for template in self.begun)

    def fold(self, nodelist):
        """In place, for blocks and branches are held by others too."""
        folded, fixed = [], []
        for node in map(self.lighter, nodelist):
            for inner in nodelists_in(node):
                self.fold(inner)
            if is_fixed(node):
                fixed.append(node)
                continue
            folded += [*joined(fixed), node]
            fixed = []
        nodelist[:] = [*folded, *joined(fixed)]

    def lighter(self, node):
        if type(node) is TextNode and str(self.begun[-1].name).endswith(".html"):
            node.s = INDENT.sub("\n", node.s)
        if is_fixed(node):
            return node
        kind = type(node)
        if kind is IncludeNode:
            return self.found(node, node.template, Included)
        if kind is InclusionNode:
            return self.found(node, node.filename, Part)
        if kind is ExtendsNode:
            kind = partial(Extended, source=self.begun[-1].source)
            return self.found(node, node.parent_name, kind)
        if kind is BlockTranslateNode:
            return Phrase(node) if Phrase.says(node) else node
        if kind is URLNode and is_literal(node.view_name) and len(node.args) == 1:
            return Address(node) if not node.kwargs else node
        return node

    def found(self, node, name, kind):
        """The node with the template that it names; one that names itself stays as it is."""
        if isinstance(name, FilterExpression) and is_literal(name):
            name = name.resolve(Context())
        if not isinstance(name, str) or name.startswith(".") or self.reads(name):
            return node
        try:
            return kind(node, self.get_template(name))
        except TemplateDoesNotExist:
            return node


def nodelists_in(node):
    if isinstance(node, IfNode):
        return [branch for _condition, branch in node.conditions_nodelists]
    # Django lets a tag that wraps something say that it holds nothing.
    names = ("nodelist",) if isinstance(node, SimpleBlockNode) else node.child_nodelists
    held = (getattr(node, name, None) for name in names)
    return [inner for inner in held if isinstance(inner, NodeList)]
