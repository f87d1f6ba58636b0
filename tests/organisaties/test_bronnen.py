import pytest

from organisaties.domain.bronnen import (
    bronsoorten,
    get_bronadapter,
    register_bronadapter,
    report_bronwijziging,
)
from organisaties.enums import Wijzigingsoort
from organisaties.models import Bronwijziging
from tests.fabrieken import maak_antwoorden


def test_every_kind_of_source_has_its_adapter():
    assert bronsoorten() == ["antwoord", "ideekaart", "notitie", "signaal"]


def test_a_double_kind_is_a_mistake():
    class Ander:
        def read(self, ids):
            return []

    with pytest.raises(ValueError, match="bestaat al"):
        register_bronadapter("antwoord", Ander())


def test_changes_keep_their_order(mensen):
    antwoorden = maak_antwoorden(mensen.ronde, ["een", "twee"])
    report_bronwijziging(
        ronde=mensen.ronde, bronsoort="antwoord", ids=[antwoorden[0].pk], soort=Wijzigingsoort.GEWIJZIGD
    )
    soorten = list(Bronwijziging.objects.open().values_list("soort", flat=True))
    assert soorten == ["aangemaakt", "aangemaakt", "gewijzigd"]


def test_an_adapter_gives_what_still_exists(mensen):
    een, twee = maak_antwoorden(mensen.ronde, ["een", "twee"], groep="Noord")
    twee_id = twee.pk
    twee.delete()
    teksten = get_bronadapter("antwoord").read([een.pk, twee_id])
    assert [(t.tekst, t.groep, t.vraag, t.eenheid) for t in teksten] == [
        ("een", "Noord", "Wat mist u?", een.inzending_id)
    ]
