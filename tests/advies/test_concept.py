from datetime import date

import pytest

from advies.domain.concept import save_teksten, start_advies
from advies.domain.samenvoegen import hash_veld
from advies.domain.vaststellen import settle_advies
from advies.domain.velden import prefix_adviespunt, prefix_bevinding, read_velden, to_ids
from advies.enums import Adviessoort
from advies.models import Adviesconcept
from advies.refusals import AlVastgesteld, GeenBevinding, GeenCijfers
from inzicht.domain.cijfers import count_ronde
from inzicht.domain.tellen import read_telling
from organisaties.models import Auditregel
from tests.advies.makers import COLLEGE, maak_brief, verplaats_uitspraak

pytestmark = pytest.mark.django_db


def velden_van(advies):
    vers = Adviesconcept.objects.get(pk=advies.pk)
    return read_velden(vers, vers.bevindingen.all(), vers.adviespunten.all())


def bewaar(advies, wie, nieuw, basis=None):
    nu = basis or velden_van(advies)
    hashes = {veld: hash_veld(tekst) for veld, tekst in nu.items()}
    return save_teksten(advies=advies, wie=wie, velden=nu | nieuw, basis=hashes)


def test_a_letter_begins_with_figures_that_do_not_change(cijfers):
    advies = maak_brief(cijfers)
    telling = read_telling(advies.momentopname.cijfers)
    assert telling == count_ronde(cijfers.mensen.ronde)
    verplaats_uitspraak(cijfers, 0, "groen")
    advies.refresh_from_db()
    assert read_telling(advies.momentopname.cijfers) == telling != count_ronde(cijfers.mensen.ronde)


def test_a_letter_is_drafted_whole(cijfers):
    advies = maak_brief(cijfers, "groen", "ontmoeten")
    eerste, tweede = advies.bevindingen.all()
    assert [(b.kop, [t.code for t in b.themas.all()]) for b in (eerste, tweede)] == [
        ("Ontmoeten", ["ontmoeten"]),
        ("Groen", ["groen"]),
    ]
    assert eerste.cijferzin.replace("\u00a0", " ") == "Dit noemden 15 van de 50 inzenders (30 %)."
    assert "koffie" in eerste.tekst
    assert [list(punt.bevindingen.all()) for punt in advies.adviespunten.all()] == [[eerste], [tweede], []]
    assert advies.aanleiding.startswith("Wij hoorden 50 inzenders.")
    assert (advies.plaats, advies.geadresseerde) == ("Delft", COLLEGE)
    assert advies.ondertekening == "namens Adviesraad Test\nMarja de Wit, voorzitter"
    assert Auditregel.objects.filter(handeling="brief_begonnen", object_id=advies.pk).exists()


def test_the_question_of_the_ronde_opens_the_letter(cijfers):
    ronde = cijfers.mensen.ronde
    ronde.vraagstelling = "Wij vroegen wat de buurt nodig heeft."
    ronde.save()
    advies = start_advies(
        ronde=ronde,
        wie=cijfers.mensen.organisator.gebruiker,
        themas=[cijfers.thema("groen")],
        soort=Adviessoort.GEVRAAGD,
    )
    assert advies.aanleiding.startswith("Wij vroegen wat de buurt nodig heeft.")
    assert "U vroeg ons om advies." in advies.aanleiding
    assert advies.betreft == ronde.naam


def test_a_letter_needs_figures_and_something_to_say(mensen):
    with pytest.raises(GeenCijfers):
        start_advies(ronde=mensen.ronde, wie=mensen.organisator.gebruiker, themas=[])


def test_a_letter_on_nothing_is_refused(cijfers):
    with pytest.raises(GeenBevinding):
        start_advies(ronde=cijfers.mensen.ronde, wie=cijfers.mensen.organisator.gebruiker, themas=[])


def test_texts_are_saved_wherever_they_stand(cijfers):
    advies, wie = maak_brief(cijfers), cijfers.mensen.organisator.gebruiker
    bevinding, punt = advies.bevindingen.first(), advies.adviespunten.first()
    nieuw = {
        "betreft": "Iets anders",
        "datum": "2026-03-15",
        f"{prefix_bevinding(bevinding.pk)}-kop": "Er is geen plek om binnen te lopen",
        f"{prefix_adviespunt(punt.pk)}-tekst": "Open de buurtkamer.",
        f"{prefix_adviespunt(punt.pk)}-bevindingen": to_ids(b.pk for b in advies.bevindingen.all()),
    }
    assert bewaar(advies, wie, nieuw) == {}
    advies.refresh_from_db()
    assert (advies.betreft, advies.datum) == ("Iets anders", date(2026, 3, 15))
    assert advies.bevindingen.first().kop == "Er is geen plek om binnen te lopen"
    assert advies.adviespunten.first().tekst == "Open de buurtkamer."
    assert advies.adviespunten.first().bevindingen.count() == 2
    assert Auditregel.objects.filter(handeling="brief_bewerkt", wie=wie).count() == 1


def test_nothing_new_leaves_no_trace(cijfers):
    advies, wie = maak_brief(cijfers), cijfers.mensen.organisator.gebruiker
    gewijzigd = Adviesconcept.objects.get(pk=advies.pk).gewijzigd_op
    assert bewaar(advies, wie, {}) == {}
    assert Adviesconcept.objects.get(pk=advies.pk).gewijzigd_op == gewijzigd
    assert not Auditregel.objects.filter(handeling="brief_bewerkt").exists()


def test_two_windows_keep_both_their_changes(cijfers):
    advies, wie = maak_brief(cijfers), cijfers.mensen.organisator.gebruiker
    begin = velden_van(advies)
    assert bewaar(advies, wie, {"slot": "Van venster een"}, begin) == {}
    assert bewaar(advies, wie, {"aanhef": "Beste raad,"}, begin) == {}
    advies.refresh_from_db()
    assert (advies.slot, advies.aanhef) == ("Van venster een", "Beste raad,")


def test_the_same_text_in_two_windows_clashes_and_the_rest_is_saved(cijfers):
    advies, wie = maak_brief(cijfers), cijfers.mensen.organisator.gebruiker
    begin = velden_van(advies)
    bewaar(advies, wie, {"slot": "Van venster een"}, begin)
    botsingen = bewaar(advies, wie, {"slot": "Van venster twee", "aanhef": "Beste raad,"}, begin)
    assert botsingen == {"slot": "Van venster een"}
    advies.refresh_from_db()
    assert (advies.slot, advies.aanhef) == ("Van venster een", "Beste raad,")


def test_other_themes_bring_another_figure_unless_someone_wrote_it(cijfers):
    advies, wie = maak_brief(cijfers), cijfers.mensen.organisator.gebruiker
    eerste, tweede = advies.bevindingen.all()
    bewaar(advies, wie, {f"{prefix_bevinding(tweede.pk)}-cijferzin": "Tien mensen zeiden dit."})
    themas = to_ids([cijfers.thema("veilig").pk])
    bewaar(advies, wie, {f"{prefix_bevinding(b.pk)}-themas": themas for b in (eerste, tweede)})
    eerste, tweede = advies.bevindingen.all()
    assert eerste.cijferzin == "Dit noemden minder dan 5 van de 50 inzenders."
    assert tweede.cijferzin == "Tien mensen zeiden dit."


def test_a_settled_letter_takes_no_texts(cijfers):
    advies, wie = maak_brief(cijfers), cijfers.mensen.organisator.gebruiker
    settle_advies(advies=advies, wie=wie)
    with pytest.raises(AlVastgesteld):
        bewaar(advies, wie, {"slot": "Toch nog iets"})
