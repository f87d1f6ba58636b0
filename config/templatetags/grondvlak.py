"""What templates of every room use."""

from typing import Any

from django import template

from config.keten import build_keten, build_volgende_stap
from organisaties.models import Ronde

register = template.Library()


@register.simple_tag(takes_context=True)
def ronde_keten(context: dict[str, Any]) -> list[dict[str, object]]:
    """Give the chain of the page's ronde, or the one that the view made; nothing on pages without a ronde."""
    if "keten" in context:
        return list(context["keten"])
    ronde, lid = context.get("ronde"), context.get("lid")
    return build_keten(ronde, str(context.get("onderdeel", "")), lid) if ronde and lid else []


@register.simple_tag(takes_context=True)
def ronde_volgende_stap(context: dict[str, Any]) -> dict[str, str] | None:
    """Give the next step: the view's own when it set `volgende_stap` (None says that there is none), else the ronde's.

    Only pages that draw it ask the rooms for it.
    """
    if "volgende_stap" in context:
        eigen: dict[str, str] | None = context["volgende_stap"]
        return eigen
    ronde, lid = context.get("ronde"), context.get("lid")
    if not isinstance(ronde, Ronde) or not lid:
        return None
    return build_volgende_stap(ronde, str(context.get("onderdeel", "")), lid, context["request"].path)
