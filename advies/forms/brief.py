"""Forms of the letter. It is one form, so that whatever button is pressed, all that was typed comes along."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from advies.domain.samenvoegen import hash_veld
from advies.domain.velden import (
    pick,
    prefix_adviespunt,
    prefix_bevinding,
    read_velden,
    to_ids,
    to_tekst,
)
from advies.enums import Adviessoort
from advies.forms.velden import Datumveld, make_area
from advies.models import Adviesconcept, Adviespunt, Bevinding
from codering.models import Citaat, Thema

Keuzes = Sequence[tuple[str, str]]


class Nieuwformulier(forms.Form):
    """A letter to begin."""

    soort = forms.ChoiceField(
        label=_("Vroeg de gemeente om dit advies?"),
        choices=[(Adviessoort.ONGEVRAAGD, _("nee, ongevraagd")), (Adviessoort.GEVRAAGD, _("ja, gevraagd"))],
        widget=forms.RadioSelect,
        initial=Adviessoort.ONGEVRAAGD,
    )
    betreft = forms.CharField(label=_("Waar gaat de brief over?"), max_length=200)
    geadresseerde = forms.CharField(
        label=_("Aan wie gaat de brief?"),
        help_text=_("Naam en adres, elke regel zoals die op de envelop komt. Dit kan ook later."),
        widget=make_area(4),
        required=False,
    )
    themas = forms.MultipleChoiceField(
        label=_("Waar gaan de bevindingen over?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één thema.")},
    )

    def __init__(self, *args: Any, themas: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: dict[str, Any] = self.fields
        velden["themas"].choices = themas


class Kopveld(forms.CharField):
    """One line that may be long: a box that grows, so that all of it is seen on a phone too."""

    widget = forms.Textarea

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Start one line high."""
        return {**super().widget_attrs(widget), "rows": 1}

    def to_python(self, value: Any) -> str | None:
        """Leave out line ends."""
        tekst = super().to_python(value)
        return " ".join(tekst.split()) if tekst else tekst


class Deelformulier(forms.Form):
    """Part of the letter; nothing is required while it is a draft, so that saving never refuses half a letter."""

    verberg_optioneel = True

    def to_velden(self) -> dict[str, str]:
        """Give what was typed under the names of the form's fields; call after `is_valid()`."""
        return {
            self.add_prefix(naam): to_ids(waarde) if isinstance(waarde, list) else to_tekst(waarde)
            for naam, waarde in self.cleaned_data.items()
        }


class Briefformulier(Deelformulier):
    """The letter around its findings."""

    soort = forms.ChoiceField(label=_("Soort advies"), choices=Adviessoort.choices)
    geadresseerde = forms.CharField(label=_("Aan"), widget=make_area(3), required=False)
    plaats = forms.CharField(label=_("Plaats"), max_length=120, required=False)
    datum = Datumveld(label=_("Datum"), required=False)
    betreft = Kopveld(label=_("Betreft"), max_length=200, required=False)
    aanhef = forms.CharField(label=_("Aanhef"), max_length=200, required=False)
    aanleiding = forms.CharField(label=_("Aanleiding"), widget=make_area(6), required=False)
    slot = forms.CharField(label=_("Wat wij van u vragen"), widget=make_area(4), required=False)
    ondertekening = forms.CharField(label=_("Ondertekening"), widget=make_area(2), required=False)


