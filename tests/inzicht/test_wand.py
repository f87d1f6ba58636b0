"""What stands on the wall, in which order, and what of it a room may see."""

from datetime import UTC, datetime

import pytest

from bijeenkomsten.enums import Bijeenkomststatus
from codering.domain.citaten import release_citaat
from codering.domain.coderen import code_uitspraak
from codering.domain.kandidaten import reopen_kandidaat
from codering.models import Kandidaatthema, Thema, Uitspraak
from codering.refusals import ThemaInGebruik
from inzicht.domain.meedoen import is_open, list_deelnames
from inzicht.domain.wand import change_wand, find_wand, list_vrijgegeven
from inzicht.domain.wandbeeld import CITAAT_SECONDEN, build_wandbeeld, choose_schaal
from inzicht.domain.wandcitaten import LANGST, list_citaten
from inzicht.refusals import TeVeelThemas, VreemdThema
from organisaties.models import Auditregel
from peilingen.enums import Vragenlijststatus
from peilingen.models import Vragenlijst
from tests.codering.makers import maak_codeboek, maak_run, maak_uitspraken
from tests.inzicht.makers import maak_bijeenkomst, maak_bronnen

pytestmark = pytest.mark.django_db
NU = datetime(2026, 3, 15, 20, tzinfo=UTC)
BASIS = "https://voorbeeld.nl/"


def zet(cijfers, *codes, vraag="", donker=True, **rest):
    themas = [cijfers.thema(code) for code in codes]
    wie = cijfers.mensen.organisator.gebruiker
    return change_wand(ronde=cijfers.mensen.ronde, wie=wie, themas=themas, vraag=vraag, donker=donker, **rest)


def beeld(cijfers, nu=NU):
    return build_wandbeeld(cijfers.mensen.ronde, drempel=5, basis=BASIS, nu=nu)


def namen(cijfers):
    return [rij.naam for rij in beeld(cijfers).rijen]


def test_only_released_themes_stand_there_largest_first(cijfers):
    assert namen(cijfers) == []
    zet(cijfers, "veilig", "ontmoeten")
    assert namen(cijfers) == ["Ontmoeten", "Veiligheid"]


def test_what_stands_there_keeps_its_place_until_someone_asks_otherwise(cijfers):
    zet(cijfers, "veilig")
    zet(cijfers, "groen", "veilig", "ontmoeten")
    assert namen(cijfers) == ["Veiligheid", "Ontmoeten", "Groen"]
    zet(cijfers, "groen", "veilig")
    assert namen(cijfers) == ["Veiligheid", "Groen"]
    zet(cijfers, "groen", "veilig", op_grootte=True)
    assert namen(cijfers) == ["Groen", "Veiligheid"]


def test_figures_that_change_do_not_change_the_order(cijfers):
    zet(cijfers, "ontmoeten", "groen")
    voor = beeld(cijfers).rijen
    for uitspraak in cijfers.uitspraken[35:45]:
        code_uitspraak(
            uitspraak=uitspraak,
            wie=cijfers.mensen.codeur.gebruiker,
            codeboek=cijfers.codeboek,
            themas=[cijfers.thema("groen")],
        )
    na = beeld(cijfers).rijen
    assert [rij.code for rij in voor] == [rij.code for rij in na] == ["ontmoeten", "groen"]
    assert [rij.aantal for rij in na] == ["15", "20"]
    assert na[1].deel > voor[1].deel


def test_at_most_eight_and_only_of_this_codebook(cijfers):
    organisatie = cijfers.mensen.organisatie
    veel = [
        Thema.objects.create(codeboek=cijfers.codeboek, code=f"t{n}", naam=f"T{n}", definitie="x", volgorde=n)
        for n in range(10, 19)
    ]
    wie = cijfers.mensen.organisator.gebruiker
    velden = {"ronde": cijfers.mensen.ronde, "wie": wie, "vraag": "", "donker": True}
    with pytest.raises(TeVeelThemas):
        change_wand(themas=veel, **velden)
    change_wand(themas=[veel[0], *veel[:8]], **velden)
    ander = maak_codeboek(organisatie, {"anders": "Anders"}, naam="Ander")
    with pytest.raises(VreemdThema):
        change_wand(themas=ander.themas.all(), **velden)
    assert len(list_vrijgegeven(find_wand(cijfers.mensen.ronde), cijfers.run)) == 8


