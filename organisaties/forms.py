"""Forms of this room."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from organisaties.domain.bonnen import BONLENGTE
from organisaties.domain.codes import find_adres, normalise_code
from organisaties.domain.instellingen import bewaargrens
from organisaties.enums import Gebiedsoort, Rol
from organisaties.models import Gebied, Organisatie, Ronde
from organisaties.models.organisatie import KLEINSTE_DREMPEL


class Rondeformulier(forms.ModelForm[Ronde]):
    """A new ronde."""

    class Meta:
        model = Ronde
        fields = ("naam", "vraagstelling")
        help_texts = {
            "naam": _("Bijvoorbeeld: Stadsbijeenkomst voorjaar 2026"),
            "vraagstelling": _("In één of twee zinnen. Dit komt ook bovenaan uw brief."),
        }
        widgets = {"vraagstelling": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, organisatie: Organisatie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._organisatie = organisatie

    def clean_naam(self) -> str:
        """Refuse a name that the organisation already uses."""
        naam = str(self.cleaned_data["naam"]).strip()
        if Ronde.objects.van(self._organisatie).filter(naam__iexact=naam).exists():
            raise forms.ValidationError(_("U hebt al een ronde met deze naam. Kies een andere."))
        return naam


class Codeformulier(forms.Form):
    """A code as someone reads it from a screen or a poster; `adres` is what it opens."""

    ONBEKEND = _("Deze code kennen we niet. Kijk of er op het scherm of de poster hetzelfde staat.")
    BON = _(
        "Dit lijkt op uw bewijscode. Open eerst de vragenlijst met de code van de poster. "
        "Daar kunt u uw bewijscode gebruiken."
    )

    code = forms.CharField(
        label=_("Code van het scherm of de poster"),
        help_text=_("Hoofdletters, spaties en streepjes maken niet uit."),
        max_length=200,
        error_messages={"required": _("Vul de code in die u ziet staan."), "max_length": ONBEKEND},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false", "dir": "ltr"}
        ),
    )

    adres = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.errors:
            self.fields["code"].widget.attrs["autofocus"] = True

    def clean_code(self) -> str:
        """Find what the code opens."""
        getypt = str(self.cleaned_data["code"])
        self.adres = find_adres(getypt) or ""
        if not self.adres:
            raise forms.ValidationError(
                self.BON if len(normalise_code(getypt)) == BONLENGTE else self.ONBEKEND
            )
        return getypt


ROLLEN = [
    (Rol.BEHEERDER.value, _("Beheerder: mag alles, ook leden en instellingen veranderen")),
    (Rol.ORGANISATOR.value, _("Organisator: maakt rondes, vragenlijsten, bijeenkomsten en brieven")),
    (Rol.CODEUR.value, _("Codeur: deelt uitspraken in bij thema’s en leest de uitkomsten")),
    (Rol.NOTULIST.value, _("Notulist: schrijft mee aan tafel en legt telefoontjes en brieven vast")),
    (Rol.LEZER.value, _("Lezer: leest de uitkomsten")),
]


class Rolformulier(forms.Form):
    """Another role for a member."""

    rol = forms.ChoiceField(label=_("Rol"), choices=ROLLEN, widget=forms.RadioSelect)


class Lidformulier(Rolformulier):
    """A new member."""

    naam = forms.CharField(label=_("Naam"), max_length=120)
    email = forms.EmailField(label=_("E-mailadres"), max_length=254)

    field_order = ("naam", "email", "rol")


class Instellingenformulier(forms.ModelForm[Organisatie]):
    """What holds for all of an organisation. A shorter term of retention deletes, so that is asked twice."""

    KORTST, LANGST, HOOGST = 30, 3650, 50

    drempel = forms.IntegerField(
        label=_("Kleinste aantal dat naar buiten mag"),
        min_value=KLEINSTE_DREMPEL,
        max_value=HOOGST,
        help_text=_(
            "In stukken voor anderen staat bij minder mensen “< 5”, of het getal dat u hier kiest. "
            "Zo kan niemand raden wie iets zei. Minstens 3."
        ),
    )
    bewaardagen = forms.IntegerField(
        label=_("Antwoorden bewaren (dagen)"),
        min_value=KORTST,
        max_value=LANGST,
        help_text=_(
            "Daarna worden antwoorden, notities en uitspraken echt verwijderd. Vastgestelde brieven houden hun "
            "cijfers. Een jaar is 365, twee jaar is 730."
        ),
    )
    akkoord = forms.BooleanField(label=_("Ja, verwijder wat ouder is"), required=False)

    class Meta:
        model = Organisatie
        fields = ("naam", "plaats", "contact", "ondertekenaar", "adres", "drempel", "bewaardagen")
        widgets = {"adres": forms.Textarea(attrs={"rows": 3})}
        labels = {
            "contact": _("Waar mensen terechtkunnen"),
            "ondertekenaar": _("Wie brieven ondertekent"),
            "adres": _("Adres voor brieven"),
        }
        help_texts = {
            "naam": _("Zo staat u boven vragenlijsten en brieven."),
            "plaats": _("Staat boven uw brieven, voor de datum."),
            "contact": _("Een e-mailadres of telefoonnummer. Bewoners zien dit bij elke vragenlijst."),
            "ondertekenaar": _("Bijvoorbeeld: J. de Boer, voorzitter"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._was = self.instance.bewaardagen
        if not (self.is_bound and self._is_shorter()):
            del self.fields["akkoord"]

    def _is_shorter(self) -> bool:
        getypt = str(self.data.get(self.add_prefix("bewaardagen"), ""))
        return getypt.isdecimal() and self.KORTST <= int(getypt) < self._was

    def clean(self) -> dict[str, Any]:
        """Ask for a yes before a shorter term deletes what is older."""
        gegevens = super().clean() or {}
        if "akkoord" in self.fields and not gegevens.get("akkoord"):
            grens = bewaargrens(gegevens.get("bewaardagen", self._was))
            tekst = gettext(
                "Alles van vóór %(dag)s wordt dan binnen een uur verwijderd. Dat kan niet terug. "
                "Zet hieronder een vinkje als u dat wilt."
            )
            self.add_error("bewaardagen", tekst % {"dag": date_format(timezone.localtime(grens), "j F Y")})
        gegevens.pop("akkoord", None)
        return gegevens


class Kaartformulier(forms.Form):
    """A file with the outlines of areas."""

    bestand = forms.FileField(
        label=_("Bestand met de omtrekken"),
        help_text=_("Een GeoJSON-bestand (.geojson of .json) van hoogstens 20 MB, in WGS 84 of RD."),
        widget=forms.ClearableFileInput(attrs={"accept": ".geojson,.json"}),
        error_messages={
            "required": _("Kies eerst een bestand."),
            "empty": _("Dit bestand is leeg. Kies een bestand met gebieden."),
        },
    )


class Gebiedformulier(forms.Form):
    """An area that is not in the list yet."""

    naam = forms.CharField(label=_("Naam"), max_length=120)
    soort = forms.ChoiceField(label=_("Soort"), choices=Gebiedsoort.choices, initial=Gebiedsoort.BUURT.value)
    boven: "forms.ModelChoiceField[Gebied]" = forms.ModelChoiceField(
        label=_("Deel van"),
        queryset=Gebied.objects.none(),
        required=False,
        empty_label=_("geen groter gebied"),
    )

    def __init__(self, *args: Any, organisatie: Organisatie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["boven"].queryset = Gebied.objects.van(organisatie)  # type: ignore[attr-defined]  # as above