class Bevindingformulier(Deelformulier):
    """One finding."""

    kop = Kopveld(label=_("Kop"), max_length=200, required=False)
    tekst = forms.CharField(label=_("Wat bewoners zeggen"), widget=make_area(2), required=False)
    cijferzin = forms.CharField(label=_("Zin met het cijfer"), widget=make_area(2), required=False)
    citaatbron = forms.CharField(label=_("Van wie is het citaat?"), max_length=200, required=False)
    themas = forms.MultipleChoiceField(
        label=_("Thema’s van deze bevinding"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, themas: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: dict[str, Any] = self.fields
        velden["themas"].choices = themas


class Adviespuntformulier(Deelformulier):
    """One advice point."""

    tekst = forms.CharField(label=_("Advies"), widget=make_area(2), required=False)
    bevindingen = forms.MultipleChoiceField(
        label=_("Rust op bevinding"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, bevindingen: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: dict[str, Any] = self.fields
        velden["bevindingen"].choices = bevindingen


class Citaatkeuze(forms.Form):
    """A released quote, or none."""

    citaat = forms.ModelChoiceField(queryset=Citaat.objects.none(), required=False)

    def __init__(self, *args: Any, citaten: QuerySet[Citaat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        velden: dict[str, Any] = self.fields
        velden["citaat"].queryset = citaten


class Briefbewerking:
    """The whole letter as forms. Parts that were taken out in another window still take what was typed here."""

    def __init__(
        self,
        advies: Adviesconcept,
        bevindingen: Sequence[Bevinding],
        adviespunten: Sequence[Adviespunt],
        themas: Iterable[Thema],
        data: Mapping[str, Any] | None = None,
    ) -> None:
        self.nu = read_velden(advies, bevindingen, adviespunten)
        self.botsende_velden: list[forms.BoundField] = []
        self.themas = list(themas)
        themakeuzes = [(str(thema.pk), thema.naam) for thema in self.themas]
        kopkeuzes = [(str(b.pk), f"{n}. {b.kop}") for n, b in enumerate(_present(bevindingen), start=1)]
        kopkeuzes += [(str(b.pk), b.kop) for b in bevindingen if b.weggehaald_op]
        self.brief = Briefformulier(data, initial=self._initial(""))
        self.bevindingen: list[tuple[Bevinding, Bevindingformulier]] = []
        for bevinding in bevindingen:
            prefix = prefix_bevinding(bevinding.pk)
            formulier = Bevindingformulier(
                _own(data, prefix), prefix=prefix, initial=self._initial(prefix), themas=themakeuzes
            )
            self.bevindingen.append((bevinding, formulier))
        self.adviespunten: list[tuple[Adviespunt, Adviespuntformulier]] = []
        for punt in adviespunten:
            prefix = prefix_adviespunt(punt.pk)
            formulier_punt = Adviespuntformulier(
                _own(data, prefix), prefix=prefix, initial=self._initial(prefix), bevindingen=kopkeuzes
            )
            self.adviespunten.append((punt, formulier_punt))

    def _initial(self, prefix: str) -> dict[str, Any]:
        velden = pick(self.nu, prefix) if prefix else self.nu
        return {
            naam: [pk for pk in tekst.split(",") if pk] if naam in {"themas", "bevindingen"} else tekst
            for naam, tekst in velden.items()
        }

    def forms(self) -> list[Deelformulier]:
        """Give every form that holds what someone typed."""
        alle = [self.brief, *(f for _b, f in self.bevindingen), *(f for _p, f in self.adviespunten)]
        return [formulier for formulier in alle if formulier.is_bound]

    def is_valid(self) -> bool:
        """Whether all that was typed can be saved."""
        oordelen = [formulier.is_valid() for formulier in self.forms()]
        return all(oordelen)

    def to_velden(self) -> dict[str, str]:
        """Give all that was typed as one row of texts; call after `is_valid()`."""
        return {naam: tekst for formulier in self.forms() for naam, tekst in formulier.to_velden().items()}

    def mark_botsingen(self, botsingen: Mapping[str, str]) -> None:
        """Put beside each clashing field the words that another window wrote there."""
        for formulier in self.forms():
            for veld in formulier:
                if veld.html_name in botsingen:
                    gekozen = veld.name in {"themas", "bevindingen"}
                    vars(veld)["botsing"] = _("een andere keuze") if gekozen else botsingen[veld.html_name]
                    self.botsende_velden.append(veld)

    @property
    def basis(self) -> str:
        """The hashes by which a later save knows what this page started from."""
        return json.dumps({naam: hash_veld(tekst) for naam, tekst in self.nu.items()})


def _own(data: Mapping[str, Any] | None, prefix: str) -> Mapping[str, Any] | None:
    """Leave a part unbound that the page did not hold, such as one that was added meanwhile."""
    return data if data is not None and f"{prefix}-tekst" in data else None


def _present(bevindingen: Iterable[Bevinding]) -> list[Bevinding]:
    return [bevinding for bevinding in bevindingen if bevinding.weggehaald_op is None]


def read_basis(tekst: str) -> dict[str, str]:
    """Read the hashes that a page carried; nonsense counts as none."""
    try:
        waarden = json.loads(tekst)
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in waarden.items()} if isinstance(waarden, dict) else {}
