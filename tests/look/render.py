from django.template import engines


def render(source, **context):
    """A piece of a template with our tags at hand."""
    return engines["django"].from_string("{% load midweek %}" + source).render(context)
