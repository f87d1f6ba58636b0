"""The next ronde: the same questions in a new ronde, and nothing else."""

import pytest

from organisaties.domain import volgende
from organisaties.domain.volgende import (
    Overnemer,
    describe_overname,
    propose_naam,
    register_overnemer,
    start_volgende_ronde,
)
from organisaties.models import Auditregel, Ronde
from organisaties.refusals import RondenaamBestaat
from tests.fabrieken import maak_antwoorden, maak_ronde


@pytest.fixture
def eigen_overnemers(monkeypatch):
    """Only what this test registers takes something along."""
    overnemers: dict[int, Overnemer] = {}
    monkeypatch.setattr(volgende, "_OVERNEMERS", overnemers)
    return overnemers


def start(mensen, **velden):
    return start_volgende_ronde(
        ronde=mensen.ronde, wie=mensen.organisator.gebruiker, **{"naam": "Voorjaar 2027", **velden}
    )


def test_the_next_ronde_follows_this_one_and_begins_at_the_beginning(mensen):
    nieuw = start(mensen, vraagstelling=" Wat is er veranderd? ")
    assert (nieuw.vorige, nieuw.fase, nieuw.vraagstelling) == (
        mensen.ronde,
        "voorbereiden",
        "Wat is er veranderd?",
    )
    assert nieuw.organisatie == mensen.organisatie
    assert Auditregel.objects.van(mensen.organisatie).get(handeling="ronde_gemaakt").object_id == nieuw.pk


def test_answers_stay_where_they_are(mensen):
    maak_antwoorden(mensen.ronde, ["De lift is kapot"])
    nieuw = start(mensen)
    assert not any(lijst.inzendingen.exists() for lijst in nieuw.vragenlijsten.all())
    assert mensen.ronde.vragenlijsten.get().inzendingen.count() == 1


def test_rooms_take_along_in_their_order(mensen, eigen_overnemers):
    gedaan = []

    def write(woord):
        def take(van, naar, wie):
            gedaan.append((woord, van, naar.vorige, wie))
            return 1

        return take

    register_overnemer(20, write("twee"))
    register_overnemer(10, write("een"))
    start(mensen)
    wie = mensen.organisator.gebruiker
    assert gedaan == [("een", mensen.ronde, mensen.ronde, wie), ("twee", mensen.ronde, mensen.ronde, wie)]


def test_when_a_room_fails_there_is_no_new_ronde(mensen, eigen_overnemers):
    def fail(van, naar, wie):
        raise RuntimeError

    register_overnemer(10, fail)
    with pytest.raises(RuntimeError):
        start(mensen)
    assert Ronde.objects.van(mensen.organisatie).get() == mensen.ronde


def test_rooms_tell_beforehand_what_goes_along(mensen, eigen_overnemers):
    register_overnemer(20, lambda *_: 0, lambda van: ("b",))
    register_overnemer(30, lambda *_: 0)
    register_overnemer(10, lambda *_: 0, lambda van: ("a1", "a2"))
    assert describe_overname(mensen.ronde) == ["a1", "a2", "b"]


def test_a_number_is_given_out_once(eigen_overnemers):
    def take(van, naar, wie):
        return 0

    register_overnemer(10, take)
    register_overnemer(10, take)
    with pytest.raises(ValueError, match="bestaat al"):
        register_overnemer(10, lambda *_: 0)


@pytest.mark.parametrize(
    ("naam", "voorstel"),
    [
        ("Voorjaar 2026", "Voorjaar 2027"),
        ("Ronde 2 in de Poptahof", "Ronde 3 in de Poptahof"),
        ("Buurtgesprek", "Buurtgesprek 2"),
        ("x" * 200, ""),
    ],
)
def test_the_proposed_name_counts_on(mensen, naam, voorstel):
    ronde = mensen.ronde if naam == mensen.ronde.naam else maak_ronde(mensen.organisatie, naam)
    assert propose_naam(ronde) == voorstel


def test_the_proposed_name_is_free(mensen):
    maak_ronde(mensen.organisatie, "VOORJAAR 2027")
    assert propose_naam(mensen.ronde) == "Voorjaar 2028"


def test_a_name_that_is_taken_is_refused_before_anything_is_made(mensen):
    with pytest.raises(RondenaamBestaat):
        start(mensen, naam=" voorjaar 2026 ")
    assert Ronde.objects.van(mensen.organisatie).count() == 1


def test_the_page_proposes_shows_and_starts(mensen, inloggen):
    client = inloggen(mensen.organisator)
    adres = f"/rondes/{mensen.ronde.pk}/volgende/"
    tekst = client.get(adres).content.decode()
    assert 'value="Voorjaar 2027"' in tekst
    assert "Dit gaat mee" in tekst
    antwoord = client.post(adres, {"naam": "Najaar 2026", "vraagstelling": "En nu?"}, follow=True)
    nieuw = Ronde.objects.van(mensen.organisatie).get(naam="Najaar 2026")
    assert antwoord.redirect_chain == [(f"/rondes/{nieuw.pk}/", 302)]
    assert "Deze ronde volgt op:" in antwoord.content.decode()
    assert "Na deze ronde kwam:" in client.get(f"/rondes/{mensen.ronde.pk}/").content.decode()


def test_what_was_typed_stays_when_the_name_is_taken(mensen, inloggen):
    client = inloggen(mensen.organisator)
    antwoord = client.post(
        f"/rondes/{mensen.ronde.pk}/volgende/", {"naam": mensen.ronde.naam, "vraagstelling": "getypt"}
    )
    assert antwoord.status_code == 200
    assert "U hebt al een ronde met deze naam" in antwoord.content.decode()
    assert "getypt" in antwoord.content.decode()
