"""People's decisions on statements."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from django.db import transaction

from codering.enums import Wijze
from codering.models import Codeboek, Codering, Thema, Uitspraak
from codering.nlp.types import Voorbeeld
from codering.refusals import AndersBeslist, NietsOngedaanTeMaken, VreemdThema
from organisaties.models import Gebruiker

EIGEN_GEWICHT = 3.0
# Proposals that were accepted together are mostly what the machine thought already.
SAMEN_GEWICHT = 1.5
# For `gezien`: decide whatever stands there now.
WAT_ER_OOK_STAAT: Final = UUID(int=0)


def last_codering(uitspraak: Uitspraak) -> Codering | None:
    """Give the last open (not blind) row of a statement, also when it took a decision back."""
    return Codering.objects.geldend().filter(uitspraak=uitspraak).order_by("-gemaakt_op").first()


def current_codering(uitspraak: Uitspraak) -> Codering | None:
    """Give the decision that counts: after comparing, else the latest not made blind."""
    geldend = Codering.objects.besluiten().filter(uitspraak=uitspraak)
    geldend = geldend.select_related("wie", "stapelbesluit").prefetch_related("themas")
    besluit = geldend.filter(wijze=Wijze.BESLUIT).order_by("-gemaakt_op").first()
    return besluit or geldend.order_by("-gemaakt_op").first()


@transaction.atomic
def code_uitspraak(
    *,
    uitspraak: Uitspraak,
    wie: Gebruiker,
    codeboek: Codeboek,
    themas: Iterable[Thema],
    soort: str = "",
    wijze: Wijze = Wijze.ENKEL,
    gezien: UUID | None = WAT_ER_OOK_STAAT,
) -> Codering:
    """Write a whole decision, replacing the one that counted. No themes is a decision too.

    `gezien` is the key of the last row that this person saw (None: there was none). When another person
    decided since then, AndersBeslist is raised. The same decision by the same person again, as after a
    double press, gives the row that is there already.
    """
    gekozen = sorted(set(themas), key=lambda thema: thema.volgorde)
    if any(thema.codeboek_id != codeboek.pk for thema in gekozen):
        raise VreemdThema
    Uitspraak.objects.select_for_update().get(pk=uitspraak.pk)
    vorige = last_codering(uitspraak) if wijze != Wijze.BLIND else None
    if vorige is not None and _is_same(vorige, wie, codeboek, gekozen, soort, wijze):
        return vorige
    if wijze != Wijze.BLIND and gezien not in (WAT_ER_OOK_STAAT, vorige.pk if vorige else None):
        raise AndersBeslist
    codering = Codering.objects.create(
        uitspraak=uitspraak, wie=wie, codeboek=codeboek, soort=soort, wijze=wijze, vervangt=vorige
    )
    codering.themas.set(gekozen)
    return codering


def _is_same(
    vorige: Codering, wie: Gebruiker, codeboek: Codeboek, gekozen: list[Thema], soort: str, wijze: Wijze
) -> bool:
    zelfde = (vorige.wie_id, vorige.codeboek_id, vorige.soort, vorige.wijze) == (
        wie.pk,
        codeboek.pk,
        soort,
        wijze,
    )
    return zelfde and not vorige.ingetrokken and set(vorige.themas.all()) == set(gekozen)


@transaction.atomic
def undo_codering(*, uitspraak: Uitspraak, wie: Gebruiker, gezien: UUID | None = None) -> Codering:
    """Bring back what stood before this person's last act on the statement, by writing a new row.

    Undoing an undo brings the decision back. `gezien` is the key of the row to undo; when it is no longer the
    last one, as after a double press, NietsOngedaanTeMaken is raised.
    """
    Uitspraak.objects.select_for_update().get(pk=uitspraak.pk)
    laatste = last_codering(uitspraak)
    if laatste is None or laatste.wie_id != wie.pk or gezien not in (None, laatste.pk):
        raise NietsOngedaanTeMaken
    voor = laatste.vervangt
    terug = Codering.objects.create(
        uitspraak=uitspraak,
        wie=wie,
        codeboek=voor.codeboek if voor else laatste.codeboek,
        soort=voor.soort if voor else "",
        wijze=voor.wijze if voor else laatste.wijze,
        vervangt=laatste,
        ingetrokken=voor is None or voor.ingetrokken,
    )
    terug.themas.set(voor.themas.all() if voor else [])
    return terug


def read_eigen_voorbeelden(codeboek: Codeboek) -> tuple[Voorbeeld, ...]:
    """Give the organisation's decisions under this codebook as examples, in a fixed order.

    A decision from before a theme was made says nothing about that theme. Statements that came in together carry
    the same `bron`, so that none of them is used to judge what was learnt from another.
    """
    rijen = (
        Codering.objects.van(codeboek.organisatie)
        .besluiten()
        .filter(codeboek=codeboek)
        .select_related("uitspraak")
        .prefetch_related("themas")
        .order_by("uitspraak__inhoudhash", "uitspraak_id")
    )
    sinds = [(thema.code, thema.gemaakt_op) for thema in codeboek.themas.all() if thema.gemaakt_op]
    voorbeelden = []
    for rij in rijen:
        codes = tuple(thema.code for thema in rij.themas.all())
        later = (code for code, moment in sinds if moment > rij.gemaakt_op and code not in codes)
        voorbeelden.append(
            Voorbeeld(
                tekst=rij.uitspraak.tekst,
                codes=codes,
                vraag=rij.uitspraak.vraag,
                gewicht=SAMEN_GEWICHT if rij.stapelbesluit_id else EIGEN_GEWICHT,
                bron=str(rij.uitspraak.eenheid),
                onbekend=tuple(later),
            )
        )
    return tuple(voorbeelden)
