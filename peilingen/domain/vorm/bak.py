"""Reading an object of a form file field by field: what is wrong is refused with its place, the rest reported."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from peilingen.domain.vorm.typen import Melding
from peilingen.refusals import OnleesbaarFormulier


class Bak:
    """One object. `plaats` is where it stands ("vraag 3, keuze 2"); fields that nobody asked for are reported."""

    def __init__(self, waarde: Any, plaats: str, meldingen: list[Melding]) -> None:
        self.plaats, self._meldingen = plaats, meldingen
        if not isinstance(waarde, dict):
            raise self.refuse(_("hier hoort een object te staan, met accolades."))
        self._waarde: dict[str, Any] = waarde
        self._gezien: set[str] = set()

    def refuse(self, tekst: str) -> OnleesbaarFormulier:
        """Give the refusal that names this place."""
        return OnleesbaarFormulier(str(Melding(self.plaats, tekst)))

    def tekst(self, veld: str, maximum: int, *, verplicht: bool = False) -> str:
        """Give a text without white around it, at most so long."""
        waarde = self._take(veld, "")
        if not isinstance(waarde, str):
            raise self.refuse(_("“%(veld)s” moet tekst zijn.") % {"veld": veld})
        # PostgreSQL keeps no zero byte, and no encoding a half of a character.
        schoon = waarde.replace("\x00", "").encode(errors="replace").decode().strip()
        if verplicht and not schoon:
            raise self.refuse(_("“%(veld)s” is leeg of ontbreekt.") % {"veld": veld})
        if len(schoon) > maximum:
            raise self.refuse(
                _("“%(veld)s” telt %(n)s tekens. Er passen er %(max)s in.")
                % {"veld": veld, "n": len(schoon), "max": maximum}
            )
        return schoon

    def regel(self, veld: str, maximum: int, *, verplicht: bool = False) -> str:
        """Give a text on one line."""
        return " ".join(self.tekst(veld, maximum, verplicht=verplicht).split())

    def vlag(self, veld: str, standaard: bool) -> bool:
        """Give true or false."""
        waarde = self._take(veld, standaard)
        if not isinstance(waarde, bool):
            raise self.refuse(_("“%(veld)s” moet true of false zijn.") % {"veld": veld})
        return waarde

    def getal(self, veld: str, standaard: int, laagste: int, hoogste: int) -> int:
        """Give a whole number within bounds."""
        waarde = self._take(veld, standaard)
        if not isinstance(waarde, int) or isinstance(waarde, bool) or not laagste <= waarde <= hoogste:
            raise self.refuse(
                _("“%(veld)s” moet een heel getal zijn van %(van)s tot en met %(tot)s.")
                % {"veld": veld, "van": laagste, "tot": hoogste}
            )
        return waarde

    def een_van(self, veld: str, mogelijk: Sequence[str], standaard: str) -> str:
        """Give one of the words that may stand here."""
        waarde = self._take(veld, standaard)
        if waarde not in mogelijk:
            raise self.refuse(
                _("“%(veld)s” kan dit niet zijn. Kies uit: %(mogelijk)s.")
                % {"veld": veld, "mogelijk": ", ".join(mogelijk)}
            )
        return str(waarde)

    def lijst(self, veld: str) -> list[Any]:
        """Give a list, empty when the field is not there."""
        waarde = self._take(veld, [])
        if not isinstance(waarde, list):
            raise self.refuse(_("“%(veld)s” moet een lijst zijn.") % {"veld": veld})
        return waarde

    def bakken(self, veld: str, naam: str) -> list["Bak"]:
        """Give the objects of a list, numbered from 1 under this name."""
        begin = f"{self.plaats}, " if self.plaats else ""
        return [
            Bak(deel, f"{begin}{naam} {nummer}", self._meldingen)
            for nummer, deel in enumerate(self.lijst(veld), start=1)
        ]

    def bak(self, veld: str) -> "Bak":
        """Give the object in a field, an empty one when it is not there."""
        begin = f"{self.plaats}, " if self.plaats else ""
        return Bak(self._take(veld, {}), f"{begin}{veld}", self._meldingen)

    def ruw(self, veld: str) -> Any:
        """Give what stands in a field, unlooked at; None when it is not there."""
        return self._take(veld, None)

    def delen(self) -> Iterator[tuple[str, Any]]:
        """Give every field of an object whose names are free."""
        for veld in list(self._waarde):
            yield veld, self._take(veld, None)

    def has(self, veld: str) -> bool:
        """Tell whether the field is there."""
        return veld in self._waarde

    def meld(self, tekst: str) -> None:
        """Report something about this place."""
        self._meldingen.append(Melding(self.plaats, tekst))

    def sluit(self) -> None:
        """Report the fields that nobody asked for."""
        for veld in self._waarde:
            if veld not in self._gezien:
                self.meld(
                    _("het veld “%(veld)s” kennen wij niet. Het komt niet mee.") % {"veld": str(veld)[:60]}
                )

    def _take(self, veld: str, standaard: Any) -> Any:
        self._gezien.add(veld)
        return self._waarde.get(veld, standaard)
