"""Forms of this room."""

from collections.abc import Iterable, Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from codering.domain.kandidaten import LENGTE_NAAM, propose_definitie
from codering.domain.lijst import ONBEKEND, Herkomst
from codering.domain.soorten import SOORTEN
from codering.domain.themas import Themainhoud
from codering.enums import Uitspraaksoort
from codering.models import Kandidaatthema, Thema
from organisaties.enums import Kanaal

OPSLAAN, GEEN, OVERNEMEN = "opslaan", "geen", "overnemen"


def set_choices(veld: forms.Field, keuzes: list[tuple[str, Any]]) -> None:
    """Give a choice field its choices."""
    cast(forms.ChoiceField, veld).choices = keuzes


class Nakijkformulier(forms.Form):
    """One person's decision on one statement."""

    themas = forms.MultipleChoiceField(
        label=_("Thema’s"),
        required=False,
        error_messages={"invalid_choice": _("Dit thema staat niet in het codeboek. Kies een ander.")},
    )
    soort = forms.ChoiceField(
        label=_("Wat doet de spreker?"),
        required=False,
        widget=forms.RadioSelect,
        choices=Uitspraaksoort.choices,
    )
    gezien = forms.UUIDField(required=False, widget=forms.HiddenInput)
    actie = forms.ChoiceField(choices=[(actie, actie) for actie in (OPSLAAN, GEEN, OVERNEMEN)])

    def __init__(
        self,
        *args: Any,
        themas: Sequence[Thema],
        voorgesteld: Iterable[Thema] = (),
        soort: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._soort = soort
        self._per_code = {thema.code: thema for thema in themas}
        self._voorgesteld = list(voorgesteld)
        set_choices(self.fields["themas"], [(thema.code, thema.naam) for thema in themas])

    def clean(self) -> dict[str, Any]:
        """Nothing ticked is only a decision when it is meant so."""
        gegevens = super().clean() or self.cleaned_data
        if gegevens.get("actie") == OPSLAAN and not gegevens.get("themas") and "themas" not in self.errors:
            self.add_error("themas", _("Kies minstens één thema. Past er geen, kies dan “Geen thema past”."))
        return gegevens

    @property
    def gekozen(self) -> list[Thema]:
        """The themes of the decision; taking over adds what the machine proposed to what was ticked."""
        actie = self.cleaned_data["actie"]
        if actie == GEEN:
            return []
        eigen = [self._per_code[code] for code in self.cleaned_data["themas"]]
        return [*eigen, *self._voorgesteld] if actie == OVERNEMEN else eigen

    @property
    def gekozen_soort(self) -> str:
        """What the person said that the speaker does; taking over takes the proposal where nothing was said."""
        eigen = str(self.cleaned_data["soort"])
        return eigen or (self._soort if self.cleaned_data["actie"] == OVERNEMEN else "")


class Sleutelsveld(forms.TypedMultipleChoiceField):
    """Keys of rows that the page showed; whether they are there is for the act to find out."""

    def valid_value(self, value: object) -> bool:
        """Take any key; what is no key at all is refused all the same."""
        return True


class Samenformulier(forms.Form):
    """Which statements of a pile are accepted, and of which run they were shown."""

    run = forms.IntegerField()
    uitspraken = Sleutelsveld(coerce=UUID, required=False)


class Kandidaatformulier(forms.Form):
    """The name and the meaning of a theme that a group becomes; several stand on one page."""

    naam = forms.CharField(
        label=_("Naam van het thema"),
        max_length=LENGTE_NAAM,
        error_messages={"required": _("Geef het thema een naam.")},
    )
    definitie = forms.CharField(
        label=_("Wat is het, in één zin?"),
        required=False,
        max_length=500,
        help_text=_("Zo weten anderen wat erbij hoort."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    verberg_optioneel = True

    def __init__(self, data: QueryDict | None = None, *, kandidaat: Kandidaatthema, naam: str = "") -> None:
        """`naam` is a better one to begin with than the group's own."""
        self.kandidaat = kandidaat
        begin = {
            "naam": capfirst(naam or kandidaat.naam)[:LENGTE_NAAM],
            "definitie": propose_definitie(kandidaat),
        }
        super().__init__(data, initial=begin, auto_id=f"id_%s_{kandidaat.pk}")


class Zoekformulier(forms.Form):
    """Narrow down the list of statements."""

    zoek = forms.CharField(label=_("Woorden"), required=False, max_length=200)
    thema = forms.ChoiceField(label=_("Thema"), required=False)
    kanaal = forms.ChoiceField(label=_("Hoe het binnenkwam"), required=False)
    plek = forms.ChoiceField(label=_("Buurt of gebied"), required=False)
    herkomst = forms.ChoiceField(
        label=_("Nagekeken"), required=False, choices=[("", _("alle")), *Herkomst.choices]
    )
    soort = forms.ChoiceField(
        label=_("Wat de spreker doet"),
        required=False,
        choices=[("", _("alles")), *((soort.value, soort.label) for soort in SOORTEN)],
    )
    groep = forms.UUIDField(required=False, widget=forms.HiddenInput)
    verberg_optioneel = True

    def __init__(
        self,
        *args: Any,
        themas: Sequence[Thema],
        kanalen: Sequence[str],
        plekken: Sequence[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._set("thema", [(thema.code, thema.naam) for thema in themas])
        self._set("kanaal", [(kanaal, Kanaal(kanaal).label) for kanaal in kanalen])
        self._set("plek", [(plek or ONBEKEND, plek or _("niet bekend")) for plek in plekken])

    def _set(self, naam: str, keuzes: list[tuple[str, Any]]) -> None:
        set_choices(self.fields[naam], [("", _("alle")), *keuzes])

    @property
    def waarden(self) -> dict[str, str]:
        """What was filled in; a value that does not exist counts as not filled in."""
        self.is_valid()
        return {naam: str(self.cleaned_data.get(naam) or "") for naam in self.fields}


class Themaformulier(forms.Form):
    """A theme of the organisation: what it is, and a few statements that show it. What is `vast` is left out."""

    naam = forms.CharField(
        label=_("Naam van het thema"),
        max_length=LENGTE_NAAM,
        error_messages={"required": _("Geef het thema een naam.")},
    )
    definitie = forms.CharField(
        label=_("Wat is het, in één of twee zinnen?"),
        max_length=1_000,
        help_text=_("Schrijf het zoals u het aan een nieuwe vrijwilliger uitlegt."),
        error_messages={"required": _("Zeg in een zin waar het thema over gaat.")},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    voorbeelden = forms.CharField(
        label=_("Voorbeelden: wat zeggen mensen hierover?"),
        required=False,
        max_length=12_000,
        help_text=_(
            "Eén uitspraak per regel. Drie is een goed begin. Schrijf ze zoals bewoners praten, zonder namen."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    wel = forms.CharField(
        label=_("Wat hoort er ook bij?"),
        required=False,
        max_length=1_000,
        help_text=_("Zet komma’s tussen de onderwerpen."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    niet = forms.CharField(
        label=_("Wat hoort er niet bij?"),
        required=False,
        max_length=1_000,
        help_text=_("Bijvoorbeeld wat bij een ander thema hoort. Zet komma’s ertussen."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self, data: QueryDict | None = None, *, thema: Thema | None = None, vast: Sequence[str] = ()
    ) -> None:
        self._oud = {veld: getattr(thema, veld) for veld in self.base_fields} if thema else {}
        super().__init__(data, initial=self._oud)
        for veld in vast:
            del self.fields[veld]

    @property
    def inhoud(self) -> Themainhoud:
        """What was filled in; what may not change is as it was."""
        return Themainhoud(**{**self._oud, **self.cleaned_data})
