"""How a run used people's decisions, in words."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from codering.models import Analyserun, Thema
from codering.nlp.bewaking import GEWEIGERD, Leerstatus


def is_refused(run: Analyserun) -> bool:
    """Tell whether the decisions were not learnt from."""
    return _read(run).get("besluiten_stand") in GEWEIGERD


def describe_leren(run: Analyserun) -> str:
    """Say how the decisions were used; "" when there were none."""
    waarden = _read(run)
    aantal = int(waarden.get("besluiten", 0))
    if not aantal:
        return ""
    zin = _sentence(waarden.get("besluiten_stand", ""), aantal)
    if is_refused(run) or not (codes := waarden.get("besluiten_zonder", "").split()):
        return zin
    rijen = Thema.objects.filter(codeboek=run.codeboek_id, code__in=codes)
    namen = ", ".join(rijen.values_list("naam", flat=True)) or ", ".join(codes)
    uitzondering = _("Niet voor %(themas)s: daar werden de voorstellen er slechter van.") % {"themas": namen}
    return f"{zin} {uitzondering}"


def _sentence(stand: str, aantal: int) -> str:
    n = {"n": aantal}
    if stand == Leerstatus.LOS:
        return _(
            "Uw besluiten zijn nog niet meegenomen, want de computer ziet geen verband tussen uw besluiten en wat er "
            "in de uitspraken staat. Kijk na of de besluiten bij de goede uitspraken horen."
        )
    if stand == Leerstatus.SLECHTER:
        return _(
            "Uw besluiten zijn nog niet meegenomen, want de voorstellen werden er slechter van. Kijk na of iedereen "
            "met de thema’s hetzelfde bedoelt."
        )
    if stand == Leerstatus.GELIJK:
        return (
            ngettext(
                "Uw %(n)s besluit is bekeken. De voorstellen pasten er al even goed bij.",
                "Uw %(n)s besluiten zijn bekeken. De voorstellen pasten er al even goed bij.",
                aantal,
            )
            % n
        )
    if stand == Leerstatus.WEINIG:
        return (
            ngettext(
                "Van uw %(n)s besluit leerde de computer een beetje. Bij meer besluiten leert hij meer.",
                "Van uw %(n)s besluiten leerde de computer een beetje. Bij meer besluiten leert hij meer.",
                aantal,
            )
            % n
        )
    return (
        ngettext(
            "De computer leerde ook van uw %(n)s besluit.",
            "De computer leerde ook van uw %(n)s besluiten.",
            aantal,
        )
        % n
    )


def _read(run: Analyserun) -> dict[str, Any]:
    paren = (run.herkomst or {}).get("parameters", ())
    return {str(naam): str(waarde) for naam, waarde in paren}
