"""Forms of this room. What may be kept is decided by the acts; these forms say it per field, before that."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bijeenkomsten.domain.bijeenkomsten import TAFELS_MAX
from bijeenkomsten.models import Bijeenkomst, Gesprekstafel, Notitie, Signaal
from bijeenkomsten.refusals import LegeTekst, TeLang
from organisaties.enums import Kanaal
from organisaties.models import Gebied, Organisatie, Plek
from organisaties.refusals import Weigering

# What comes in by other ways is not typed into the logbook.
SIGNAALKANALEN = tuple(
    (kanaal.value, kanaal.label)
    for kanaal in Kanaal
    if kanaal not in {Kanaal.ENQUETE, Kanaal.TAFEL, Kanaal.IDEE, Kanaal.PAPIER}
)


def _choose_gebied(veld: Any, organisatie: Organisatie, leeg: object) -> None:
    """Offer the organisation's areas, by name: people look for a name, not for a code."""
    veld.queryset = Gebied.objects.van(organisatie).order_by("naam")
    veld.empty_label = str(leeg)


def add_weigering(formulier: forms.BaseForm, fout: Weigering, veld: str = "tekst") -> None:
    """Show a refusal in the form, so that what was typed stays on the screen."""
    bij_veld = isinstance(fout, LegeTekst | TeLang) and veld in formulier.fields
    formulier.add_error(veld if bij_veld else None, str(fout))


class Bijeenkomstformulier(forms.ModelForm[Bijeenkomst]):
    """A meeting; the number of tables is asked once, when it is made."""

    tafels = forms.IntegerField(
        label=_("Hoeveel tafels verwacht u?"),
        min_value=0,
        max_value=TAFELS_MAX,
        initial=4,
        help_text=_("Elke tafel krijgt een eigen code. Later kunt u er nog tafels bij doen."),
    )

    class Meta:
        model = Bijeenkomst
        fields = ("titel", "datum", "vraag", "plek")
        labels = {"plek": _("Waar is het?"), "vraag": _("Vraag van de avond"), "titel": _("Titel")}
        help_texts = {
            "titel": _("Bijvoorbeeld: Stadsbijeenkomst in buurthuis De Wending"),
            "vraag": _("Deze vraag staat boven de ideekaarten. Bijvoorbeeld: Wat mist u in uw buurt?"),
        }
        widgets = {"datum": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, *args: Any, organisatie: Organisatie, nieuw: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plekken = Plek.objects.van(organisatie)
        self.fields["plek"].queryset = plekken  # type: ignore[attr-defined]
        if not nieuw:
            del self.fields["tafels"]
        if not plekken.exists():
            del self.fields["plek"]


class Tafelformulier(forms.ModelForm[Gesprekstafel]):
    """What a table talks about, and for which area."""

    class Meta:
        model = Gesprekstafel
        fields = ("onderwerp", "gebied")
        labels = {"onderwerp": _("Onderwerp van de tafel"), "gebied": _("Gaat het over één gebied?")}

    def __init__(self, *args: Any, organisatie: Organisatie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_gebied(self.fields["gebied"], organisatie, _("nee, of over meer gebieden"))


class Notitieformulier(forms.ModelForm[Notitie]):
    """One box, and behind it what participants asked for."""

    sleutel = forms.CharField(max_length=64, widget=forms.HiddenInput)
    schrijver = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    versie = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    beurt = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    verberg_optioneel = True

    class Meta:
        model = Notitie
        fields = ("tekst", "kernpunt", "onderwerp", "gebied", "rol", "grond", "instemming")
        labels = {
            "tekst": _("Wat wordt er gezegd?"),
            "kernpunt": _("Dit moet in ieder geval in het advies"),
            "onderwerp": _("Onderwerp"),
            "gebied": _("Over welk gebied?"),
            "rol": _("Wie zei dit?"),
            "grond": _("Waarop rust dit?"),
            "instemming": _("Is de tafel het eens?"),
        }
        widgets = {"tekst": forms.Textarea(attrs={"rows": 4, "enterkeyhint": "next", "autocomplete": "off"})}

    def __init__(self, *args: Any, organisatie: Organisatie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_gebied(self.fields["gebied"], organisatie, _("niet gezegd"))
        for naam in ("rol", "grond", "instemming"):
            keuzes = [("", _("niet gezegd")), *self.fields[naam].choices[1:]]  # type: ignore[attr-defined]
            self.fields[naam].choices = keuzes  # type: ignore[attr-defined]

    def list_fouten(self) -> str:
        """Say in one text what is wrong."""
        return " ".join(str(fout) for fouten in self.errors.as_data().values() for fout in fouten[0].messages)

    @property
    def notitie(self) -> dict[str, Any]:
        """The arguments of `save_notitie`, without the table; call after `is_valid()`."""
        velden = dict(self.cleaned_data)
        velden["beurt"] = velden.get("beurt") or 0
        return velden


class Kaartformulier(forms.Form):
    """An idea card; the page draws the fields itself."""

    token = forms.CharField(max_length=32, widget=forms.HiddenInput)
    tekst = forms.CharField(error_messages={"required": _("Vul hier eerst uw idee in.")})
    groep = forms.CharField(
        label=_("Uw buurt of straat"),
        required=False,
        max_length=200,
        error_messages={"max_length": _("Dit is te lang. Noem alleen uw buurt of straat.")},
    )
    mag_citeren = forms.BooleanField(
        label=_("Mijn eigen woorden mogen zonder mijn naam worden aangehaald, bijvoorbeeld in een brief."),
        required=False,
    )


class Bonformulier(forms.Form):
    """The receipt code; the page draws the field itself."""

    code = forms.CharField(max_length=40, error_messages={"required": _("Vul de code in die u kreeg.")})


class Signaalformulier(forms.ModelForm[Signaal]):
    """A phone call or a letter, in under a minute."""

    sleutel = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    kanaal = forms.ChoiceField(label=_("Hoe kwam het binnen?"), choices=SIGNAALKANALEN)

    class Meta:
        model = Signaal
        fields = ("kanaal", "tekst", "gebied", "ontvangen_op")
        labels = {
            "tekst": _("Wat werd er gezegd of geschreven?"),
            "gebied": _("Over welk gebied?"),
            "ontvangen_op": _("Wanneer?"),
        }
        help_texts = {"tekst": _("Schrijf op wat er speelt, niet wie het zei. Dit is geen dossier.")}
        widgets = {
            "tekst": forms.Textarea(attrs={"rows": 5}),
            "ontvangen_op": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, organisatie: Organisatie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_gebied(self.fields["gebied"], organisatie, _("niet gezegd"))
        self.fields["ontvangen_op"].initial = timezone.localdate
        eigen = self.instance.kanaal
        if eigen and eigen not in dict(SIGNAALKANALEN):
            keuzes: Any = self.fields["kanaal"]
            keuzes.choices = [*SIGNAALKANALEN, (eigen, Kanaal(eigen).label)]


class Filterformulier(forms.Form):
    """Which signals to show."""

    kanaal = forms.ChoiceField(
        label=_("Kanaal"), choices=[("", _("alle kanalen")), *SIGNAALKANALEN], required=False
    )
    gebied = forms.ModelChoiceField(label=_("Gebied"), queryset=Gebied.objects.none(), required=False)
    verberg_optioneel = True

    def __init__(self, *args: Any, organisatie: Organisatie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_gebied(self.fields["gebied"], organisatie, _("alle gebieden"))
