"""A phone without scripts or cookies: fills in the form on the page it shows, and presses a button."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from django.test import Client
from lxml import html

Velden = dict[str, list[str]]


@dataclass
class Telefoon:
    """Holds the page it shows, and those before it, as a browser's history does."""

    adres: str
    client: Client = field(default_factory=Client)
    antwoord: Any = field(init=False)
    verzonden: list[tuple[str, Velden]] = field(default_factory=list)

    def open(self, adres: str = "") -> "Telefoon":
        """Open an address, or the questionnaire."""
        self.adres = adres or self.adres
        return self._show(self.client.get(self.adres))

    def druk(self, knop: str = "", **velden: str | list[str]) -> "Telefoon":
        """Fill in fields and press the button with these words (the first one if none are given)."""
        formulier, gegevens = self.lees_formulier(knop)
        for naam, waarde in velden.items():
            gegevens[naam] = waarde if isinstance(waarde, list) else [waarde]
        self.adres = urljoin(self.adres, formulier.get("action"))
        self.verzonden.append((self.adres, gegevens))
        return self._show(self.client.post(self.adres, gegevens))

    def opnieuw(self, keer: int = -1) -> "Telefoon":
        """Send once more what was sent before."""
        self.adres, gegevens = self.verzonden[keer]
        return self._show(self.client.post(self.adres, gegevens))

    def lees_formulier(self, knop: str) -> tuple[html.FormElement, Velden]:
        """Give the form with the button, and what the browser would send with it."""
        for formulier in self.boom.forms:
            eigen = [*formulier.iter("button"), *self.boom.xpath(f"//button[@form='{formulier.get('id')}']")]
            gekozen = [b for b in eigen if knop in " ".join(b.text_content().split()) and not b.get("hidden")]
            if gekozen:
                gegevens: Velden = {}
                for naam, waarde in formulier.form_values():
                    gegevens.setdefault(naam, []).append(waarde.removeprefix("\n"))
                if gekozen[0].get("name"):
                    gegevens.setdefault(gekozen[0].get("name"), []).append(gekozen[0].get("value"))
                return formulier, gegevens
        raise AssertionError(f"geen knop {knop!r} op: {self.tekst}")

    @property
    def boom(self) -> html.HtmlElement:
        return html.fromstring(self.antwoord.content.decode())

    @property
    def kop(self) -> str:
        return " ".join(self.boom.xpath("//h1")[0].text_content().split())

    @property
    def tekst(self) -> str:
        return " ".join(self.boom.xpath("//main")[0].text_content().split())

    @property
    def token(self) -> str:
        return self.boom.xpath("//input[@name='token']/@value")[0]

    @property
    def bon(self) -> str:
        return self.boom.xpath("//p[@class='bewijs']")[0].text_content()

    def _show(self, antwoord: Any) -> "Telefoon":
        self.antwoord = antwoord
        assert not self.client.cookies, "a resident's page set a cookie"
        return self
