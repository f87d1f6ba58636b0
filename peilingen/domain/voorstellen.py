"""Translations that are known before someone enters them: of templates, of usual answers, and made here before."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from peilingen.domain.vertalen import NEDERLANDS, Vertaalplek, hash_tekst
from peilingen.models import Vertaling, Vragenlijst

# A row per text of a template: Dutch, and each other language. No translator checked them yet, so they are proposals.
BESTAND = Path(__file__).parent / "sjablonen" / "vertalingen.tsv"


def find_voorstellen(vragenlijst: Vragenlijst, taal: str, plekken: Sequence[Vertaalplek]) -> dict[str, str]:
    """Give by place a translation that is known already; one that this organisation made before goes first."""
    bron = {hash_tekst(plek.tekst): plek.tekst for plek in plekken}
    bekend, sjablonen = {}, read_sjabloonwoorden()
    with translation.override(taal):
        for teken, tekst in bron.items():
            if tekst in sjablonen:
                bekend[teken] = sjablonen[tekst][taal]
            elif "\n" not in tekst and (gewoon := _(tekst)) != tekst:
                bekend[teken] = gewoon
    eerder = Vertaling.objects.van(vragenlijst.ronde.organisatie).filter(taal=taal, bron_hash__in=bron)
    eerder = eerder.order_by("vragenlijst__gemaakt_op", "plek")
    bekend |= dict(eerder.values_list("bron_hash", "tekst"))
    tekens = {plek.plek: hash_tekst(plek.tekst) for plek in plekken}
    return {plek: bekend[teken] for plek, teken in tekens.items() if teken in bekend}


@cache
def read_sjabloonwoorden() -> dict[str, dict[str, str]]:
    """Give the words of the templates: by Dutch text, per language."""
    kop, *rijen = (regel.split("\t") for regel in BESTAND.read_text(encoding="utf-8").splitlines())
    tabel = (dict(zip(kop, rij, strict=True)) for rij in rijen)
    return {rij.pop(NEDERLANDS): rij for rij in tabel}
