"""Split Dutch compounds: "buurthuis" → buurt + huis.

Dutch writes compounds as one word, so a search for "tuin" misses "speeltuin" and a count of words sees two
strangers in "huurschuld" and "huurachterstand". A word is cut where both sides are words of the dictionary,
with the linking sounds -s-, -en-, -e- between them. Suffixes that happen to be words (-rijk, -schap, -loos)
and prefixes (ver-, op-, aan-) are no parts. The first part is a noun or the stem of a verb ("speel").
"""

from functools import lru_cache

from basis.taal.stopwoorden import STOPWOORDEN
from basis.taal.woordenlijst import is_naamwoord, is_woord, woordenboek

LANGSTE_WOORD = 60
_KLEINSTE_WOORD = 6
# Parts of three letters give most of the wrong cuts; these are the ones that are real parts.
_DRIELETTERIG = frozenset(
    "bus pad bak weg dag bos vak bed bel bad les pas tas net app hek hof hal rek ijs zee dak dal "
    "dam gas gym hut lid man mos pot put rit rug tak vis wet wol zak uur bar zon eik tv wc pc jas "
    "kar mat oma opa boa oud wmo aow ggz mbo hbo gft lap".split()
)
# As the last part these are suffixes, or words that are hardly ever the head of a compound.
_GEEN_KERN = frozenset(
    "ingen heid heden baar bare lijk lijke loos loze lozen zaam zame achtig achtige schap schappen "
    "erij ster sters aars isme teit ties tjes isten rijk rijke vol volle waarts matig matige iging "
    "lijks gewijs wijs thuis samen buiten binnen beneden boven achter onder eens even lang lange "
    "zijds aard aarde aardig aardige weer toe heen mede mate mates maten arig echt echte eert "
    "tallen ering eringen atie ling ringen ring zing zingen sing chap lava luis egel ruien teer "
    "ader aders pers ette abel eren eerde ende enden lenen mond fijn tijds daags singen vangen "
    "mentje ment menten oord rissen zijl agen laars keurig nier nieren treek tenen nis lijf tal "
    "stig inge aan are aren naar naars naren teren assen rassen sten oortje netje lende kers kelen "
    "ooft achten tijk gels gel schappelijk ding dingen ening aatje atje etje loofd stel trekken sel "
    "tot ige iger".split()
)
# Heads that the dictionary lacks.
_EXTRA_KERN = frozenset("overlast zwerfafval appgroep welzijnswerk".split())
# As the first part these are prefixes or pieces: "opvang", "voorziening", "verlichting" are not cut.
_GEEN_BEGIN = frozenset(
    "aan af be bij door ge her in mee mis na om on ont op over toe tegen uit ver voor onder wan vol "
    "weer terug elk alle ander eend ener vers vere bere gewe vert verz geve geno waar daar hoe per "
    "pers part posi prof beve bele begr besp betr toege verg verb verd verk verl verm vero verv "
    "verw ontw gesp gest gesl best eens trans inter mult multi univ comm cont conc cons maxi mede "
    "weder stud stude vind vindt komt gaat moet houd houdt term form tele cent inst orga acti situ "
    "rela dement comfort amb".split()
)
# A short first part with an unstressed prefix is nearly always the prefix of a verb ("bel-oven"); not these.
_WEL_BEGIN = frozenset(
    "bed bel berg beeld been beton bezem beer beek bek beurs begin beker bezit best geld geur gezin "
    "gevel gebed geluk geluid gebak vers verf bezoek beleid beheer gebied".split()
)
_MAG_STOPWOORD = frozenset("achter binnen buiten boven beneden samen thuis eigen zelf alleen".split())
# First parts that are no word form of their own, or whose base form is another word.
_VORMEN = {
    "kinder": "kind", "zonne": "zon", "eier": "ei", "steden": "stad", "jongeren": "jongeren",
    "ouderen": "ouderen", "ouder": "ouder", "boeren": "boer", "vrouwen": "vrouw", "zieken": "ziek",
    "mensen": "mens", "levens": "leven", "stads": "stad", "beleids": "beleid", "kerst": "kerst",
    "bijstands": "bijstand", "welkomst": "welkomst", "sport": "sport", "drugs": "drugs",
    "gehandicapten": "gehandicapte", "bejaarden": "bejaarde",
}  # fmt: skip
_ALTIJD_MET_S = ("ing", "heid", "teit", "schap", "dom")
_NIET_VERDER = ("schappelijk", "schappelijke", "enaren", "enaars")
# Never cut: they look like compounds and are none, or no longer read as one.
_HEEL = frozenset(
    "automaat automaten boodschap boodschappen boodschapje vereniging verenigingen student "
    "studenten studente internet burgemeester gemeenschap gemeente goedkoop belangrijk maandag "
    "dinsdag woensdag donderdag vrijdag zaterdag zondag nederland duitsland engeland rusland "
    "holland delfland westland donderdags comfortabel transformatie internationaal fysiotherapeut "
    "therapeut formulier situatie relatie organisatie station bibliotheek apotheek kwartier "
    "komkommer alleen allemaal tegelijk eenzaam waardering vergadering verslaving verpleging "
    "verzorging gezelschap maatschappij voorbeeld antwoord vakantie vandaag vanavond vanmiddag "
    "vanmorgen vannacht avontuur kapitein majesteit personeel portaal kantoor kantoren balkon "
    "balkons gesprek gesprekken gevoelens tegels kerstmis hartelijk kluizenaar wethouder wethouders "
    "secretaris sinterklaas trottoir laptop laptops website websites facebook whatsapp instagram "
    "handhaving handhavers basketbal volleybal korfbal honkbal handbal hockey badminton kapsalon "
    "salaris parkeren parket schilderij schilderijen matras matrassen luisteren karton kartonnen "
    "kwartaal minimaal maatregel maatregelen burn-out natureluur verschillende verschillend "
    "trekkers langsloopt bijeenkomst bijeenkomsten kilometer kilometers eigenaar eigenaren "
    "aardappel aardappels geheim toekomst wandeling voetballen tafelen".split()
)