def test_without_figures_there_is_a_wall_without_themes(mensen):
    wie = mensen.organisator.gebruiker
    wand = change_wand(ronde=mensen.ronde, wie=wie, themas=[], vraag="  Wat   mist u?\n", donker=False)
    assert (wand.vraag, wand.donker) == ("Wat mist u?", False)
    codeboek = maak_codeboek(mensen.organisatie)
    with pytest.raises(VreemdThema):
        change_wand(ronde=mensen.ronde, wie=wie, themas=codeboek.themas.all(), vraag="", donker=True)
    wandbeeld = build_wandbeeld(mensen.ronde, drempel=5, basis=BASIS, nu=NU)
    assert (wandbeeld.rijen, wandbeeld.vraag, wandbeeld.bijschrift) == ((), "Wat mist u?", "")


def test_who_changed_the_wall_is_written_down(cijfers):
    zet(cijfers, "groen", "ontmoeten")
    regel = Auditregel.objects.get(handeling="wand_gewijzigd")
    assert (regel.wie, regel.omschrijving) == (cijfers.mensen.organisator.gebruiker, "Ontmoeten, Groen")


def test_themes_of_an_older_codebook_leave_the_wall(cijfers):
    zet(cijfers, "groen")
    nieuw = maak_codeboek(cijfers.mensen.organisatie, naam="Nieuw")
    maak_run(cijfers.mensen.ronde, nieuw, {cijfers.uitspraken[0]: {"groen": 0.9}})
    assert namen(cijfers) == []


def test_a_theme_on_the_wall_is_not_taken_back_unseen(cijfers):
    zet(cijfers, "groen")
    groep = Kandidaatthema.objects.create(
        run=cijfers.run,
        nummer=0,
        naam="bomen",
        grootte=9,
        stabiliteit=0.8,
        besluit="overgenomen",
        thema=cijfers.thema("groen"),
    )
    with pytest.raises(ThemaInGebruik):
        reopen_kandidaat(kandidaat=groep, wie=cijfers.mensen.organisator.gebruiker)


def test_a_wall_is_public_so_small_counts_are_hidden(cijfers):
    zet(cijfers, "ontmoeten", "groen", "veilig")
    assert beeld(cijfers).bijschrift == "Zo vaak genoemd, van 50 inzenders"
    assert [(rij.aantal, rij.deel, rij.verborgen) for rij in beeld(cijfers).rijen] == [
        ("15", 75.0, False),
        ("10", 50.0, False),
        ("< 5", 20.0, True),
    ]


def test_with_few_people_nothing_is_counted_yet(cijfers):
    zet(cijfers, "groen", kanaal="idee")
    maak_bronnen(cijfers.mensen.ronde, kaarten=4)
    wandbeeld = beeld(cijfers)
    assert wandbeeld.bijschrift == "Vanaf 5 ideekaarten ziet u hier hoe vaak."
    assert [(rij.naam, rij.aantal, rij.deel) for rij in wandbeeld.rijen] == [("Groen", "", None)]
    maak_bronnen(cijfers.mensen.ronde, kaarten=1)
    assert beeld(cijfers).bijschrift == "Zo vaak genoemd, van 5 ideekaarten"
    assert [(rij.aantal, rij.deel) for rij in beeld(cijfers).rijen] == [("0", 0.0)]


def test_a_wall_counts_one_kanaal(cijfers):
    maak_bronnen(cijfers.mensen.ronde, tafels=8, kaarten=60)
    zet(cijfers, "groen")
    assert beeld(cijfers).bijschrift == "Zo vaak genoemd, van 60 ideekaarten"
    zet(cijfers, "groen", kanaal="enquete")
    assert beeld(cijfers).bijschrift == "Zo vaak genoemd, van 50 inzenders"
    zet(cijfers, "groen", kanaal="brief")  # nothing came in along it
    assert beeld(cijfers).bijschrift == "Zo vaak genoemd, van 60 ideekaarten"


@pytest.mark.parametrize(
    ("grootste", "einde"),
    [(0, 10), (10, 10), (11, 20), (21, 50), (50, 50), (51, 100), (432, 500), (1001, 2000)],
)
def test_bars_grow_on_a_scale_that_seldom_moves(grootste, einde):
    assert choose_schaal(grootste) == einde


def geef_vrij(cijfers, plaats, tekst=""):
    uitspraak = cijfers.uitspraken[plaats]
    return release_citaat(
        uitspraak=uitspraak, wie=cijfers.mensen.organisator.gebruiker, tekst=tekst or uitspraak.tekst
    )


