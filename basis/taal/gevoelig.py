"""Questions that likely ask for personal data that needs extra care: words by which they are recognised.

Special categories are those of article 9 of the GDPR (Regulation (EU) 2016/679, in Dutch the AVG); article 10 is about
criminal convictions. The lists are ours. Words only point at a question: whether it really asks for such data a person
decides, so each pattern is kept to words that seldom mean something else.
"""

import re
from enum import StrEnum


class Gevoelig(StrEnum):
    """Kinds of personal data of articles 9 and 10 that a questionnaire may touch."""

    GEZONDHEID = "gezondheid"
    GELOOF = "geloof"
    AFKOMST = "afkomst"
    SEKSUALITEIT = "seksualiteit"
    POLITIEK = "politiek"
    VAKBOND = "vakbond"
    STRAFBAAR = "strafbaar"


class Kenmerk(StrEnum):
    """What, joined with other answers, can show who someone is."""

    LEEFTIJD = "leeftijd"
    GESLACHT = "geslacht"
    HUISHOUDEN = "huishouden"
    WERK = "werk"
    OPLEIDING = "opleiding"
    AFKOMST = "afkomst"
    WOONDUUR = "woonduur"


def _woorden(tekst: str) -> re.Pattern[str]:
    """Give a pattern for these words; one that ends in * may go on."""
    delen = (re.escape(deel.strip()).replace(r"\*", r"\w*") for deel in tekst.split(","))
    return re.compile(r"\b(?:" + "|".join(delen) + r")\b", re.IGNORECASE)


_GEVOELIG = {
    Gevoelig.GEZONDHEID: _woorden(
        "gezondheid,gezondheidsklacht*,ziekte*,chronisch ziek,bent u ziek,medicijn*,beperking,beperkingen,handicap,"
        "gehandicapt*,psychisch*,depressi*,verslaving*,verslaafd*,dementie,zwanger*,diagnose*,therapie*,"
        "mentale klachten,lichamelijke klachten,rolstoelgebruiker*,autisme,burn-out,overspannen"
    ),
    Gevoelig.GELOOF: _woorden(
        "geloof,gelooft u,gelovig*,religie,religieus,religieuze,godsdienst*,levensovertuiging,christelijk*,christen,"
        "moslim*,islam,islamitisch*,joods,hindoe*,boeddhist*,katholiek*,protestant*,bidt u,naar de kerk,naar de moskee,"
        "naar de synagoge,naar de tempel"
    ),
    Gevoelig.AFKOMST: _woorden(
        "afkomst,etnisch*,etniciteit,ras,huidskleur,nationaliteit,geboorteland,migratieachtergrond,herkomstland,"
        "land van herkomst,bent u geboren,ouders geboren,buitenlandse achtergrond,culturele achtergrond"
    ),
    Gevoelig.SEKSUALITEIT: _woorden(
        "seksuele,seksueel,seksualiteit,geaardheid,homo,homoseksue*,lesbisch,biseksue*,lhbt*,transgender,genderidentiteit"
    ),
    Gevoelig.POLITIEK: _woorden(
        "politieke voorkeur,politieke partij,politieke opvatting*,welke partij,stemt u,gestemd,stemgedrag"
    ),
    Gevoelig.VAKBOND: _woorden("vakbond*,vakvereniging*"),
    Gevoelig.STRAFBAAR: _woorden(
        "strafblad,veroordeeld,veroordeling*,gevangenis*,reclassering,gearresteerd,aangehouden,strafbaar feit,"
        "strafbare feiten,taakstraf,met de politie in aanraking,verdachte"
    ),
}
_KENMERKEN = {
    Kenmerk.LEEFTIJD: _woorden(
        "hoe oud,uw leeftijd,je leeftijd,leeftijdsgroep,geboortejaar,geboortedatum,jaar geboren"
    ),
    Kenmerk.GESLACHT: _woorden("geslacht,gender,man of vrouw,man of een vrouw"),
    Kenmerk.HUISHOUDEN: _woorden(
        "huishouden,hoeveel kinderen,hebt u kinderen,heeft u kinderen,woont u alleen,woont u samen,gezinssamenstelling,"
        "burgerlijke staat,alleenstaand*"
    ),
    Kenmerk.WERK: _woorden("beroep,wat voor werk,uw werkgever,uw inkomen,uitkering,hebt u werk,heeft u werk"),
    Kenmerk.OPLEIDING: _woorden("opleiding,opleidingsniveau,diploma"),
    Kenmerk.AFKOMST: _GEVOELIG[Gevoelig.AFKOMST],
    Kenmerk.WOONDUUR: _woorden("hoe lang woont"),
}
_CONTACT = _woorden(
    "uw naam,je naam,voornaam,achternaam,hoe heet u,hoe heet je,telefoonnummer,e-mailadres,emailadres,mailadres,"
    "uw e-mail,uw adres,je adres,woonadres,huisnummer,postcode,geboortedatum,bsn,burgerservicenummer,rekeningnummer,"
    "uw telefoon,contactgegevens"
)


def find_gevoelig(tekst: str) -> list[Gevoelig]:
    """Give the special categories of personal data that a question seems to ask for."""
    return [soort for soort, patroon in _GEVOELIG.items() if patroon.search(tekst)]


def find_kenmerken(tekst: str) -> list[Kenmerk]:
    """Give what a question seems to ask of who someone is."""
    return [kenmerk for kenmerk, patroon in _KENMERKEN.items() if patroon.search(tekst)]


def find_contactvraag(tekst: str) -> str:
    """Give the words by which a question asks for a name, address or number; "" when it does not."""
    gevonden = _CONTACT.search(tekst)
    return gevonden.group() if gevonden else ""