@lru_cache(maxsize=50_000)
def split_samenstelling(woord: str) -> tuple[str, ...]:
    """The parts of a lower-case word as they stand in it, without linking sounds; (`woord`,) if whole."""
    if len(woord) > LANGSTE_WOORD or not woord.replace("-", "").isalpha() or woord in _HEEL:
        return (woord,)
    if "-" in woord:
        stukken = woord.split("-")
        if not all(len(stuk) > 3 or stuk in _DRIELETTERIG for stuk in stukken):
            return (woord,)
        return tuple(deel for stuk in stukken for deel in split_samenstelling(stuk))
    return _split(woord, 3) or (woord,)


def _split(woord: str, diepte: int) -> tuple[str, ...] | None:
    """The cut with the fewest parts and then the longest first part; None where there is none."""
    if (
        diepte < 1
        or len(woord) < _KLEINSTE_WOORD
        or woord.endswith(_NIET_VERDER)
        or woord in STOPWOORDEN
        or woord in _HEEL
    ):
        return None
    beste: tuple[str, ...] | None = None
    for plek in range(len(woord) - 3, 2, -1):
        begin = _begin(woord[:plek])
        if begin is None or (woord[:plek] == begin + "s" and _is_twijfel_s(begin, "s" + woord[plek:])):
            continue
        rest = (woord[plek:],) if _is_kern(woord[plek:]) else _split(woord[plek:], diepte - 1)
        if rest is not None and (beste is None or 1 + len(rest) < len(beste)):
            beste = (begin, *rest)
    if beste is None:
        return None
    # Either side may be a compound again: "woningbouw" + "vereniging", "buurt" + "werkplaats".
    return tuple(stuk for deel in beste for stuk in (_split_deel(deel, diepte - 1) or (deel,)))


