"""Forms of this room."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from organisaties.enums import Kanaal
from peilingen.domain.bewoording import KEUZEVRAGEN
from peilingen.domain.bezwaren import MINST_KEUZES
from peilingen.domain.koppeling import Kolomrol
from peilingen.domain.vragenlijsten import MAX_INLEIDING, MAX_TITEL
from peilingen.enums import Vraagsoort, Werving

ROLNAMEN = {
    Kolomrol.NEGEREN: _("niet gebruiken"),
    Kolomrol.ANTWOORD: _("open antwoorden"),
    Kolomrol.VRAAG: _("de vraag die gesteld is"),
    Kolomrol.BUURT: _("buurt of gebied"),
    Kolomrol.KANAAL: _("kanaal"),
    Kolomrol.NUMMER: _("nummer van de persoon"),
}

SOORTNAMEN = (
    (Vraagsoort.OPEN, _("Open vraag: mensen schrijven hun eigen woorden op")),
    (Vraagsoort.EEN_KEUZE, _("Eén keuze: mensen kiezen één antwoord uit een lijst")),
    (Vraagsoort.MEER_KEUZES, _("Meer keuzes: mensen kiezen alles wat bij hen past")),
    (Vraagsoort.SCHAAL, _("Schaal: vijf stappen, van laag naar hoog")),
    (Vraagsoort.BUURT, _("Buurt: mensen kiezen uit uw buurten, of zeggen dat ze het niet weten")),
)


class Uploadformulier(forms.Form):
    """One file with answers."""

    bestand = forms.FileField(
        label=_("Bestand met antwoorden"),
        help_text=_(
            "Excel (.xlsx), LibreOffice (.ods), CSV of JSONL, hoogstens 25 MB. De eerste rij bevat de namen."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.ods,.jsonl,.json"}),
        error_messages={
            "required": _("Kies eerst een bestand."),
            "empty": _("Dit bestand is leeg. Kies een bestand met antwoorden."),
        },
    )

    def clean_bestand(self) -> UploadedFile:
        """Refuse a file that is too large to read."""
        bestand: UploadedFile = self.cleaned_data["bestand"]
        if (bestand.size or 0) > settings.UPLOAD_MAX_BYTES:
            raise forms.ValidationError(
                _("Dit bestand is groter dan 25 MB. Verdeel het over meer bestanden.")
            )
        return bestand


class Koppelformulier(forms.Form):
    """What each column holds, and how people were reached."""

    kanaal = forms.ChoiceField(
        label=_("Langs welke weg kwamen de antwoorden binnen?"),
        choices=Kanaal.choices,
        initial=Kanaal.ENQUETE,
        help_text=_("Dit geldt voor rijen waar het bestand zelf geen kanaal noemt."),
    )
    werving = forms.ChoiceField(
        label=_("Hoe zijn de mensen bereikt?"),
        choices=Werving.choices,
        initial=Werving.OPEN,
        help_text=_("Alleen bij een aselecte steekproef rekenen we met onzekerheidsmarges."),
    )

    def __init__(self, *args: Any, kolommen: Sequence[str], rollen: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kolommen = list(kolommen)
        keuzes = [(rol.value, naam) for rol, naam in ROLNAMEN.items()]
        for nummer, kolom in enumerate(self._kolommen):
            self.fields[f"kolom_{nummer}"] = forms.ChoiceField(
                label=kolom, choices=keuzes, initial=rollen.get(kolom, Kolomrol.NEGEREN.value)
            )

    def kolomvelden(self) -> list[forms.BoundField]:
        """Give the fields of the columns, in the order of the file."""
        return [self[f"kolom_{nummer}"] for nummer in range(len(self._kolommen))]

    @property
    def rollen(self) -> dict[str, str]:
        """The chosen role per column; call after `is_valid()`."""
        return {kolom: self.cleaned_data[f"kolom_{nummer}"] for nummer, kolom in enumerate(self._kolommen)}


class Gegevensformulier(forms.Form):
    """What stands around the questions. With `vast` the fields that people read are left out."""

    titel = forms.CharField(
        label=_("Titel"),
        help_text=_("Dit staat boven de vragen, op de poster en op het scherm."),
        error_messages={"required": _("Geef de vragenlijst een titel.")},
    )
    inleiding = forms.CharField(
        label=_("Waarom vraagt u dit?"),
        help_text=_(
            "Een paar zinnen die mensen lezen voor ze beginnen: waarom u het vraagt en wat u met de antwoorden doet."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Vertel mensen waarom u dit vraagt.")},
    )
    vraag_citaat = forms.BooleanField(
        label=_("Aan het eind vragen of wij iemands woorden mogen aanhalen"),
        help_text=_("Mensen mogen nee zeggen. Zonder een ja komen hun woorden niet als citaat in een brief."),
        required=False,
    )
    werving = forms.ChoiceField(
        label=_("Hoe bereikt u mensen?"),
        choices=Werving.choices,
        help_text=_("Alleen bij een aselecte steekproef rekenen we met onzekerheidsmarges."),
    )

    def __init__(self, *args: Any, vast: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if vast:
            del self.fields["inleiding"], self.fields["vraag_citaat"]

    def clean_titel(self) -> str:
        """Refuse a title that does not fit, and keep what was typed."""
        titel = " ".join(self.cleaned_data["titel"].split())
        if len(titel) > MAX_TITEL:
            raise forms.ValidationError(
                _("De titel telt %(n)s tekens. Er passen er %(max)s in."),
                params={"n": len(titel), "max": MAX_TITEL},
            )
        return titel

    def clean_inleiding(self) -> str:
        """Refuse an introduction that nobody reads to the end."""
        inleiding: str = self.cleaned_data["inleiding"].strip()
        if len(inleiding) > MAX_INLEIDING:
            raise forms.ValidationError(
                _("De inleiding telt %(n)s tekens. Maak haar korter dan %(max)s tekens."),
                params={"n": len(inleiding), "max": MAX_INLEIDING},
            )
        return inleiding


class Vraagformulier(forms.Form):
    """One question; how long each part may be is said by the act, so that nothing typed is cut off."""

    verberg_optioneel = True  # whether choices are needed depends on the kind of question

    soort = forms.ChoiceField(
        label=_("Wat voor vraag is het?"),
        choices=SOORTNAMEN,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat voor vraag dit is.")},
    )
    tekst = forms.CharField(
        label=_("De vraag"),
        help_text=_("Vraag één ding tegelijk, in gewone woorden."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf de vraag op.")},
    )
    keuzes = forms.CharField(
        label=_("De keuzes, elk op een eigen regel"),
        help_text=_(
            "Een schaal heeft vijf stappen, van laag naar hoog. Laat u ze bij een schaal leeg, dan wordt het van "
            "“heel slecht” tot “heel goed”."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
    )
    uitleg = forms.CharField(
        label=_("Uitleg onder de vraag"),
        help_text=_("Bijvoorbeeld waar iemand aan kan denken. Dit mag leeg blijven."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    verplicht = forms.BooleanField(
        label=_("Iedereen moet deze vraag beantwoorden"),
        help_text=_("Liever niet: wie een vraag niet kan of wil beantwoorden, haakt dan af."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Turn the lines into choices, and ask for two of them where people choose."""
        velden = super().clean() or self.cleaned_data
        keuzes = [regel for regel in velden.get("keuzes", "").splitlines() if regel.strip()]
        if velden.get("soort") in KEUZEVRAGEN and len(keuzes) < MINST_KEUZES:
            self.add_error("keuzes", _("Geef minstens twee keuzes, elk op een eigen regel."))
        return {**velden, "keuzes": keuzes}
