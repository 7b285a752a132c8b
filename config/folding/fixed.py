"""Nodes that say the same in every context, and the one node that stands for several of them."""

from django.template.base import Node, NodeList, TextNode, TokenType, Variable
from django.template.defaulttags import CommentNode, LoadNode, URLNode
from django.template.library import SimpleNode
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.templatetags.static import StaticNode
from django.utils.translation import get_language

from config.folding.found import Included


def fixed_tag(function):
    """Mark a simple tag whose markup is the same for the same words, in every context."""
    function.is_fixed = True
    return function


class Fixed(Node):
    """What neighbouring fixed nodes say, by language."""

    child_nodelists = ()

    def __init__(self, nodes):
        self.nodes, self.texts = NodeList(nodes), {}
        self.token, self.origin = nodes[0].token, nodes[0].origin

    def render(self, context):
        language = get_language()
        text = self.texts.get(language)
        if text is None:
            text = self.texts[language] = self.nodes.render(context)
        return text


def joined(nodes):
    """One node for several, if there are any; text alone needs no language."""
    if not all(isinstance(node, TEXT) for node in nodes):
        return [Fixed(nodes)]
    text = "".join(node.s for node in nodes if isinstance(node, TextNode))
    return [TextNode(text)] if text else []


def is_literal(expression):
    """A value written down in the template, without a filter."""
    var = expression.var
    return not expression.filters and not (isinstance(var, Variable) and var.literal is None)


def is_fixed(node):
    rule = RULES.get(type(node))
    return rule is not None and rule(node)


def translates(node):
    plain = node.asvar is None and not node.message_context
    return plain and is_literal(node.filter_expression)


def translates_block(node):
    plain = node.asvar is None and not (node.extra_context or node.plural or node.message_context)
    return plain and all(token.token_type == TokenType.TEXT for token in node.singular)


def leads(node):
    return node.asvar is None and not (node.args or node.kwargs) and is_literal(node.view_name)


def calls(node):
    plain = getattr(node.func, "is_fixed", False) and node.target_var is None
    return plain and all(map(is_literal, [*node.args, *node.kwargs.values()]))


TEXT = (TextNode, LoadNode, CommentNode)
RULES = {
    **dict.fromkeys(TEXT, lambda node: True),
    TranslateNode: translates,
    BlockTranslateNode: translates_block,
    URLNode: leads,
    StaticNode: lambda node: node.varname is None and is_literal(node.path),
    SimpleNode: calls,
    Fixed: lambda node: True,
    Included: lambda node: not node.extra_context and all(map(is_fixed, node.template.nodelist)),
}
