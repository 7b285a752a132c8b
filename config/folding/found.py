"""Parts and layouts that were found when their template was read, and not for each page."""

from django.template.base import Node
from django.template.library import InclusionNode
from django.template.loader_tags import BLOCK_CONTEXT_KEY, BlockContext, BlockNode, ExtendsNode

from config.folding.written import said

BLOCK, QUOTE = "block.", "block.super"


class Included(Node):
    """An include whose template is known."""

    child_nodelists = ()

    def __init__(self, node, template):
        self.template = template
        self.extra_context, self.isolated = node.extra_context, node.isolated_context
        self.token, self.origin = node.token, node.origin

    def render(self, context):
        values = {name: value.resolve(context) for name, value in self.extra_context.items()}
        if self.isolated:
            return self.template.render(context.new(values))
        with context.push(**values):
            return self.template.render(context)


class Extended(ExtendsNode):
    """A page whose layout is known, and so are the layout's blocks.

    It is settled where every layout above is known, and where a block quotes the one that it takes
    the place of, it just says it. Then it can be put down as one function.
    """

    write = None

    def __init__(self, node, layout, source):
        vars(self).update(vars(node))
        self.layout = layout
        above = (one for one in layout.nodelist if isinstance(one, ExtendsNode))
        self.above = next(above, None)
        found = [] if self.above else blocks_in(layout.nodelist)
        self.layout_blocks = {block.name: block for block in found}
        plain = all(map(quotes_plainly, (source, layout.source)))
        self.is_settled = plain and getattr(self.above, "is_settled", self.above is None)

    def render(self, context):
        """In one piece, unless a page that extends this one has blocks to put in."""
        if self.write and BLOCK_CONTEXT_KEY not in context.render_context:
            return said(self.write, context)
        blocks = context.render_context.setdefault(BLOCK_CONTEXT_KEY, BlockContext())
        blocks.add_blocks(self.blocks)
        blocks.add_blocks(self.layout_blocks)
        with context.render_context.push_state(self.layout, isolated_context=False):
            return self.layout._render(context)


class Part(InclusionNode):
    """A tag whose template is known."""

    def __init__(self, node, template):
        vars(self).update(vars(node))
        self.template = template


def quotes_plainly(source):
    """It asks nothing else of a block."""
    return BLOCK not in source.replace(f"{{{{ {QUOTE} }}}}", "")


def blocks_in(nodelist):
    return nodelist.get_nodes_by_type(BlockNode)
