import pytest

from advies.domain.adviesteksten import ADVIEZEN, draft_advies
from advies.domain.brief import Adviestekst, format_advies
from advies.domain.opstellen import (
    draft_adviespunten,
    draft_bevinding,
    figure_sentence,
    opening,
    overview_diagram,
    request_for_reaction,
    tell_heard,
    top_themas,
)
from advies.domain.opvolgen import REACTIEWEKEN
from advies.domain.verantwoorden import method_appendix
from basis.druk.document import Staaf
from codering.nlp.codeboek import load_codeboek
from inzicht.domain.tellen import Telrij, count_rijen

NAMEN = {"zorg": "Zorg en welzijn", "wonen": "Wonen", "jeugd": "Jeugd"}


def schoon(tekst):
    return tekst.replace("\u00a0", " ")


def rijen(aantallen, *, van=60, groep="Noord", kanaal="papier", **rest):
    """One statement per unit; `aantallen` gives how many of the first units name each theme."""
    return [
        Telrij(
            eenheid=f"{kanaal}{groep}{n}",
            groep=groep,
            kanaal=kanaal,
            themas=tuple(code for code, aantal in aantallen.items() if n < aantal),
            **rest,
        )
        for n in range(van)
    ]


def tel(*delen, **rest):
    return count_rijen([rij for deel in delen for rij in deel], NAMEN, **rest)


def test_a_figure_says_how_many_of_how_many():
    assert (
        schoon(figure_sentence(tel(rijen({"zorg": 14})), ["zorg"], 5))
        == "Dit noemden 14 van de 60 inzenders (23 %)."
    )


def test_a_small_count_is_not_told_in_a_letter():
    assert (
        figure_sentence(tel(rijen({"zorg": 3})), ["zorg"], 5)
        == "Dit noemden minder dan 5 van de 60 inzenders."
    )


def test_nobody():
    assert figure_sentence(tel(rijen({})), ["zorg"], 5) == "Dit noemde niemand van de 60 inzenders."


def test_a_claim_that_joins_themes_names_each_figure():
    telling = tel(rijen({"zorg": 14, "wonen": 9, "jeugd": 2}))
    assert schoon(figure_sentence(telling, ["zorg", "wonen", "jeugd"], 5)) == (
        "Het thema “Zorg en welzijn” noemden 14 van de 60 inzenders (23 %), het thema “Wonen” 9 (15 %) en het thema "
        "“Jeugd” minder dan 5."
    )


def test_one_small_count_is_said_and_no_row_of_them():
    telling = tel(rijen({"zorg": 2}, van=12), rijen({"zorg": 1}, van=5, kanaal="idee"))
    assert figure_sentence(telling, ["zorg"], 5) == (
        "Dit is genoemd door minder dan 5 van de 12 inzenders van de papieren vragenlijst. Het kwam ook voor op "
        "ideekaarten."
    )


def test_the_appendix_has_no_table_without_a_single_figure():
    delen = (
        *(rijen({"zorg": 2}, van=4, groep=groep) for groep in ("Noord", "Zuid", "West")),
        rijen({"zorg": 1}, van=5, kanaal="idee"),
    )
    bijlage = method_appendix(tel(*delen), 5, [])
    assert [tabel.bijschrift for _uitleg, tabel in bijlage.tabellen] == [
        "Hoe vaak elk thema is genoemd: inzenders van de papieren vragenlijst, van 12"
    ]
    assert (
        "Is langs een weg elk thema minder dan 5 keer genoemd, dan staat daarvan geen tabel."
        in bijlage.alineas[2]
    )


def test_kanalen_are_named_each_by_itself():
    telling = tel(
        rijen({"zorg": 14}), rijen({"zorg": 6}, van=8, kanaal="tafel"), rijen({"zorg": 2}, kanaal="mail")
    )
    assert schoon(figure_sentence(telling, ["zorg"], 5)) == (
        "Dit is genoemd door 14 van de 60 inzenders van de papieren vragenlijst (23 %) en aan 6 van de 8 "
        "gesprekstafels. Het kwam ook voor in e-mails."
    )
    assert figure_sentence(telling, ["jeugd"], 5) == "Dit is niet genoemd."
    assert tell_heard(telling, 5) == (
        "Wij hoorden bewoners op verschillende manieren: 60 e-mails, 60 inzenders van de papieren vragenlijst en 8 "
        "gesprekstafels."
    )


