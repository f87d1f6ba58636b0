"""One question: only the fields of its kind are shown; what was typed for another kind travels along unseen."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peilingen.bouwformulieren.soorten import KEUZELIJST
from peilingen.domain.bewoording import GEWONE_KEUZES, KEUZEVRAGEN
from peilingen.domain.bezwaren import MINST_KEUZES
from peilingen.domain.instellingen import (
    DATUM,
    GETALLEN,
    JAAR,
    KAART,
    LIJST,
    MAX_DECIMALEN,
    MET_ANDERS,
    MET_GRENZEN,
    MET_MEESTE,
    NAMEN,
    SMILEYS,
    WEERGAVEN,
    WOORDEN,
    ZOEKEN,
    read_instellingen,
)
from peilingen.enums import KEUZESOORTEN, ZONDER_ANTWOORD, Vraagsoort
from peilingen.models import Vraag

TEKSTLABELS = {
    Vraagsoort.TEKSTBLOK: _("De tekst"),
    Vraagsoort.ONDERDEEL: _("De naam van het onderdeel"),
}
TEKSTHULP = {
    Vraagsoort.TEKSTBLOK: _("Mensen lezen dit op hun telefoon. Ze hoeven niets in te vullen."),
    Vraagsoort.ONDERDEEL: _("De vragen eronder horen erbij, tot de volgende kop."),
    Vraagsoort.MATRIX: _("Wat mensen bij elke stelling doen, zoals: “Wat vindt u hiervan?”"),
}
KEUZELABELS = {
    Vraagsoort.SCHAAL: _("De vijf stappen, van laag naar hoog"),
    Vraagsoort.RANGORDE: _("Wat mensen op volgorde zetten, elk op een eigen regel"),
    Vraagsoort.MATRIX: _("De antwoorden bij elke stelling, van laag naar hoog"),
    Vraagsoort.LEEFTIJD: _("De groepen, elk op een eigen regel"),
}
WEERGAVENAMEN = {
    WOORDEN: _("In woorden"),
    SMILEYS: _("Met gezichtjes, en de woorden erbij"),
    GETALLEN: _("Met getallen, en woorden aan de uiteinden"),
    LIJST: _("Een lijst"),
    ZOEKEN: _("Zoeken door een stukje te typen"),
    KAART: _("Aanwijzen op een kaart, met de lijst erbij"),
    DATUM: _("Een dag"),
    JAAR: _("Alleen een jaar"),
}
# What stands behind "Meer": few need it.
MEER = ("meeste", "minimum", "maximum", "decimalen", "weet_niet", "wil_niet", "verplicht")
SCHAKELAARS = ("anders", "weet_niet", "wil_niet", "verplicht")


def list_velden(soort: str) -> list[str]:
    """Give the fields that this kind of question has, in the order of the page."""
    heeft = {
        "tekst": True,
        "stellingen": soort == Vraagsoort.MATRIX,
        "keuzes": soort in KEUZESOORTEN,
        "anders": soort in MET_ANDERS,
        "weergave": soort in WEERGAVEN,
        "eenheid": soort == Vraagsoort.GETAL,
        "uitleg": soort != Vraagsoort.ONDERDEEL,
        "meeste": soort in MET_MEESTE,
        "minimum": soort in MET_GRENZEN,
        "maximum": soort in MET_GRENZEN,
        "decimalen": soort == Vraagsoort.GETAL,
        "weet_niet": soort not in (*ZONDER_ANTWOORD, Vraagsoort.BUURT),
        "wil_niet": soort not in (*ZONDER_ANTWOORD, Vraagsoort.BUURT),
        "verplicht": soort not in ZONDER_ANTWOORD,
    }
    return [naam for naam, ja in heeft.items() if ja]


def read_initieel(vraag: Vraag) -> dict[str, Any]:
    """Give what a stored question shows in the form."""
    instellingen = read_instellingen(vraag)
    return {
        **{naam: getattr(instellingen, naam) for naam in NAMEN},
        "meeste": instellingen.meeste or "",
        "soort": vraag.soort,
        "tekst": vraag.tekst,
        "keuzes": "\n".join(keuze.tekst for keuze in vraag.keuzes.all()),
        "stellingen": "\n".join(stelling.tekst for stelling in vraag.stellingen.all()),
        "uitleg": vraag.uitleg,
        "verplicht": vraag.verplicht,
    }


def fit_initieel(gegeven: Mapping[str, Any], soort: str) -> dict[str, Any]:
    """Give what was filled in as the beginning of a form of another kind; its usual choices where none were typed."""
    gewoon = {naam: "\n".join(map(str, woorden)) for naam, woorden in GEWONE_KEUZES.items()}
    keuzes = "\n".join(str(gegeven.get("keuzes") or "").split("\r\n"))
    if not keuzes.strip() or keuzes in gewoon.values():
        keuzes = gewoon.get(Vraagsoort(soort), "")
    weergave = str(gegeven.get("weergave") or "")
    if weergave not in WEERGAVEN.get(soort, (weergave,)):
        weergave = ""
    schakelaars = {naam: gegeven.get(naam) not in (None, "", "False", False) for naam in SCHAKELAARS}
    return {**gegeven, **schakelaars, "soort": soort, "keuzes": keuzes, "weergave": weergave}


class Vraagformulier(forms.Form):
    """One question; how long each part may be is said by the act, so that nothing typed is cut off."""

    verberg_optioneel = True  # whether choices are needed depends on the kind of question

    soort = forms.ChoiceField(
        label=_("Soort vraag"),
        choices=KEUZELIJST,
        error_messages={"required": _("Kies wat voor vraag dit is.")},
    )
    tekst = forms.CharField(
        label=_("De vraag"),
        help_text=_("Vraag één ding tegelijk, in gewone woorden."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf de vraag op.")},
    )
    stellingen = forms.CharField(
        label=_("De stellingen, elk op een eigen regel"),
        help_text=_("Eén ding per stelling. Vier of vijf is genoeg."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    keuzes = forms.CharField(
        label=_("De keuzes, elk op een eigen regel"),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
    )
    anders = forms.BooleanField(label=_("Met “anders, namelijk” als laatste keuze"), required=False)
    weergave = forms.CharField(label=_("Zo ziet het eruit"), widget=forms.RadioSelect, required=False)
    eenheid = forms.CharField(
        label=_("Eenheid achter het getal"),
        help_text=_("Bijvoorbeeld “jaar” of “keer per week”. Dit mag leeg blijven."),
        required=False,
    )
    uitleg = forms.CharField(
        label=_("Uitleg onder de vraag"),
        help_text=_("Bijvoorbeeld waar iemand aan kan denken. Dit mag leeg blijven."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    meeste = forms.CharField(
        label=_("Hoeveel mag iemand hoogstens kiezen?"),
        help_text=_("Leeg betekent: zoveel als iemand wil."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "kort"}),
        required=False,
    )
    minimum = forms.CharField(
        label=_("Het laagste dat mag"), widget=forms.TextInput(attrs={"class": "kort"}), required=False
    )
    maximum = forms.CharField(
        label=_("Het hoogste dat mag"), widget=forms.TextInput(attrs={"class": "kort"}), required=False
    )
    decimalen = forms.TypedChoiceField(
        label=_("Cijfers achter de komma"),
        choices=[(n, str(n)) for n in range(MAX_DECIMALEN + 1)],
        coerce=int,
        empty_value="0",
        required=False,
    )
    weet_niet = forms.BooleanField(label=_("Met “weet ik niet” als antwoord"), required=False)
    wil_niet = forms.BooleanField(label=_("Met “wil ik niet zeggen” als antwoord"), required=False)
    verplicht = forms.BooleanField(
        label=_("Iedereen moet deze vraag beantwoorden"),
        help_text=_("Liever niet: wie een vraag niet kan of wil beantwoorden, haakt dan af."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gevraagd = str(self["soort"].value() or "")
        self.vraagsoort = gevraagd if gevraagd in Vraagsoort.values else Vraagsoort.OPEN.value
        self._fit()

    def _fit(self) -> None:
        """Hide what this kind does not have, and say things as they are for this kind."""
        self.eigen = list_velden(self.vraagsoort)
        for naam, veld in self.fields.items():
            if naam not in ("soort", *self.eigen):
                veld.widget = forms.HiddenInput()
        soort = Vraagsoort(self.vraagsoort)
        tekst, keuzes = self.fields["tekst"], self.fields["keuzes"]
        tekst.label = TEKSTLABELS.get(soort, tekst.label)
        tekst.help_text = TEKSTHULP.get(soort, tekst.help_text)
        keuzes.label = KEUZELABELS.get(soort, keuzes.label)
        if soort == Vraagsoort.DATUM:
            self.fields["minimum"].label = _("Het vroegste jaar dat mag")
            self.fields["maximum"].label = _("Het laatste jaar dat mag")
        if soort == Vraagsoort.TEKSTBLOK:
            self.fields["uitleg"].label = _("Meer tekst eronder")
            self.fields["uitleg"].help_text = _("Dit mag leeg blijven.")
        if soort in WEERGAVEN:
            wijzen = WEERGAVEN[soort]
            self.fields["weergave"].widget.choices = [(wijs, WEERGAVENAMEN[wijs]) for wijs in wijzen]
            self.initial["weergave"] = self.initial.get("weergave") or wijzen[0]

    def hoofdvelden(self) -> list[forms.BoundField]:
        """Give the fields that everyone sees."""
        return [self[naam] for naam in self.eigen if naam not in MEER]

    def meervelden(self) -> list[forms.BoundField]:
        """Give the fields behind "Meer"."""
        return [self[naam] for naam in self.eigen if naam in MEER]

    def meer_open(self) -> bool:
        """Tell whether something behind "Meer" is filled in or refused."""
        velden = self.meervelden()
        return any(veld.errors or veld.value() not in (None, "", "0", 0, False) for veld in velden)

    def clean(self) -> dict[str, Any]:
        """Turn lines into choices and statements, and ask for them where there can be no question without."""
        velden = super().clean() or self.cleaned_data
        soort = velden.get("soort")
        keuzes, stellingen = (_split(velden.get(naam, "")) for naam in ("keuzes", "stellingen"))
        zelf = soort in KEUZEVRAGEN or (soort in (Vraagsoort.MATRIX, Vraagsoort.LEEFTIJD) and bool(keuzes))
        if zelf and len(keuzes) < MINST_KEUZES:
            self.add_error("keuzes", _("Geef minstens twee keuzes, elk op een eigen regel."))
        if soort == Vraagsoort.MATRIX and not stellingen:
            self.add_error("stellingen", _("Schrijf minstens één stelling op."))
        return {**velden, "keuzes": keuzes, "stellingen": stellingen}

    def as_vraag(self) -> dict[str, Any]:
        """Give the question as the acts take it; call after `is_valid()`."""
        velden = self.cleaned_data
        return {
            **{naam: velden[naam] for naam in ("soort", "tekst", "uitleg", "verplicht")},
            "keuzes": velden["keuzes"],
            "stellingen": velden["stellingen"],
            "instellingen": {naam: velden[naam] for naam in NAMEN},
        }

    def as_beeld(self) -> dict[str, Any]:
        """Give the question as it stands in the form now, right or not, for looking at."""
        nu = {naam: self[naam].value() for naam in self.fields}
        return {
            "soort": self.vraagsoort,
            "tekst": str(nu["tekst"] or ""),
            "uitleg": str(nu["uitleg"] or ""),
            "verplicht": bool(nu["verplicht"]),
            "keuzes": _split(str(nu["keuzes"] or "")),
            "stellingen": _split(str(nu["stellingen"] or "")),
            "instellingen": {naam: nu[naam] for naam in NAMEN},
        }


def _split(regels: str) -> list[str]:
    return [schoon for regel in regels.splitlines() if (schoon := " ".join(regel.split()))]
