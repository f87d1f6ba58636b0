"""Showing the text of a statement: masks set apart, and the words that weighed marked."""

import re
from collections.abc import Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from codering.domain.lijst import name_bron
from codering.models import Uitspraak

register = template.Library()
_MASKER = r"\[(?:naam|telefoon|e-mail|bsn|iban|postcode|adres|kenteken|geboortedatum)\]"


@register.filter
def bron(uitspraak: Uitspraak) -> str:
    """Give where a statement comes from and how it came in; its rows are asked with `MET_BRON`."""
    return name_bron(uitspraak)


@register.filter
def markeer(tekst: str, woorden: Sequence[str] = ()) -> SafeString:
    """Give the text as safe HTML: `<mark>` around the words, `span.masker` around what was masked."""
    uitdrukkingen = sorted(
        {woord for woord in woorden if woord.strip()}, key=lambda woord: (-len(woord), woord)
    )
    keuzes = [_MASKER, *(_to_pattern(uitdrukking) for uitdrukking in uitdrukkingen)]
    delen = re.split(f"({'|'.join(keuzes)})", tekst, flags=re.IGNORECASE)
    return format_html_join(
        "", "{}", ((_wrap(deel) if plaats % 2 else deel,) for plaats, deel in enumerate(delen))
    )


def _to_pattern(uitdrukking: str) -> str:
    """A whole word, or several with anything but letters between them."""
    woorden = r"\W+".join(re.escape(woord) for woord in uitdrukking.split())
    return rf"(?<!\w){woorden}(?!\w)"


def _wrap(deel: str) -> SafeString:
    masker = re.fullmatch(_MASKER, deel, flags=re.IGNORECASE)
    return format_html('<span class="masker">{}</span>' if masker else "<mark>{}</mark>", deel)
