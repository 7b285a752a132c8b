"""A text column as a form field: its own length and label, the plain refusals of Text."""

from accounts.ground.words_field import Text


def written(model, name, **options):
    return model._meta.get_field(name).formfield(form_class=Text, **options)
