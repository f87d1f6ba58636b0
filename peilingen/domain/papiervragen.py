"""Each kind of question as it stands on paper. The codes printed beside the boxes are those that are typed over."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from basis.druk.formulier import Invulveld, Invulvraag, Matrix, Vak
from peilingen.domain.beschrijven import BIJZONDER_WOORDEN
from peilingen.domain.instellingen import JAAR, SMILEYS, Instellingen, find_weergave, read_instellingen
from peilingen.enums import Bijzonder, Vraagsoort
from peilingen.models import Vraag

# What is typed for an answer that is none.
CODES = {Bijzonder.WEET_NIET.value: "?", Bijzonder.WIL_NIET.value: "-"}
REGELS = {Vraagsoort.OPEN: 5, Vraagsoort.KORT: 1, Vraagsoort.BUURT: 1, Vraagsoort.PLEK: 1}
# Millimetres to write a number on.
GETALLIJN = 40


def build_invulvraag(vraag: Vraag, nummer: int, voorwaarde: str, taal: str) -> Invulvraag:
    """Give a question with what it leaves open; `voorwaarde` says in words when it is asked."""
    zo = read_instellingen(vraag)
    keuzes = tuple(keuze.tekst for keuze in vraag.keuzes.all())
    rond = vraag.soort != Vraagsoort.MEER_KEUZES
    vakken = tuple(Vak(str(nr), tekst, rond=rond) for nr, tekst in enumerate(keuzes, start=1))
    if zo.anders:
        vakken = (*vakken, Vak(str(len(vakken) + 1), _("Anders, namelijk"), rond=rond, lijn=True))
    met_vakken = vraag.soort in (Vraagsoort.EEN_KEUZE, Vraagsoort.MEER_KEUZES, Vraagsoort.LEEFTIJD)
    return Invulvraag(
        nummer=str(nummer),
        tekst=vraag.tekst,
        taal=taal,
        voorwaarde=voorwaarde,
        uitleg=tuple(
            deel for deel in (*vraag.uitleg.split("\n"), describe_invullen(vraag, zo)) if deel.strip()
        ),
        vakken=vakken if met_vakken else (),
        stappen=_list_stappen(vraag, vakken) if vraag.soort == Vraagsoort.SCHAAL else (),
        rang=keuzes if vraag.soort == Vraagsoort.RANGORDE else (),
        matrix=_build_matrix(vraag, vakken) if vraag.soort == Vraagsoort.MATRIX else None,
        velden=_list_velden(vraag, zo),
        regels=REGELS.get(Vraagsoort(vraag.soort), 0),
        los=tuple(Vak(CODES[naam], str(BIJZONDER_WOORDEN[naam]), rond=rond) for naam in list_los(vraag, zo)),
    )


def list_los(vraag: Vraag, zo: Instellingen) -> list[str]:
    """Give which answers that are none may be ticked; a buurt question always takes "weet ik niet"."""
    weet_niet = zo.weet_niet or vraag.soort == Vraagsoort.BUURT
    aan = {Bijzonder.WEET_NIET.value: weet_niet, Bijzonder.WIL_NIET.value: zo.wil_niet}
    return [naam for naam, mag in aan.items() if mag]


def describe_invullen(vraag: Vraag, zo: Instellingen) -> str:
    """Say how this kind of question is filled in, where that does not speak for itself."""
    if vraag.soort == Vraagsoort.MEER_KEUZES:
        if zo.meeste:
            return ngettext(
                "Kies hoogstens %(n)s antwoord.", "Kies hoogstens %(n)s antwoorden.", zo.meeste
            ) % {"n": zo.meeste}
        return _("U mag meer antwoorden kiezen.")
    if vraag.soort == Vraagsoort.RANGORDE:
        if zo.meeste:
            return _("Schrijf een 1 bij wat u het belangrijkst vindt, en zo verder tot en met %(n)s.") % {
                "n": zo.meeste
            }
        return _("Schrijf een 1 bij wat u het belangrijkst vindt, dan een 2, en zo verder.")
    if vraag.soort == Vraagsoort.BUURT:
        return _("Schrijf uw buurt of straat op. Een huisnummer is niet nodig.")
    return _("Kies bij elke regel één rondje.") if vraag.soort == Vraagsoort.MATRIX else ""


def _list_stappen(vraag: Vraag, vakken: tuple[Vak, ...]) -> tuple[Vak, ...]:
    if find_weergave(vraag) != SMILEYS or len(vakken) != 5:
        return vakken
    return tuple(Vak(vak.code, vak.tekst, rond=True, gezicht=nr) for nr, vak in enumerate(vakken, start=1))


def _build_matrix(vraag: Vraag, vakken: tuple[Vak, ...]) -> Matrix | None:
    stellingen = tuple(stelling.tekst for stelling in vraag.stellingen.all())
    return Matrix(vakken, stellingen) if vakken and stellingen else None


def _list_velden(vraag: Vraag, zo: Instellingen) -> tuple[Invulveld, ...]:
    if vraag.soort == Vraagsoort.GETAL:
        return (Invulveld(GETALLIJN, na=zo.eenheid),)
    if vraag.soort != Vraagsoort.DATUM:
        return ()
    if find_weergave(vraag) == JAAR:
        return (Invulveld(25, _("jaar")),)
    return (Invulveld(15, _("dag")), Invulveld(15, _("maand")), Invulveld(25, _("jaar")))