def test_only_released_quotes_of_themes_on_the_wall(cijfers):
    zet(cijfers, "ontmoeten")
    assert beeld(cijfers).citaat is None
    geef_vrij(cijfers, 24)  # groen
    assert beeld(cijfers).citaat is None
    geef_vrij(cijfers, 0)
    assert beeld(cijfers).citaat.tekst == cijfers.uitspraken[0].tekst
    assert [c.code for c in list_citaten(cijfers.mensen.ronde, cijfers.run, ["groen", "ontmoeten"])] != []


def test_a_quote_follows_the_decision_of_a_person(cijfers):
    zet(cijfers, "ontmoeten")
    geef_vrij(cijfers, 0)
    code_uitspraak(
        uitspraak=cijfers.uitspraken[0],
        wie=cijfers.mensen.codeur.gebruiker,
        codeboek=cijfers.codeboek,
        themas=[cijfers.thema("groen")],
    )
    assert beeld(cijfers).citaat is None
    zet(cijfers, "groen")
    assert beeld(cijfers).citaat is not None


def test_who_did_not_want_to_be_quoted_is_not_on_the_wall(cijfers):
    """Also when someone released the words before that was known."""
    zet(cijfers, "ontmoeten")
    geef_vrij(cijfers, 0)
    Uitspraak.objects.filter(pk=cijfers.uitspraken[0].pk).update(mag_citeren=False)
    assert beeld(cijfers).citaat is None


def test_a_quote_that_cannot_be_read_from_afar_is_left_out(cijfers):
    zet(cijfers, "ontmoeten")
    lang = "In de zaal is geen koffie en dat is jammer, " * 4
    Uitspraak.objects.filter(pk=cijfers.uitspraken[0].pk).update(tekst=lang)
    cijfers.uitspraken[0].refresh_from_db()
    geef_vrij(cijfers, 0)
    [citaat] = list_citaten(cijfers.mensen.ronde, cijfers.run, ["ontmoeten"])
    assert len(citaat.tekst) > LANGST
    assert beeld(cijfers).citaat is None


def test_quotes_take_turns_slowly(cijfers):
    zet(cijfers, "ontmoeten")
    geef_vrij(cijfers, 0)
    geef_vrij(cijfers, 1)
    op = [
        beeld(cijfers, datetime.fromtimestamp(t, UTC)).citaat
        for t in (0, CITAAT_SECONDEN - 1, CITAAT_SECONDEN)
    ]
    assert op[0] == op[1] != op[2]


def test_the_question_is_the_walls_else_the_meetings_else_the_rondes(cijfers):
    ronde = cijfers.mensen.ronde
    assert beeld(cijfers).vraag == ronde.naam
    ronde.vraagstelling = "Wat mist u?"
    ronde.save()
    assert beeld(cijfers).vraag == "Wat mist u?"
    maak_bijeenkomst(ronde, vraag="Wat heeft de Poptahof nodig?")
    assert beeld(cijfers).vraag == "Wat heeft de Poptahof nodig?"
    zet(cijfers, vraag="Waar let u op?")
    assert beeld(cijfers).vraag == "Waar let u op?"


def test_how_to_join_is_shown_while_something_is_open(cijfers):
    ronde = cijfers.mensen.ronde
    assert not is_open(ronde)
    assert list_deelnames(ronde, BASIS) == []
    lijst = Vragenlijst.objects.filter(ronde=ronde).first()
    lijst.status, lijst.code = Vragenlijststatus.OPEN, "abcd2346"
    lijst.save()
    avond = maak_bijeenkomst(ronde, code="avond1")
    maak_bijeenkomst(ronde, Bijeenkomststatus.GESLOTEN, code="oud1")
    assert is_open(ronde)
    vragenlijst, idee = list_deelnames(ronde, BASIS)
    assert (vragenlijst.wat, vragenlijst.code, vragenlijst.adres) == (
        "Vragenlijst",
        "abcd 2346",
        "voorbeeld.nl",
    )
    assert (idee.wat, idee.code) == ("Uw idee", "avond1")
    assert idee.qr.startswith("<svg")
    assert idee.qr != vragenlijst.qr
    avond.delete()
    assert [deelname.wat for deelname in list_deelnames(ronde, BASIS)] == ["Vragenlijst"]


def test_new_statements_reach_the_wall(cijfers):
    zet(cijfers, "groen")
    nieuw = maak_uitspraken(cijfers.mensen.ronde, [f"Boom {n}" for n in range(5)])
    for uitspraak in nieuw:
        code_uitspraak(
            uitspraak=uitspraak,
            wie=cijfers.mensen.codeur.gebruiker,
            codeboek=cijfers.codeboek,
            themas=[cijfers.thema("groen")],
        )
    assert beeld(cijfers).rijen[0].aantal == "15"
