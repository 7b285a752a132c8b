"""A template put down as one Python function, when it is read.

Django walks a tree of nodes for each page, and every node calls several more to say one word. What
the tree does is known beforehand, so a function says it: text, values, branches, loops, parts, and
a page's blocks at their places in its layout (kinds.py). Any other node renders itself.
"""

from contextlib import contextmanager

from django.template.base import TextNode, VariableNode
from django.template.loader_tags import BlockNode, ExtendsNode

from config.folding.asked import asked
from config.folding.fixed import Fixed
from config.folding.found import QUOTE
from config.folding.helpers import HELPERS
from config.folding.written import Written, nodes_of

# Python nests twenty loops and tries in one function, and a node may take three of them.
DEEPEST = 16


def put_down(nodelist, writers):
    """In place, as lists are held by others too. What is said in one piece stays as it is."""
    pages = [node for node in nodelist if isinstance(node, ExtendsNode)]
    if pages:
        put_down_page(pages[0], writers)
    elif not all(isinstance(node, (TextNode, Fixed, Written)) for node in nodelist):
        nodelist[:] = [Written(nodelist, Writing(writers).function(nodelist))]


def put_down_page(page, writers):
    """With its layout, or each block by itself. A page that extends it must find it as a page."""
    if getattr(page, "is_settled", False):
        writing = Writing(writers)
        write = writing.function([page])
        page.write = write if writing.sees_every_block else None
    if getattr(page, "write", None) is None:
        for block in page.blocks.values():
            put_down(block.nodelist, writers)


def quotes(node):
    """A block is quoted in it."""
    values = node.get_nodes_by_type(VariableNode)
    return any(value.filter_expression.token == QUOTE for value in values)


class Writing:
    """The source of one function, and the things that it names."""

    def __init__(self, writers):
        self.writers, self.blocks, self.above, self.sees_every_block = writers, None, [], True
        self.lines, self.depth, self.said, self.names = [], 0, [], {}

    def function(self, nodes):
        with self.under("def write(context, language, out):"):
            self.line("dicts = context.dicts")
            self.nodes(nodes)
        names = HELPERS | self.names
        # The source holds names made here and the text of our own templates, as literals.
        exec("\n".join(self.lines), names)  # noqa: S102
        return names["write"]

    def nodes(self, nodes):
        writers = self.writers if self.depth < DEEPEST else {}
        for node in nodes_of(nodes):
            writers.get(type(node), Writing.by_itself)(self, node)

    def by_itself(self, node):
        for name in node.child_nodelists:
            put_down(getattr(node, name, ()), self.writers)
        if self.blocks is not None and (node.get_nodes_by_type(BlockNode) or quotes(node)):
            self.sees_every_block = False
        self.say(f"{self.name(node.render)}(context)")

    def name(self, thing):
        """What the function calls a thing."""
        name = f"_{len(self.names)}"
        self.names[name] = thing
        return name

    def fresh(self, word):
        """A name for a thing that the function finds itself."""
        return f"{word}{len(self.lines)}"

    def ask(self, expression, otherwise=""):
        return f"{self.name(asked(expression, otherwise))}(context)"

    def layer(self, expressions):
        """A dict of names, in source."""
        pairs = (f"{name!r}: {self.ask(value)}" for name, value in expressions.items())
        return f"{{{', '.join(pairs)}}}"

    def say(self, expression):
        """Neighbours are said in one breath."""
        self.said.append(expression)

    def line(self, code):
        self.end_saying()
        self.lines.append(f"{'    ' * self.depth}{code}")

    def end_saying(self):
        if self.said:
            said, self.said = ", ".join(self.said), []
            self.line(f"out += ({said},)")

    @contextmanager
    def under(self, head):
        self.line(head)
        self.depth += 1
        self.line("pass")
        yield
        self.end_saying()
        self.depth -= 1

    @contextmanager
    def pushed(self, layer):
        """With one more layer of names on the context."""
        self.line(f"dicts.append({layer})")
        with self.under("try:"):
            yield
        with self.under("finally:"):
            self.line("dicts.pop()")

    @contextmanager
    def alone(self, layer):
        """With this layer of names and no other."""
        before = self.fresh("before")
        self.line(f"{before} = dicts")
        self.line(f"dicts = context.dicts = [BUILTINS, {layer}]")
        with self.under("try:"):
            yield
        with self.under("finally:"):
            self.line(f"dicts = context.dicts = {before}")
