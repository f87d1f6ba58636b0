"""The templates: plain words, fair questions, conditions that hold together."""

import pytest

from basis.taal.taalcontrole import Tekstsoort, check_taal
from peilingen.domain.bewonerlijst import estimate_minuten
from peilingen.domain.bezwaren import find_bezwaren
from peilingen.domain.sjablonen import SJABLONEN
from peilingen.domain.vragenlijsten import create_vragenlijst
from peilingen.enums import WOORDSOORTEN

ALLE = pytest.mark.parametrize("sjabloon", SJABLONEN.values(), ids=list(SJABLONEN))


def test_the_templates_that_are_offered():
    assert list(SJABLONEN) == [
        "buurt",
        "stadsbijeenkomst",
        "stadsbijeenkomst_achteraf",
        "meedoen",
        "plekken",
        "jongeren",
        "ouderen",
        "wijkbarometer",
    ]


@ALLE
def test_the_help_has_nothing_to_say_about_any_word(sjabloon):
    teksten = [(sjabloon.inleiding, Tekstsoort.TEKST)]
    for vraag in sjabloon.vragen:
        teksten += [(vraag.tekst, Tekstsoort.VRAAG), (vraag.uitleg, Tekstsoort.TEKST)]
        teksten += [(stelling, Tekstsoort.STELLING) for stelling in vraag.stellingen]
        teksten += [("\n".join(vraag.keuzes), Tekstsoort.TEKST)]
    assert [a.advies for tekst, soort in teksten for a in check_taal(tekst, soort).aanwijzingen] == []


@ALLE
def test_five_to_eight_questions_of_which_two_in_own_words(sjabloon):
    assert 5 <= len(sjabloon.vragen) <= 8
    assert sum(vraag.soort in WOORDSOORTEN for vraag in sjabloon.vragen) >= 2
    assert not any(vraag.verplicht for vraag in sjabloon.vragen)


@ALLE
def test_it_stands_as_it_was_written_and_can_open(mensen, sjabloon):
    lijst = create_vragenlijst(
        ronde=mensen.ronde, wie=mensen.organisator.gebruiker, sjabloon=sjabloon.sleutel
    )
    vragen = list(lijst.vragen.prefetch_related("keuzes", "stellingen"))
    assert [vraag.sleutel for vraag in vragen] == [f"v{nummer}" for nummer in range(1, len(vragen) + 1)]
    assert [vraag.voorwaarde for vraag in vragen] == [dict(vraag.voorwaarde) for vraag in sjabloon.vragen]
    assert find_bezwaren(lijst) == []
    assert lijst.ook_onder_16 == sjabloon.ook_onder_16
    assert estimate_minuten(vragen) <= 5
