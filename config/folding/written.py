"""What stands in a template for all of its nodes, once they are put down as one function."""

from django.template.base import Node, NodeList
from django.utils.translation import get_language


class Written(Node):
    """Stands for all nodes of a list. `write(context, language, out)` adds what they say."""

    child_nodelists = ("nodes",)

    def __init__(self, nodes, write):
        self.nodes, self.write = NodeList(nodes), write

    def render(self, context):
        return said(self.write, context)


def said(write, context):
    out = []
    write(context, get_language(), out)
    return "".join(out)


def nodes_of(nodelist):
    return nodelist[0].nodes if nodelist and type(nodelist[0]) is Written else nodelist
