"""What other words would do to a question that was asked before, for the form of that question."""

from django import template

from peilingen.domain.bibliotheek import describe_gebruik as describe
from peilingen.models import Vraag

register = template.Library()


@register.simple_tag
def describe_gebruik(vraag: object) -> str:
    """Say where a question was asked besides here; "" for a new one."""
    return describe(vraag) if isinstance(vraag, Vraag) else ""
