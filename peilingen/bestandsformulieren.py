"""Forms for answers that go out as a file and that come in from one."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from organisaties.enums import Kanaal
from peilingen.domain.antwoordkolommen import Kolom
from peilingen.domain.uitvoer_vormen import VORMEN
from peilingen.forms import Uploadformulier

MAX_TITEL = 90


class Uitvoerformulier(forms.Form):
    """Which kind of file."""

    verberg_optioneel = True

    vorm = forms.ChoiceField(
        label=_("Soort bestand"),
        choices=[(sleutel, vorm.naam) for sleutel, vorm in VORMEN.items()],
        initial="xlsx",
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat voor bestand u wilt.")},
    )


class Deelformulier(Uitvoerformulier):
    """Which kind of file for others, and whether words go along."""

    woorden = forms.BooleanField(
        label=_("Ook eigen woorden, met namen en adressen afgedekt"),
        help_text=_(
            "Alleen van mensen die aangehaald mogen worden. Lees ze na: een verhaal kan ook zonder naam verraden wie "
            "het vertelt."
        ),
        required=False,
    )


class Antwoordenbestand(Uploadformulier):
    """A file with answers to the questions of a questionnaire."""


class Doelformulier(forms.Form):
    """Which question each column answers, and along which kanaal the answers came."""

    verberg_optioneel = True

    kanaal = forms.ChoiceField(
        label=_("Langs welke weg kwamen de antwoorden binnen?"),
        choices=Kanaal.choices,
        initial=Kanaal.PAPIER,
        help_text=_("Dit geldt voor rijen waar het bestand zelf geen kanaal noemt."),
    )

    def __init__(
        self,
        *args: Any,
        kolommen: Sequence[str],
        doelen: Sequence[Kolom],
        koppeling: dict[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._kolommen = list(kolommen)
        keuzes = [("", _("niet gebruiken")), *((doel.naam, _shorten(doel.titel)) for doel in doelen)]
        for nummer, kolom in enumerate(self._kolommen):
            self.fields[f"kolom_{nummer}"] = forms.ChoiceField(
                label=kolom, choices=keuzes, initial=koppeling.get(kolom, ""), required=False
            )

    def kolomvelden(self) -> list[forms.BoundField]:
        """Give the fields of the columns, in the order of the file."""
        return [self[f"kolom_{nummer}"] for nummer in range(len(self._kolommen))]

    @property
    def koppeling(self) -> dict[str, str]:
        """What each column holds, "" for nothing; call after `is_valid()`."""
        return {kolom: self.cleaned_data[f"kolom_{nummer}"] for nummer, kolom in enumerate(self._kolommen)}


def _shorten(titel: str) -> str:
    return titel if len(titel) <= MAX_TITEL else f"{titel[: MAX_TITEL - 1]}…"
