"""Whatever people and networks do, in whatever order: each person's answers are there once, in their last words."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organisaties.domain.bonnen import make_bon, make_token
from peilingen.domain.concepten import Stapinvoer, save_stap, send_concept
from peilingen.domain.inzenden import (
    Antwoordwaarde,
    correct_inzending,
    find_inzending,
    submit_inzending,
    withdraw_inzending,
)
from peilingen.domain.vragenlijsten import open_vragenlijst
from peilingen.enums import Grondslag
from peilingen.models import Antwoord, Inzending, Inzendingconcept, Vraag, Vragenlijst
from tests.peilingen.makers import maak_concept

pytestmark = pytest.mark.django_db

PERSONEN = 3
WOORDEN = st.sampled_from(("een bankje", "meer licht", "de bus", "buren die groeten"))
# (who, what happens, with which words)
GEBEURTENIS = st.tuples(
    st.integers(0, PERSONEN - 1),
    st.sampled_from(("pagina", "versturen", "nog eens", "rechtstreeks", "verbeteren", "intrekken")),
    WOORDEN,
)


@dataclass
class Avond:
    """The questionnaire, and what should be there: a person's last words."""

    lijst: Vragenlijst
    vraag: Vraag
    tokens: list[str] = field(default_factory=lambda: [make_token() for _ in range(PERSONEN)])
    er: dict[str, str] = field(default_factory=dict)

    def do(self, wie: int, wat: str, tekst: str) -> None:
        token, waarden = self.tokens[wie], {self.vraag.pk: Antwoordwaarde(tekst=tekst)}
        gevonden = find_inzending(vragenlijst=self.lijst, code=make_bon(token))
        assert (gevonden is not None) == (token in self.er)
        if wat == "pagina":
            invoer = Stapinvoer(str(self.vraag.pk), {"tekst": [tekst]})
            save_stap(vragenlijst=self.lijst, token=token, invoer=invoer)
        elif wat in ("versturen", "nog eens"):
            self.send(token, tekst)
        elif wat == "rechtstreeks":
            submit_inzending(vragenlijst=self.lijst, token=token, antwoorden=waarden, mag_citeren=None)
            self.er.setdefault(token, tekst)
        elif wat == "verbeteren" and gevonden is not None:
            correct_inzending(inzending=gevonden, antwoorden=waarden, mag_citeren=None)
            self.er[token] = tekst
        elif wat == "intrekken" and gevonden is not None:
            withdraw_inzending(inzending=gevonden)
            del self.er[token]

    def send(self, token: str, tekst: str) -> None:
        """Send the draft; of one that was sent already and not touched since, nothing changes."""
        concepten = Inzendingconcept.objects.filter(vragenlijst=self.lijst)
        open_voor = {rij.inzending_id for rij in concepten if rij.stap != "klaar"}
        gevonden = find_inzending(vragenlijst=self.lijst, code=make_bon(token))
        verbetert = gevonden is not None and gevonden.pk in open_voor
        send_concept(
            vragenlijst=self.lijst,
            token=token,
            antwoorden={self.vraag.pk: Antwoordwaarde(tekst=tekst)},
            mag_citeren=None,
        )
        if gevonden is None or verbetert:
            self.er[token] = tekst

    def check(self) -> None:
        """Everyone's words are there once, under their own receipt code, and nobody else's."""
        assert Inzending.objects.filter(vragenlijst=self.lijst).count() == len(self.er)
        for token, tekst in self.er.items():
            inzending = find_inzending(vragenlijst=self.lijst, code=make_bon(token))
            rijen = Antwoord.objects.filter(inzending=inzending, vraag=self.vraag)
            assert list(rijen.values_list("tekst", flat=True)) == [tekst]


@given(gebeurtenissen=st.lists(GEBEURTENIS, max_size=12))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_answers_are_there_once_whatever_happens(
    mensen, gebeurtenissen: Sequence[tuple[int, str, str]]
) -> None:
    lijst = maak_concept(mensen.ronde, mensen.organisator.gebruiker)
    Vragenlijst.objects.filter(pk=lijst.pk).update(grondslag=Grondslag.ALGEMEEN_BELANG)
    avond = Avond(open_vragenlijst(vragenlijst=lijst, wie=mensen.organisator.gebruiker), lijst.vragen.get())
    for gebeurtenis in gebeurtenissen:
        avond.do(*gebeurtenis)
        avond.check()
