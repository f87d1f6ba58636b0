"""The style guide: one page with every component, for who writes templates and for the tests of the look."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.html import format_html
from django.views.generic import TemplateView

KETEN = [
    {"naam": "Ophalen", "url": "#ophalen", "staat": "klaar", "actief": False},
    {"naam": "Bijeenkomsten", "url": "#bijeenkomsten", "staat": "klaar", "actief": False},
    {"naam": "Coderen", "url": "#coderen", "staat": "bezig", "actief": True},
    {"naam": "Inzicht", "url": "#inzicht", "staat": "straks", "actief": False},
    {"naam": "Advies", "url": "", "staat": "straks", "actief": False},
    {"naam": "Opvolging", "url": "", "staat": "straks", "actief": False},
]
THEMANAMEN = (
    "Ontmoeten en eenzaamheid",
    "Zorg en mantelzorgondersteuning",
    "Groen en water",
    "Jeugd",
    "Geld en schulden",
    "Veiligheid",
    "Taal en digitale vaardigheden",
    "Wonen en geluidsoverlast",
    "Vervoer",
    "Bewegen",
    "Meedoen en vrijwilligerswerk",
    "Informatievoorziening",
    "Cultuur",
    "Samenwerking tussen organisaties",
    "Overig",
)
UITSPRAAK = format_html(
    "Op de {} is er niemand meer om {} mee te drinken",
    format_html("<mark>{}</mark>", "woensdagmiddag"),
    format_html("<mark>{}</mark>", "koffie"),
)
INHOUD: dict[str, Any] = {
    "ronde": "Ronde Buitenhof 2026",
    "keten": KETEN,
    "kruimels": [{"naam": "Coderen", "url": "#coderen"}, {"naam": "Alle onderdelen", "url": ""}],
    "uitspraak": UITSPRAAK,
    "themas": list(enumerate(THEMANAMEN, start=1)),
    "staven": [
        {"nummer": 1, "naam": THEMANAMEN[0], "deel": 80, "laag": 71.2, "hoog": 87.1, "aantal": 61},
        {"nummer": 2, "naam": THEMANAMEN[1], "deel": 62.3, "laag": "", "hoog": "", "aantal": 38},
        {"nummer": 3, "naam": THEMANAMEN[2], "deel": 22.9, "laag": "", "hoog": "", "aantal": 14},
    ],
    "stappen": ["Bestand", "Kolommen", "Controle", "Klaar"],
    "woorden": ["koffie", "buurthuis", "alleen", "ontmoetingsplek"],
    "kolommen": ["Thema", "Uitspraken", "Inzenders", "Aandeel", "Bijeenkomsten", "Buitenhof-Noord"],
    "rijen": [
        ["Ontmoeten en eenzaamheid", "1.240", "61", "23,0 %", "4", "< 5"],
        ["Mantelzorgondersteuningsvoorzieningen", "38", "31", "11,7 %", "0", "12"],
        ["Groen en water", "14", "14", "5,3 %", "2", "0"],
    ],
    "volgende_stap": {
        "tekst": "Alle uitspraken zijn bekeken.",
        "naam": "Naar de cijfers",
        "url": "#inzicht",
    },
}


class Voorbeeldformulier(forms.Form):
    """One field of each kind."""

    naam = forms.CharField(label="Naam van de ronde", help_text="Zoals bewoners hem kennen.", max_length=80)
    kolom = forms.ChoiceField(
        label="Kolom met de antwoorden", choices=[("", "Kies een kolom"), ("a", "wat mist u")]
    )
    kanaal = forms.ChoiceField(
        label="Hoe kwamen de antwoorden binnen?",
        choices=[("web", "Vragenlijst op het web"), ("tafel", "Gesprekstafel"), ("tel", "Telefoon")],
        widget=forms.RadioSelect,
    )
    buurten = forms.MultipleChoiceField(
        label="Buurten",
        choices=[("1", "Aandachtsbuurt Gezondheidsvoorzieningenkwartier"), ("2", "Buitenhof-Noord")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    bestand = forms.FileField(label="Bestand", help_text="CSV, Excel of ODS, tot 25 MB.", required=False)
    toelichting = forms.CharField(
        label="Toelichting", widget=forms.Textarea(attrs={"rows": 4}), required=False
    )
    akkoord = forms.BooleanField(label="De antwoorden mogen zonder namen gedeeld worden met partners")


class Stijlgids(TemplateView):
    """Shows all components with made-up content."""

    template_name = "stijlgids.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the made-up content, with one form that was filled in badly and one that is empty."""
        return super().get_context_data(**kwargs) | {
            **INHOUD,
            "formulier": Voorbeeldformulier({"naam": "", "toelichting": "Wat hier stond, staat er nog."}),
            "leeg_formulier": Voorbeeldformulier(prefix="leeg"),
            "page_obj": Paginator(range(1, 241), 25).page(3),
        }
