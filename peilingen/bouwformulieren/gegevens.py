"""What stands around the questions: first what everyone fills in, and behind "Meer" what few change."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peilingen.domain.vragenlijsten import GELEZEN, MAX_INLEIDING, MAX_PER_UUR, MAX_TITEL, VELDEN
from peilingen.enums import Grondslag, Werving
from peilingen.models import Vragenlijst

WERVINGEN = (
    (
        Werving.OPEN,
        _(
            "Open uitnodiging: iedereen die de code ziet, kan meedoen. U leest later “genoemd door 14 van 61 "
            "inzenders”, zonder marges."
        ),
    ),
    (
        Werving.BIJEENKOMST,
        _("Bijeenkomst: wie er was, antwoordde. De cijfers gaan over die mensen, zonder marges."),
    ),
    (
        Werving.PANEL,
        _("Panel: een vaste groep die u vaker vraagt. De cijfers gaan over dat panel, zonder marges."),
    ),
    (
        Werving.STEEKPROEF,
        _(
            "Aselecte steekproef: door loting getrokken uit een lijst van iedereen. Alleen dan rekenen wij met "
            "onzekerheidsmarges."
        ),
    ),
)
GRONDSLAGEN = (
    (
        Grondslag.TOESTEMMING,
        _("Toestemming: wie antwoordt, zegt eerst ja. Dit past bij de meeste vragenlijsten."),
    ),
    (
        Grondslag.ALGEMEEN_BELANG,
        _("Een taak van algemeen belang, zoals een wettelijke taak van de gemeente of van een adviesraad."),
    ),
    (Grondslag.GERECHTVAARDIGD, _("Een gerechtvaardigd belang, dat u hebt afgewogen en opgeschreven.")),
)
HOOFD = ("titel", "inleiding", "vraag_citaat", "werving", "steekproef_hoe", "steekproef_gevraagd")


def read_initieel(lijst: Vragenlijst) -> dict[str, Any]:
    """Give what stands around the questions now."""
    return {naam: getattr(lijst, naam) for naam in VELDEN}


class Gegevensformulier(forms.Form):
    """What stands around the questions. With `vast` the fields that people read are left out."""

    verberg_optioneel = True

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
        label=_("Hoe bereikt u mensen?"), choices=WERVINGEN, widget=forms.RadioSelect, required=False
    )
    steekproef_hoe = forms.CharField(
        label=_("Hoe is de steekproef getrokken?"),
        help_text=_("Alleen bij een aselecte steekproef: uit welke lijst, en hoe er geloot is."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    steekproef_gevraagd = forms.CharField(
        label=_("Hoeveel mensen hebt u gevraagd?"),
        help_text=_("Alleen bij een aselecte steekproef."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "kort"}),
        required=False,
    )
    grondslag = forms.ChoiceField(
        label=_("Waarom mag u de antwoorden gebruiken?"),
        help_text=_("Dit lezen mensen voor ze beginnen."),
        choices=GRONDSLAGEN,
        widget=forms.RadioSelect,
        required=False,
    )
    verantwoordelijke = forms.CharField(
        label=_("Wie is verantwoordelijk voor de gegevens?"),
        help_text=_("Leeg betekent: uw organisatie."),
        required=False,
    )
    ook_onder_16 = forms.BooleanField(
        label=_("Ook voor mensen onder de 16"),
        help_text=_("Bij toestemming vragen wij dan of een ouder of voogd het goed vindt."),
        required=False,
    )
    max_per_uur = forms.CharField(
        label=_("Hoogstens zoveel antwoorden per uur"),
        help_text=_("Dit houdt een robot tegen. 3000 is ruim voor een volle zaal."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "kort"}),
        required=False,
    )

    def __init__(self, *args: Any, vast: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in GELEZEN if vast else ():
            del self.fields[naam]

    def hoofdvelden(self) -> list[forms.BoundField]:
        """Give the fields that everyone sees."""
        return [self[naam] for naam in HOOFD if naam in self.fields and not naam.startswith("steekproef_")]

    def steekproefvelden(self) -> list[forms.BoundField]:
        """Give what a declared sample asks."""
        return [self[naam] for naam in HOOFD if naam.startswith("steekproef_")]

    def meervelden(self) -> list[forms.BoundField]:
        """Give the fields behind "Meer"."""
        return [self[naam] for naam in self.fields if naam not in HOOFD]

    def meer_open(self) -> bool:
        """Tell whether something behind "Meer" is refused."""
        return any(veld.errors for veld in self.meervelden())

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

    def clean_werving(self) -> str:
        """Take the open invitation where nothing was said."""
        return self.cleaned_data["werving"] or Werving.OPEN.value

    def clean_grondslag(self) -> str:
        """Take consent where nothing was said."""
        return self.cleaned_data["grondslag"] or Grondslag.TOESTEMMING.value

    def clean_verantwoordelijke(self) -> str:
        """Refuse a name that does not fit."""
        naam = " ".join(self.cleaned_data["verantwoordelijke"].split())
        if len(naam) > MAX_TITEL:
            raise forms.ValidationError(_("Houd dit korter dan %(max)s tekens."), params={"max": MAX_TITEL})
        return naam

    def clean_steekproef_gevraagd(self) -> int | None:
        """Give the number of people that were asked; None for nothing typed."""
        getypt = self.cleaned_data["steekproef_gevraagd"].replace(".", "").strip()
        if not getypt:
            return None
        if not getypt.isdecimal() or not 1 <= int(getypt) <= 10_000_000:
            raise forms.ValidationError(_("Typ een getal van 1 of meer."))
        return int(getypt)

    def clean_max_per_uur(self) -> int:
        """Give the limit; the usual one where nothing was typed."""
        getypt = self.cleaned_data["max_per_uur"].replace(".", "").strip() or "3000"
        if not getypt.isdecimal() or not 1 <= int(getypt) <= MAX_PER_UUR:
            raise forms.ValidationError(
                _("Typ een getal van 1 tot en met %(max)s."), params={"max": MAX_PER_UUR}
            )
        return int(getypt)

    def clean(self) -> dict[str, Any]:
        """Ask how the sample was drawn where margins are asked for."""
        velden = super().clean() or self.cleaned_data
        if velden.get("werving") == Werving.STEEKPROEF:
            if not velden.get("steekproef_hoe", "").strip():
                self.add_error("steekproef_hoe", _("Vertel hoe de steekproef getrokken is."))
            if "steekproef_gevraagd" not in self.errors and velden.get("steekproef_gevraagd") is None:
                self.add_error("steekproef_gevraagd", _("Vertel hoeveel mensen u gevraagd hebt."))
        return velden
