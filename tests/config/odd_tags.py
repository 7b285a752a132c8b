"""Tags of kinds that our own templates do without; folded pages still say what they say."""

from django.template import Library

register = Library()


def words(facts):
    return " ".join(f"{name}={value}" for name, value in facts.items())


@register.simple_tag
def facts(**facts):
    """Whose names are words of Python, too."""
    return words(facts)


@register.simple_block_tag
def around(content, **facts):
    """Its facts are asked before what stands in it is said."""
    return f"{content} {words(facts)}"


@register.inclusion_tag("alone", takes_context=True)
def whole(context):
    """Hands on all that it was given."""
    context["one"] = context["name"]
    return context