def test_where_tables_are_counted_nobody_is_said_to_have_named_it():
    telling = tel(rijen({"zorg": 6, "wonen": 5}, van=8, kanaal="tafel"))
    assert figure_sentence(telling, ["zorg"], 5) == "Dit is genoemd aan 6 van de 8 gesprekstafels."
    assert figure_sentence(telling, ["jeugd"], 5) == "Dit is genoemd aan geen van de 8 gesprekstafels."
    assert schoon(figure_sentence(telling, ["zorg", "wonen"], 5)) == (
        "Het thema “Zorg en welzijn” is genoemd aan 6 van de 8 gesprekstafels en het thema “Wonen” 5."
    )
    assert tell_heard(telling, 5) == "Wij hoorden bewoners aan 8 gesprekstafels."
    assert "genoemd: aan 6 van de 8" in overview_diagram(telling, 5).beschrijving


def test_of_a_kanaal_with_few_nothing_is_told_but_that_they_are_few():
    telling = tel(
        rijen({"zorg": 14, "jeugd": 0}),
        rijen({"zorg": 2, "jeugd": 1}, van=3, kanaal="mail"),
        rijen({"zorg": 2}, van=4, kanaal="tafel"),
    )
    assert schoon(figure_sentence(telling, ["zorg"], 5)) == (
        "Dit is genoemd door 14 van de 60 inzenders van de papieren vragenlijst (23 %)."
    )
    assert figure_sentence(telling, ["jeugd"], 5) == "Dit is een enkele keer genoemd."
    assert tell_heard(telling, 5).endswith(
        "60 inzenders van de papieren vragenlijst, 4 gesprekstafels en minder dan 5 e-mails."
    )
    bijlage = method_appendix(telling, 5, [])
    assert [tabel.bijschrift for _uitleg, tabel in bijlage.tabellen][:2] == [
        "Hoe vaak elk thema is genoemd: inzenders van de papieren vragenlijst, van 60",
        "Thema’s per buurt: inzenders van de papieren vragenlijst",
    ]
    assert "minder dan 5 binnenkwamen, geven wij geen cijfers" in bijlage.alineas[2]


def test_a_letter_on_very_few_tells_no_count_and_no_order():
    telling = tel(rijen({"zorg": 3, "wonen": 2, "jeugd": 1}, van=4))
    assert figure_sentence(telling, ["wonen"], 5) == "Dit noemden minder dan 5 inzenders."
    assert tell_heard(telling, 5) == "Wij hoorden minder dan 5 inzenders."
    assert "het vaakst" not in opening(telling, drempel=5)
    assert overview_diagram(telling, 5) is None
    assert method_appendix(telling, 5, []).tabellen == ()
    niemand = tel(rijen({}, van=4))
    assert figure_sentence(niemand, ["zorg"], 5) == "Dit is niet genoemd."


def test_hidden_counts_stand_in_the_order_of_their_names():
    telling = tel(rijen({"zorg": 14, "wonen": 4, "jeugd": 2}))
    staven = [staaf.label for staaf in overview_diagram(telling, 5).staven]
    assert staven == ["Zorg en welzijn", "Jeugd", "Wonen"]
    _uitleg, tabel = method_appendix(telling, 5, []).tabellen[0]
    assert [rij[0] for rij in tabel.rijen] == staven


def test_the_letter_asks_for_a_reaction_in_the_term_that_is_proposed():
    assert REACTIEWEKEN == 6
    assert "binnen zes weken" in request_for_reaction()


def test_the_buurt_that_the_average_hides_is_named():
    telling = tel(rijen({"zorg": 12}, van=20), rijen({"zorg": 5}, van=40, groep="Zuid"))
    assert schoon(figure_sentence(telling, ["zorg"], 5)) == (
        "Dit noemden 17 van de 60 inzenders (28 %). In Noord kwam dit duidelijk vaker naar voren: daar noemden 12 van "
        "de 20 het (60 %), tegen 28 % van alle inzenders samen."
    )


