from organisaties.domain.gebieden import known_gemeenten, load_gemeente
from organisaties.enums import Gebiedsoort
from organisaties.models import Gebied


def test_delft_has_its_wijken_and_buurten(mensen):
    assert "Delft" in known_gemeenten()
    assert load_gemeente(organisatie=mensen.organisatie, gemeente="Delft") == 1 + 13 + 91
    assert load_gemeente(organisatie=mensen.organisatie, gemeente="Delft") == 0
    buurt = Gebied.objects.van(mensen.organisatie).op_naam(" poptahof-noord ").get()
    assert buurt.soort == Gebiedsoort.BUURT
    assert buurt.boven is not None
    assert buurt.boven.naam == "Voorhof"
    assert buurt.boven.boven.naam == "Delft"
    assert Gebied.objects.van(mensen.organisatie).op_naam(buurt.cbs_code).get() == buurt


def test_areas_of_another_organisation_stay_theirs(mensen):
    load_gemeente(organisatie=mensen.organisatie, gemeente="Delft")
    assert not Gebied.objects.van(mensen.elders.organisatie).exists()
