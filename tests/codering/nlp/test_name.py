from codering.nlp.name import Woordnamer
from tests.codering.nlp.nep import Nepembedder

TEKSTEN = (
    "Meer bankjes in het park",
    "een bankje bij het water",
    "Bankjes om elkaar te ontmoeten in het park",
    "De bus rijdt niet meer naar de Kerklaan",
    "bussen naar de Kerklaan rijden te weinig",
    "De buslijn en de bus bij de Kerklaan",
)


def name(*leden):
    return Woordnamer().name(TEKSTEN, Nepembedder().embed(TEKSTEN), leden)


def test_a_name_is_made_of_distinctive_words_as_people_write_them():
    groen, bus = name((0, 1, 2), (3, 4, 5))
    assert groen.naam.split(", ")[:2] == ["bankjes", "park"]
    assert bus.kernwoorden[0] == "bus"


def test_names_of_streets_come_last():
    (bus,) = name((3, 4, 5))
    assert bus.kernwoorden[-1] == "kerklaan"
    assert len(bus.kernwoorden) > 1


def test_the_most_central_statement_is_a_member():
    assert name((0, 1, 2))[0].centraal in (0, 1, 2)


def test_a_group_without_shared_words_takes_the_name_of_its_statement():
    teksten = ("hallo daar allemaal", "vier vijf zes", "een twee drie")
    (naam,) = Woordnamer().name(teksten, Nepembedder().embed(teksten), [(0, 1, 2)])
    assert naam.naam == teksten[naam.centraal]
    assert naam.kernwoorden == ()


def test_no_groups_no_names():
    assert name() == ()
