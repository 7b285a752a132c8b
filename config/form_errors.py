"""What is wrong in a form, each with the id of the field that a person can mend it in."""

from django import forms

GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple, forms.MultiWidget)


def first_id(field):
    """The id of the control itself; of a group, of its first."""
    if isinstance(field.field.widget, GROUPS):
        return f"{field.auto_id}_0"
    return field.id_for_label


def linked_errors(form):
    """(id or "", message) for a form or a formset, in the order of the page."""
    if hasattr(form, "forms"):
        whole = [("", message) for message in form.non_form_errors()]
        return whole + [error for one in form.forms for error in linked_errors(one)]
    found = [("", message) for message in form.non_field_errors()]
    for field in form:
        found += [("" if field.is_hidden else first_id(field), error) for error in field.errors]
    return found