def test_with_more_kanalen_the_buurt_is_compared_within_one():
    telling = tel(
        rijen({"zorg": 12}, van=20),
        rijen({"zorg": 5}, van=40, groep="Zuid"),
        rijen({}, van=8, kanaal="tafel"),
    )
    assert schoon(figure_sentence(telling, ["zorg"], 5)).endswith(
        "Bij de inzenders van de papieren vragenlijst kwam dit in Noord duidelijk vaker naar voren: 12 van de 20 "
        "(60 %), tegen 28 % van al die inzenders samen."
    )
    assert "De inzenders van de papieren vragenlijst hadden het het vaakst over" in opening(
        telling, drempel=5
    )


def test_a_buurt_whose_number_protects_another_is_not_named():
    telling = tel(rijen({"zorg": 12}, van=20), rijen({"zorg": 3}, van=40, groep="Zuid"))
    assert schoon(figure_sentence(telling, ["zorg"], 5)) == "Dit noemden 15 van de 60 inzenders (25 %)."


def test_margins_come_with_a_probability_sample():
    zin = schoon(figure_sentence(tel(rijen({"zorg": 14}), steekproef=True), ["zorg"], 5))
    assert "naar verwachting tussen 14 % en 35 % (betrouwbaarheid 95 %)" in zin


def test_an_unknown_theme_has_no_sentence():
    assert figure_sentence(tel(rijen({})), ["anders"], 5) == ""


def test_a_finding_is_drafted_from_words_and_figure():
    telling = tel(rijen({"zorg": 14}))
    bevinding = draft_bevinding(
        telling, telling.find("zorg"), ["huisarts", "wachten", "hulp", "Wmo", "folder"], 5
    )
    assert bevinding.kop == "Zorg en welzijn"
    assert bevinding.tekst == "Bewoners hadden het hierbij vaak over huisarts, wachten, hulp en Wmo."
    assert bevinding.cijferzin.startswith("Dit noemden 14")


def test_five_findings_do_not_read_as_a_form():
    telling = tel(rijen({"zorg": 14}))
    zinnen = {draft_bevinding(telling, telling.find("zorg"), ["hulp"], 5, n).tekst for n in range(3)}
    assert len(zinnen) == 3


def test_an_advice_per_finding_and_one_to_look_again():
    telling = tel(rijen({"zorg": 12}, van=20), rijen({"zorg": 5, "wonen": 8}, van=40, groep="Zuid"))
    punten = draft_adviespunten(telling, top_themas(telling), 5)
    assert [punt.bevindingen for punt in punten] == [(1,), (2,), ()]
    assert "te beginnen in Noord" in punten[0].tekst
    assert schoon(format_advies(Adviestekst("Doe iets.", (1, 3)))) == "Doe iets (bevinding 1 en 3)."
    assert schoon(format_advies(Adviestekst("Kan het?", (2,)))) == "Kan het? (bevinding 2)"
    assert draft_adviespunten(telling, [], 5) == ()


def test_each_theme_of_the_shipped_codebook_has_first_words():
    assert set(ADVIEZEN) == {thema.code for thema in load_codeboek().themas}


@pytest.mark.parametrize("code", [*ADVIEZEN, "eigen"])
@pytest.mark.parametrize("groep", ["", "Noord"])
def test_first_words_are_a_sentence(code, groep):
    zin = draft_advies(code, "Eigen thema", groep)
    assert zin.endswith(".")
    assert "{" not in zin
    assert ",," not in zin
    assert ",:" not in zin
    assert ("te beginnen in Noord" in zin) is bool(groep)


def test_the_picture_hides_small_counts_and_shows_one_kanaal():
    telling = tel(rijen({"zorg": 14, "wonen": 3}), rijen({"jeugd": 5}, van=8, kanaal="tafel"))
    diagram = overview_diagram(telling, 5)
    assert diagram.titel == "Waar bewoners het vaakst over spraken (inzenders van de papieren vragenlijst)"
    assert diagram.staven == (Staaf("Zorg en welzijn", 14.0, "14 van 60"), Staaf("Wonen", None, "< 5"))
    assert overview_diagram(tel(rijen({})), 5) is None


