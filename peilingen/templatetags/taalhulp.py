"""The plain-language help under a field, drawn with the page: it is there without a script too."""

from django import template
from django.forms import BaseForm

from peilingen.domain.taalhulp import Taalhulp
from peilingen.domain.taalhulp import build_taalhulp as build

register = template.Library()


@register.simple_tag
def build_taalhulp(form: BaseForm, veld: str) -> Taalhulp | None:
    """Check what stands in a field of a form now; None when the form has no such field."""
    if veld not in form.fields:
        return None
    soort = str(form["soort"].value() or "") if "soort" in form.fields else ""
    return build(str(form[veld].value() or ""), veld, soort=soort)


@register.simple_tag
def veld_id(form: BaseForm, veld: str) -> str:
    """Give the id of the element of a field, so that the help can listen to it."""
    return str(form[veld].id_for_label)
