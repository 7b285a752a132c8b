"""Includes and layouts that were found when their template was read, and not for each page."""

from django.template.base import Node, TextNode
from django.template.loader_tags import BLOCK_CONTEXT_KEY, BlockContext, BlockNode, ExtendsNode

from config.folding.quick import asked


class Included(Node):
    """An include whose template is known."""

    child_nodelists = ()

    def __init__(self, node, template):
        self.template = template
        self.extra_context, self.isolated = node.extra_context, node.isolated_context
        self.values = [(name, asked(value)) for name, value in node.extra_context.items()]
        self.token, self.origin = node.token, node.origin

    def render(self, context):
        values = {name: ask(context) for name, ask in self.values}
        if self.isolated:
            return self.template.render(context.new(values))
        with context.push(**values):
            return self.template.render(context)


class Extended(ExtendsNode):
    """A page whose layout is known, and so are the layout's blocks."""

    def __init__(self, node, layout):
        vars(self).update(vars(node))
        self.layout = layout
        first = next((one for one in layout.nodelist if not isinstance(one, TextNode)), None)
        found = [] if isinstance(first, ExtendsNode) else blocks_in(layout.nodelist)
        self.layout_blocks = {block.name: block for block in found}

    def render(self, context):
        blocks = context.render_context.setdefault(BLOCK_CONTEXT_KEY, BlockContext())
        blocks.add_blocks(self.blocks)
        blocks.add_blocks(self.layout_blocks)
        with context.render_context.push_state(self.layout, isolated_context=False):
            return self.layout._render(context)


def blocks_in(nodelist):
    return nodelist.get_nodes_by_type(BlockNode)
