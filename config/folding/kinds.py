"""How each kind of node is put down in the function of its template."""

from keyword import iskeyword

from django.template.base import TextNode, VariableNode
from django.template.defaulttags import CycleNode, ForNode, IfChangedNode, IfNode, WithNode
from django.template.library import SimpleBlockNode, SimpleNode
from django.template.loader_tags import BlockNode, ExtendsNode

from config.folding.asked import tested
from config.folding.fixed import Fixed
from config.folding.found import QUOTE, Extended, Included, Part
from config.folding.written import Written

# They keep something in the state of their own template, so that it is rendered by itself.
STATEFUL = (BlockNode, CycleNode, ExtendsNode, IfChangedNode)


def text(writing, node):
    writing.say(repr(node.s))


def fixed(writing, node):
    texts, render = writing.name(node.texts), writing.name(node.render)
    writing.say(f"({texts}.get(language) or {render}(context))")


def value(writing, node):
    if node.filter_expression.token == QUOTE and writing.above:
        return one_block(writing, writing.above)
    return writing.say(f"shown({writing.ask(node.filter_expression)}, context)")


def branch(writing, node):
    word = "if"
    for condition, nodes in node.conditions_nodelists:
        test = condition and f"{word} {writing.name(tested(condition))}(context)"
        with writing.under(f"{test or 'else'}:"):
            writing.nodes(nodes)
        word = "elif"


def names(writing, node):
    with writing.pushed(writing.layer(node.extra_context)):
        writing.nodes(node.nodelist)


def loop(writing, node):
    around, values, size, layer, one = map(
        writing.fresh, ("around", "values", "size", "layer", "one")
    )
    writing.line(f"{around} = context.get('forloop', {{}})")
    writing.line(f"{layer} = {{}}")
    with writing.pushed(layer):
        writing.line(f"{values} = sized({writing.ask(node.sequence, otherwise=None)})")
        writing.line(f"{size} = len({values})")
        walked = f"reversed({values})" if node.is_reversed else values
        with writing.under(f"if not {size}:"):
            writing.nodes(node.nodelist_empty)
        with writing.under(f"for {one} in rounds({walked}, {size}, {around}, {layer}):"):
            one_round(writing, node, layer, one)


def one_round(writing, node, layer, one):
    if len(node.loopvars) > 1:
        with writing.pushed(f"unpacked({tuple(node.loopvars)!r}, {one})"):
            writing.nodes(node.nodelist_loop)
    else:
        writing.line(f"{layer}[{node.loopvars[0]!r}] = {one}")
        writing.nodes(node.nodelist_loop)


def tag(writing, node):
    outcome(writing, node, called(writing, node, *given(writing, node)))


def outcome(writing, node, call):
    if node.target_var is None:
        writing.say(f"drawn({call}, context)")
    else:
        writing.line(f"dicts[-1][{node.target_var!r}] = {call}")


def wrapping_tag(writing, node):
    """A tag that is given what stands in it."""
    around, content, args, facts = map(writing.fresh, ("around", "content", "args", "facts"))
    writing.line(f"{args} = [{', '.join(map(writing.ask, node.args))}]")
    writing.line(f"{facts} = {writing.layer(node.kwargs)}")
    writing.line(f"{around}, out = out, []")
    writing.nodes(node.nodelist)
    writing.line(f"{content} = SafeString(''.join(out))")
    writing.line(f"out = {around}")
    outcome(writing, node, called(writing, node, content, f"*{args}", f"**{facts}"))


def given(writing, node):
    """What a tag is given by its template. A word of Python is no name there, but a key."""
    facts = (
        f"**{writing.layer({name: value})}" if iskeyword(name) else f"{name}={writing.ask(value)}"
        for name, value in node.kwargs.items()
    )
    return [*map(writing.ask, node.args), *facts]


def called(writing, node, *asks):
    """The call of a tag's function, in source."""
    context = ["context"] if node.takes_context else []
    return f"{writing.name(node.func)}({', '.join([*context, *asks])})"


def included(writing, node):
    layer = writing.layer(node.extra_context)
    if keeps_state(node.template):
        writing.by_itself(node)
    else:
        with writing.alone(layer) if node.isolated else writing.pushed(layer):
            template(writing, node.template)


def part(writing, node):
    if keeps_state(node.template):
        writing.by_itself(node)
    else:
        names = called(writing, node, *given(writing, node))
        with writing.alone(f"with_token(context, {names})"):
            template(writing, node.template)


def template(writing, template):
    """A function of its own calls another; what is short is said on the spot."""
    if template.nodelist and type(template.nodelist[0]) is Written:
        writing.line(f"{writing.name(template.nodelist[0].write)}(context, language, out)")
    else:
        writing.nodes(template.nodelist)


def keeps_state(template):
    return any(map(template.nodelist.get_nodes_by_type, STATEFUL))


def page(writing, node):
    """Its layout, with its own blocks in their places."""
    writing.blocks = writing.blocks or {}
    for name, own in (*node.blocks.items(), *node.layout_blocks.items()):
        writing.blocks.setdefault(name, []).append(own)
    writing.nodes(node.layout.nodelist)


def block(writing, node):
    if writing.blocks is None:
        writing.by_itself(node)
    else:
        one_block(writing, writing.blocks.get(node.name, [node]))


def one_block(writing, blocks):
    """What the first says; those above it are there to be quoted."""
    around, writing.above = writing.above, blocks[1:]
    with writing.pushed("{}"):
        writing.nodes(blocks[0].nodelist)
    writing.above = around


WRITERS = {
    BlockNode: block,
    Extended: page,
    Fixed: fixed,
    ForNode: loop,
    IfNode: branch,
    Included: included,
    Part: part,
    SimpleBlockNode: wrapping_tag,
    SimpleNode: tag,
    TextNode: text,
    VariableNode: value,
    WithNode: names,
}
