"""What templates of every room use."""

from typing import Any

from django import template

from config.keten import build_keten

register = template.Library()


@register.simple_tag(takes_context=True)
def ronde_keten(context: dict[str, Any]) -> list[dict[str, object]]:
    """Give the chain of the page's ronde, or the one that the view made; nothing on pages without a ronde."""
    if "keten" in context:
        return list(context["keten"])
    ronde, lid = context.get("ronde"), context.get("lid")
    return build_keten(ronde, str(context.get("onderdeel", "")), lid) if ronde and lid else []
