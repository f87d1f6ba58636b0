"""Makers for the tests of this room, by the same acts as users use."""

from datetime import date
from typing import Any
from uuid import uuid4

from bijeenkomsten.domain.bijeenkomsten import create_bijeenkomst, open_bijeenkomst
from bijeenkomsten.domain.ideekaarten import submit_ideekaart
from bijeenkomsten.domain.notities import save_notitie
from bijeenkomsten.domain.signalen import record_signaal
from bijeenkomsten.models import Bijeenkomst, Gesprekstafel, Ideekaart, Notitie, Signaal
from organisaties.domain.bonnen import make_token
from organisaties.enums import Kanaal

DATUM = date(2026, 3, 15)


def maak_avond(mensen, *, tafels: int = 1, dicht: bool = False, **velden) -> Bijeenkomst:
    wie = mensen.organisator.gebruiker
    alles: dict[str, Any] = {
        "titel": "Stadsbijeenkomst",
        "datum": DATUM,
        "vraag": "Wat mist u in uw buurt?",
    } | velden
    avond = create_bijeenkomst(ronde=mensen.ronde, wie=wie, tafels=tafels, **alles)
    return avond if dicht else open_bijeenkomst(bijeenkomst=avond, wie=wie)


def maak_notitie(
    tafel: Gesprekstafel, tekst: str = "Er is geen plek om koffie te drinken", **velden
) -> Notitie:
    return save_notitie(tafel=tafel, sleutel=velden.pop("sleutel", uuid4().hex), tekst=tekst, **velden)


def maak_kaart(avond: Bijeenkomst, tekst: str = "Een bankje bij de vijver", **velden) -> Ideekaart:
    bon = submit_ideekaart(bijeenkomst=avond, token=velden.pop("token", make_token()), tekst=tekst, **velden)
    return Ideekaart.objects.get(pk=bon.ideekaart_id)


def maak_signaal(mensen, tekst: str = "De bus stopt hier niet meer", **velden) -> Signaal:
    alles: dict[str, Any] = {"kanaal": Kanaal.TELEFOON, "ontvangen_op": DATUM} | velden
    return record_signaal(ronde=mensen.ronde, wie=mensen.notulist.gebruiker, tekst=tekst, **alles)