def test_themes_named_equally_often_share_the_first_place():
    zin = overview_diagram(tel(rijen({"zorg": 14, "wonen": 14, "jeugd": 9})), 5).beschrijving
    assert schoon(zin) == (
        "“Zorg en welzijn” en “Wonen” zijn het vaakst genoemd: elk door 14 van de 60 inzenders (23 %)."
    )


def test_the_opening_tells_who_were_heard_and_of_what():
    tekst = opening(
        tel(rijen({"zorg": 14, "wonen": 3})), "Op 15 maart kwamen wij bij elkaar.", drempel=3, gevraagd=True
    )
    eerste, tweede, derde = tekst.split("\n\n")
    assert eerste == "Op 15 maart kwamen wij bij elkaar."
    assert tweede.startswith(
        "Wij hoorden 60 inzenders. Zij hadden het het vaakst over “zorg en welzijn” en “wonen”."
    )
    assert derde.startswith("U vroeg ons om advies.")
    assert "ongevraagd advies" in opening(tel(rijen({})), drempel=5)


def test_the_appendix_shows_what_may_be_shown():
    telling = tel(
        rijen({"zorg": 12, "wonen": 2}, van=20),
        rijen({"zorg": 6}, van=40, groep="Zuid"),
        rijen({}, van=3, groep="Oost"),
    )
    bijlage = method_appendix(telling, 5, [("Codeboek", "Klein")], definities=[("Wonen", "De woning zelf.")])
    themas, buurten = (tabel for _uitleg, tabel in bijlage.tabellen)
    assert [tuple(schoon(cel) for cel in rij) for rij in themas.rijen] == [
        ("Zorg en welzijn", "18", "29 %", "0"),
        ("Wonen", "< 5", "–", "–"),
    ]
    assert buurten.kolommen == ("Thema", "Noord (·)", "Oost (·)", "Zuid (40)")
    assert buurten.rijen == (("Zorg en welzijn", "12", "0", "6"), ("Wonen", "·", "0", "·"))
    assert bijlage.themas == ("Wonen: De woning zelf.",)
    assert bijlage.herkomst == ("Codeboek: Klein",)


def test_the_appendix_keeps_to_the_largest_buurten():
    delen = [rijen({"zorg": 6}, van=10 + n, groep=f"Buurt {n}") for n in range(8)]
    _uitleg, buurten = method_appendix(tel(*delen), 5, []).tabellen[1]
    assert len(buurten.kolommen) == 7
    assert "Buurt 0" not in " ".join(buurten.kolommen)


@pytest.mark.parametrize(
    ("bevestigd", "zin"),
    [
        (0, "nog niet door mensen nagekeken"),
        (5, "van de 14 keer dat iemand bij een thema is geteld, rust dat 5 keer op hun besluit"),
        (14, "Mensen keken al die voorstellen na"),
    ],
)
def test_the_appendix_is_honest_about_who_looked(bevestigd, zin):
    telling = tel([r for n, r in enumerate(rijen({"zorg": 14}))], [])
    lijst = [
        Telrij(r.eenheid, r.groep, r.kanaal, r.themas, bevestigd=n < bevestigd)
        for n, r in enumerate(rijen({"zorg": 14}))
    ]
    assert zin in method_appendix(count_rijen(lijst, NAMEN), 5, []).alineas[1]
    assert telling.find("zorg").bevestigd == 0


def test_the_appendix_says_what_kanalen_mean():
    telling = tel(rijen({"zorg": 14}), rijen({"zorg": 6}, van=8, kanaal="tafel"))
    bijlage = method_appendix(telling, 5, [])
    assert "Aan tafel tellen wij tafels en geen mensen." in bijlage.alineas[2]
    assert [tabel.bijschrift for _uitleg, tabel in bijlage.tabellen] == [
        "Hoe vaak elk thema is genoemd: inzenders van de papieren vragenlijst, van 60",
        "Hoe vaak elk thema is genoemd: gesprekstafels, van 8",
        "Thema’s per buurt: inzenders van de papieren vragenlijst",
    ]
