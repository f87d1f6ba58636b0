"""Reads a page as assistive technology does: what names what, and whether every reference leads somewhere."""

from dataclasses import dataclass

from lxml import html


@dataclass(frozen=True)
class Pagina:
    """A rendered page or a piece of one."""

    boom: html.HtmlElement

    @classmethod
    def read(cls, tekst: str) -> "Pagina":
        return cls(
            html.fromstring(f"<main>{tekst}</main>") if "<html" not in tekst else html.fromstring(tekst)
        )

    @property
    def ids(self) -> list[str]:
        return [str(waarde) for waarde in self.boom.xpath("//@id")]

    def list_verwijzingen(self) -> set[str]:
        """Give every id that the page refers to."""
        kenmerken = ("aria-describedby", "aria-labelledby", "for")
        waarden = [waarde for kenmerk in kenmerken for waarde in self.boom.xpath(f"//@{kenmerk}")]
        ankers = [adres[1:] for adres in self.boom.xpath("//@href") if adres.startswith("#")]
        return {deel for waarde in waarden for deel in waarde.split()} | set(ankers)

    def list_naamloos(self) -> list[str]:
        """Give the controls that nothing names."""
        velden = self.boom.xpath("//input[not(@type='hidden')] | //select | //textarea")
        genoemd = set(self.boom.xpath("//label/@for"))
        return [
            veld.get("name", "?")
            for veld in velden
            if veld.get("id") not in genoemd
            and not veld.xpath("ancestor::label")
            and not veld.get("aria-label")
        ]

    def select(self, pad: str) -> html.HtmlElement:
        """Give the one element at an XPath."""
        [element] = self.boom.xpath(pad)
        return element

    def text(self, pad: str) -> str:
        """Give the words of the one element at an XPath."""
        return " ".join(self.select(pad).text_content().split())
