"""Plain-language help for what an organiser writes: a few hints, what misleads an answer first."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from basis.taal.aanwijzingen import Aanwijzing, Aanwijzingsoort
from basis.taal.leesbaarheid import METHODE
from basis.taal.moeilijke_woorden import BRON as BRON_WOORDEN
from basis.taal.taalcontrole import Taalcontrole, Tekstsoort, check_taal
from basis.taal.vakwoorden import BRON as BRON_VAKWOORDEN
from peilingen.enums import ZONDER_ANTWOORD

# The fields of forms that can be checked, and what their text is for.
VELDEN = {
    "tekst": Tekstsoort.VRAAG,
    "stellingen": Tekstsoort.STELLING,
    "uitleg": Tekstsoort.TEKST,
    "keuzes": Tekstsoort.TEKST,
    "inleiding": Tekstsoort.TEKST,
}
# Where a level of reading is worth telling; of a line of help it is not.
MET_NIVEAU = ("tekst", "inleiding")
KOPPEN = {
    Aanwijzingsoort.DUBBELE_VRAAG: gettext_lazy("Twee vragen in één"),
    Aanwijzingsoort.STURENDE_VRAAG: gettext_lazy("Sturend"),
    Aanwijzingsoort.DUBBELE_ONTKENNING: gettext_lazy("Dubbele ontkenning"),
    Aanwijzingsoort.ONTKENNING: gettext_lazy("Ontkenning"),
    Aanwijzingsoort.VAKWOORD: gettext_lazy("Vakwoord"),
    Aanwijzingsoort.MOEILIJK_WOORD: gettext_lazy("Moeilijk woord"),
    Aanwijzingsoort.LANGE_ZIN: gettext_lazy("Lange zin"),
    Aanwijzingsoort.LIJDENDE_VORM: gettext_lazy("Lijdende vorm"),
    Aanwijzingsoort.LANG_WOORD: gettext_lazy("Lang woord"),
}
# What can make the answers to a question useless, and not only harder to give.
MISLEIDEND = (
    Aanwijzingsoort.DUBBELE_VRAAG,
    Aanwijzingsoort.STURENDE_VRAAG,
    Aanwijzingsoort.DUBBELE_ONTKENNING,
    Aanwijzingsoort.ONTKENNING,
)
# More hints at once are not read.
MEESTE_HINTS = 4
# What is checked of a text; longer ones do not fit in any field.
LANGSTE_TEKST = 6000
LANGSTE_PLEK = 80


@dataclass(frozen=True, slots=True)
class Taalhint:
    """One hint: what it is about, the words themselves, and what to do."""

    kop: str
    plek: str
    advies: str


@dataclass(frozen=True, slots=True)
class Taalhulp:
    """What the help says of one field. `niveau` is an estimate, "" where there is too little to estimate."""

    veld: str
    hints: tuple[Taalhint, ...]
    meer: int
    niveau: str
    niveau_uitleg: str

    @property
    def aantal(self) -> int:
        """How many hints there are, shown or not."""
        return len(self.hints) + self.meer


def build_taalhulp(tekst: str, veld: str = "tekst", *, soort: str = "") -> Taalhulp:
    """Check what stands in a field; `soort` is the kind of question, whose words may be no question at all."""
    controle = check_taal(tekst[:LANGSTE_TEKST], find_tekstsoort(veld, soort))
    hints = [_make_hint(controle.tekst, aanwijzing) for aanwijzing in controle.aanwijzingen]
    niveau = controle.leesbaarheid.niveau_schatting if veld in MET_NIVEAU else ""
    return Taalhulp(
        veld=veld,
        hints=tuple(hints[:MEESTE_HINTS]),
        meer=max(0, len(hints) - MEESTE_HINTS),
        niveau=niveau,
        niveau_uitleg=_explain_niveau(controle) if niveau else "",
    )


def find_tekstsoort(veld: str, soort: str = "") -> Tekstsoort:
    """Tell what the text of a field is for: a block of text and a heading ask nothing."""
    if veld == "tekst" and soort in ZONDER_ANTWOORD:
        return Tekstsoort.TEKST
    return VELDEN[veld]


def find_misleidend(tekst: str) -> str:
    """Name the first thing in a question that misleads its answers; "" when there is nothing."""
    for aanwijzing in check_taal(tekst).aanwijzingen:
        if aanwijzing.soort in MISLEIDEND:
            return str(KOPPEN[aanwijzing.soort]).lower()
    return ""


def _make_hint(tekst: str, aanwijzing: Aanwijzing) -> Taalhint:
    """Words are named by their advice already; of a long sentence the beginning is enough to find it."""
    plek = "" if "“" in aanwijzing.advies[:20] else tekst[aanwijzing.begin : aanwijzing.eind].strip()
    kort = plek if len(plek) <= LANGSTE_PLEK else plek[:LANGSTE_PLEK].rsplit(" ", 1)[0] + " …"
    advies = aanwijzing.advies.split(": ", 1)[1] if not plek else aanwijzing.advies
    return Taalhint(str(KOPPEN[aanwijzing.soort]), kort, advies)


def _explain_niveau(controle: Taalcontrole) -> str:
    delen = [
        _("Dit is een schatting. Wij rekenen met de formule %(methode)s.") % {"methode": METHODE},
        _("Ook lange zinnen en moeilijke woorden tellen mee."),
    ]
    if not controle.zeker:
        delen.append(_("Bij zo’n korte tekst is het alleen een aanwijzing."))
    delen.append(
        _("Woorden: %(woorden)s; vakwoorden: %(vakwoorden)s.")
        % {"woorden": BRON_WOORDEN, "vakwoorden": BRON_VAKWOORDEN}
    )
    return " ".join(delen)
