"""Translations of a questionnaire, as an organiser enters them; and a questionnaire with every kind of question."""

from collections.abc import Callable

from organisaties.models import Gebruiker, Ronde
from peilingen.domain.vertaalwerk import choose_talen, save_vertalingen
from peilingen.domain.vertalen import Vertaalplek, list_plekken
from peilingen.domain.vragen import add_vraag
from peilingen.domain.vragenlijsten import create_vragenlijst, open_vragenlijst
from peilingen.models import Vragenlijst

ALLE_SOORTEN: tuple[tuple[str, str, dict], ...] = (
    ("open", "Wat mist u in uw buurt?", {"uitleg": "Denk aan plekken of hulp."}),
    ("kort", "Hoe noemt u uw buurt?", {}),
    (
        "een_keuze",
        "Komt u in het buurthuis?",
        {"keuzes": ["Ja", "Nee"], "instellingen": {"anders": True, "weet_niet": True, "wil_niet": True}},
    ),
    (
        "meer_keuzes",
        "Waar komt u?",
        {"keuzes": ["Park", "Markt"], "instellingen": {"anders": True, "meeste": 2}},
    ),
    ("schaal", "Hoe woont u hier?", {}),
    ("schaal", "Hoe veilig is het hier?", {"instellingen": {"weergave": "smileys"}}),
    ("schaal", "Hoe schoon is het hier?", {"instellingen": {"weergave": "getallen"}}),
    ("getal", "Hoe vaak gaat u naar buiten?", {"instellingen": {"eenheid": "keer", "maximum": "50"}}),
    ("datum", "Wanneer kwam u hier wonen?", {}),
    ("rangorde", "Wat is belangrijk?", {"keuzes": ["Groen", "Winkels"]}),
    ("matrix", "Wat vindt u hiervan?", {"stellingen": ["Het is hier schoon.", "Ik ken mijn buren."]}),
    ("tekstblok", "Nu volgen vragen over uzelf", {"uitleg": "U mag ze overslaan."}),
    ("leeftijd", "Hoe oud bent u?", {}),
    ("buurt", "In welke buurt woont u?", {}),
    ("plek", "Over welke plek gaat het?", {}),
)


def between_quotes(plek: Vertaalplek) -> str:
    """A translation that shows what it translates."""
    return f"«{plek.tekst}»"


def vertaal(
    lijst: Vragenlijst,
    wie: Gebruiker,
    taal: str = "ar",
    maak: Callable[[Vertaalplek], str] = between_quotes,
    **teksten: str,
) -> dict[str, str]:
    """Translate every place, or as given by place with _ for the dot; gives what was kept."""
    choose_talen(vragenlijst=lijst, wie=wie, talen=[*lijst.talen, taal])
    lijst.refresh_from_db()
    vragen = lijst.vragen.prefetch_related("keuzes", "stellingen")
    alle = {plek.plek: maak(plek) for plek in list_plekken(lijst, vragen)}
    alle |= {plek.replace("_", "."): tekst for plek, tekst in teksten.items()}
    save_vertalingen(vragenlijst=lijst, wie=wie, taal=taal, teksten=alle)
    return alle


def maak_met_alle_soorten(ronde: Ronde, wie: Gebruiker, code: str = "talen346") -> Vragenlijst:
    """An open questionnaire with a question of every kind."""
    lijst = create_vragenlijst(ronde=ronde, wie=wie, titel="Hoe is het hier?")
    lijst.inleiding = "Wij horen graag hoe het gaat."
    lijst.save()
    for soort, tekst, velden in ALLE_SOORTEN:
        add_vraag(vragenlijst=lijst, wie=wie, soort=soort, tekst=tekst, **velden)
    return open_vragenlijst(vragenlijst=lijst, wie=wie, code=code)