def _split_deel(deel: str, diepte: int) -> tuple[str, ...] | None:
    """A part is cut again only when it is long, or no word by itself: "automaat" and "spiegel" are whole."""
    return _split(deel, diepte) if len(deel) > 7 or not is_woord(deel) else None


def _is_twijfel_s(begin: str, rest: str) -> bool:
    """True where the linking s can be the first letter of the last part: "grond-stoffen", "leeg-stand"."""
    if begin.endswith(_ALTIJD_MET_S) or begin + "s" in _VORMEN:
        return False
    return rest in _GEEN_KERN or (_is_kern(rest) and _begin(begin) == begin)


@lru_cache(maxsize=50_000)
def _is_kern(deel: str) -> bool:
    """True for a possible last part: a noun in some form, or a longer word of any kind."""
    if deel in _EXTRA_KERN:
        return True
    if deel in _GEEN_KERN or deel in STOPWOORDEN or (len(deel) == 3 and deel not in _DRIELETTERIG):
        return False
    if is_naamwoord(deel):
        return True
    basis = woordenboek().get(deel)
    if basis is None:
        return False
    return (len(deel) > 5 and basis == deel) or (len(basis) > 2 and basis != deel and is_naamwoord(basis))


@lru_cache(maxsize=50_000)
def _begin(deel: str) -> str | None:
    """The first part without its linking sound, or None where `deel` is no possible first part."""
    if deel in _VORMEN:
        return _VORMEN[deel]
    if deel in _GEEN_BEGIN or (deel in STOPWOORDEN and deel not in _MAG_STOPWOORD):
        return None
    if len(deel) < 6 and deel.startswith(("ver", "ont", "ge", "be")) and deel not in _WEL_BEGIN:
        return None
    if len(deel) == 3:
        return deel if deel in _DRIELETTERIG else None
    if is_naamwoord(deel) or deel in _MAG_STOPWOORD:
        return deel
    if stam := _without_schakel(deel):
        return stam
    return deel if _is_ontelbaar(deel) or _is_stam(deel) or _is_bijvoeglijk(deel) else None


def _is_ontelbaar(deel: str) -> bool:
    """True for a longer base form without plural: "verkeer", "tennis", "energie"."""
    return len(deel) > 4 and woordenboek().get(deel) == deel


def _without_schakel(deel: str) -> str | None:
    for schakel in ("s", "en", "e"):
        stam = deel.removesuffix(schakel)
        if stam == deel or len(stam) < 3 or stam in _GEEN_BEGIN or stam in STOPWOORDEN:
            continue
        if len(stam) > 3 and (is_naamwoord(stam) or (schakel == "s" and _is_ontelbaar(stam))):
            return stam
        # bomen → boom, planten → plant: the plural is in the dictionary
        basis = woordenboek().get(deel) if schakel == "en" else None
        if basis is not None and basis != deel and is_naamwoord(basis):
            return basis
    return None


def _is_stam(deel: str) -> bool:
    """True for the stem of a verb, as in "speeltuin" (spelen), "zwemles" (zwemmen), "zwerfvuil" (zwerven)."""
    basis = woordenboek().get(deel) or ""
    if not basis.endswith("en") or len(basis) < 5:
        return False
    zacht = deel[:-1] + {"f": "v", "s": "z"}.get(deel[-1], deel[-1])
    kort = zacht[:-2] + zacht[-1] if len(zacht) > 3 and zacht[-2] == zacht[-3] else zacht
    return basis[:-2] in (deel, zacht, kort, deel + deel[-1])


def _is_bijvoeglijk(deel: str) -> bool:
    """True for the base form of an adjective that goes before a noun: "grofvuil", "nieuwbouw"."""
    return woordenboek().get(deel) == deel and woordenboek().get(deel + "e") == deel
