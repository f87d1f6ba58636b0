"""Finders for postcodes and for a street with its house number."""

import re
from collections.abc import Iterator
from functools import lru_cache

from basis.taal.maskertypen import Spanne
from basis.taal.naamlijsten import is_plaats, read_lijst
from basis.taal.woordenlijst import is_woord

# A house number with its addition: 12, 12a, 12-bis, 12 hs, 4-III, 3 A. Not the start of a decimal or time.
_HUISNUMMER = (
    r"[1-9]\d{0,3}(?:[a-zA-Z](?![a-zA-Z'’])|[-/]\d{1,3}(?!\d)"
    r"|[ -]?(?:bis|hs|huis|rood|zwart|[IV]{1,3})\b|-[A-Za-z]\b| [A-HJ-Z](?=[,.;)]|$)"
    r"| [A-HJ-TV-Z](?= [a-zà-ÿ]))?"
    r"(?!\w)(?![.,:/]\d)(?!-\d)"
)
_TUSSEN = r"[ \u00a0]?,?[ \u00a0]?(?:(?:huis)?(?:nummer|nr\.?|no\.?):? ?)?"

# --- postcode ----------------------------------------------------------------------------------------

_POSTCODE = re.compile(
    rf"(?<![\w€,+-])(?<!\d\.)[1-9]\d{{3}}(?P<wit>[ \u00a0]?)(?P<letters>[A-Za-z]{{2}})(?![^\W_])"
    rf"(?P<nummer>{_TUSSEN}{_HUISNUMMER}|-{_HUISNUMMER})?"
)
_POSTCODE_WOORD = re.compile(r"\bpostcode[^\n\d]{0,12}$", re.IGNORECASE)
_NOOIT_UITGEGEVEN = frozenset(("SA", "SD", "SS"))
# Two letters that are a word, a unit or a well-known abbreviation: "in 2023 is", "1500 km", "in 2020 TV".
_WOORDJES = frozenset(
    "aan af al ah bv cc cd cm cv de dm do ds en er eu ga gb ge go ha he ho id ie ik in is ja je jo "
    "kb kg km kw la ma mb mg ml mm mr mw na nl no nr ns nu nv of ok om op ov pa pc re st ta te tb "
    "to tv uk un up us uu uv va vn vr vs wc we wo xl za ze zo zz".split()
)


def find_postcodes(tekst: str) -> Iterator[Spanne]:
    """Full postcodes, with the house number where one follows; four digits alone are left."""
    return (m.span() for m in _POSTCODE.finditer(tekst) if _is_postcode(m))


def _is_postcode(m: re.Match[str]) -> bool:
    letters, los, nummer = m["letters"], bool(m["wit"]), m["nummer"]
    if letters.upper() in _NOOIT_UITGEGEVEN:
        return False
    if letters.lower() in _WOORDJES:
        if nummer is None:
            return (
                letters.isupper()
                and _POSTCODE_WOORD.search(m.string, max(0, m.start() - 30), m.start()) is not None
            )
        return letters.isupper() or not los
    return letters.isupper() or not los or nummer is not None


# --- street and house number -------------------------------------------------------------------------

_STERK = (
    r"(?:straat|straatje|str\.|str[oa]{2}te?|straote?|loane?|laan|laantje|gracht|singel|kade|dreef|steeg|plantsoen"
    r"|plein|boulevard)"
)
_ZWAK = (
    r"(?:weg|hof|hofje|park|dijk|pad|plaats|markt|erf|oord|ring|kamp|veld|baan|burg|wal|haven|brug|poort|hout"
    r"|zoom|rode|meent|donk|horst|akker|hoek|drift|zijde|berg|geer|allee)"
)
_EINDIGT_STERK = re.compile(rf"\w{_STERK}$", re.IGNORECASE)
_EINDIGT_ZWAK = re.compile(rf"\w{_ZWAK}$", re.IGNORECASE)
_BEGINT_ALS_STRAAT = re.compile(
    r"(?:Laan|Plein|Hof|Weg|Pad|Kade|Park) (?:van |der |de |den |het |'t |ten |ter )+[A-ZÀ-Þ][\w'’-]+$"
)
# Typed without capitals: only what can hardly be anything but a street.
_BEGINT_KLEIN = re.compile(
    r"(?:laan|hof|plein|oude|nieuwe|grote|korte|lange|eerste|tweede|derde|jan|sint|st\.?) \w"
)
_WINDSTREEK = re.compile(r"-(?:noord|zuid|oost|west|midden)$", re.IGNORECASE)
# A street that has the name of its kind only, with a capital: "Singel 4".
_STRAATSOORT = frozenset("singel dreef kade gracht brink laan haven wal boulevard esplanade dijk".split())
_PLEIN_MET_JAAR = re.compile(r"(?:Plein|Laan|Straat|Weg|Singel) 19[3-5]\d")
_BEGINT_KLEIN_VAN = re.compile(r"(?:laan|hof|plein|kade|gracht) van (?:de |der |den |het )?\w[\w'’-]+$")
# What the words before a house number may look like, read from the number backwards.
_STRAATWOORD = re.compile(r"[^\W\d_][\w'’.-]*|'[st]|\d{1,2}[ed]e?|\d{1,2}ste|19[3-5]\d(?= |,)")
_NUMMER = re.compile(
    rf"(?<=[\w.])(?P<nummer>(?:[ \u00a0],?|, ?)(?:(?:huis)?(?:nummer|nr\.?|no\.?) ?)?{_HUISNUMMER})"
)
_WOONT = re.compile(
    r"(?:\badres:?|\b(?:woon|woont|wonen|woonde)(?:(?: [\w']+){0,3} (?:op|aan|in))?)(?: de| het| is)? ?$",
    re.IGNORECASE,
)
# "Maak van de Voorhofdreef 30": a speed.
_SNELHEID = re.compile(r"\b(?:maak|maken|zone|snelheid|max|maximaal|km|terug naar)\b", re.IGNORECASE)
_VOORZETSELTJES = frozenset("van der de den het 't 's ten ter te in op la le du aan bij over".split())
_STRAATTITELS = frozenset(
    "burgemeester burg. koningin koning prins prinses professor prof. dokter dr. pastoor dominee "
    "ds. admiraal adm. generaal president sint st. jonkheer jhr. graaf wethouder kardinaal pater "
    "meester mr. minister".split()
)
# Kinds of street and place: no names, although they end like one.
_SOORTNAAM = frozenset(
    "winkelstraat fietsstraat woonstraat zijstraat speelstraat leefstraat achterstraat "
    "eenrichtingsstraat buurtplein schoolplein speelplein winkelplein dorpsplein marktplein "
    "stationsplein parkeerplaats speelplaats standplaats werkplaats binnenplaats begraafplaats "
    "vergaderplaats snelweg rijksweg spoorweg ventweg fietspad voetpad wandelpad zandpad sportpark "
    "stadspark volkspark buurtpark hondenpark speelveld voetbalveld sportveld trapveld grasveld "
    "vliegveld hondenveld uitlaatveld zomerkamp kamp rijbaan busbaan trambaan skatebaan tennisbaan "
    "kartbaan woonwijk volkswijk aandachtswijk weekmarkt rommelmarkt kerstmarkt arbeidsmarkt "
    "woningmarkt onderweg fietsbrug jeugdhonk aanloophaven speelhoek huizenhoek".split()
)
# After the number: a thing that is counted ("in de Kerkstraat 12 bomen") makes it no house number.
_GETELD = re.compile(
    r" ?[%€]|(?: ?(?:of|tot|à|en|[-–]) ?\d+)?"
    r" (?:extra |nieuwe |grote |kleine |oude |lege |jonge |dode )?"
    r"(?:[a-zà-ÿ'’-]{2,}(?:en|s)\b|(?i:jaar|uur|keer|maal|meter|km|cm|m2|euro|cent|kind|man|vierkante|procent|graden|hoog))\b"
)
_GEEN_MEERVOUD = frozenset(
    "wonen woonden staan stonden hebben hadden zijn waren liggen lagen zitten zaten willen moeten "
    "kunnen konden werden worden en een is was eens binnen buiten boven beneden tussen langs tegen "
    "tijdens sinds alleen zonder samen komen kwamen gaan gingen hangen open steeds altijds vaak".split()
)


def find_adressen(tekst: str) -> Iterator[Spanne]:
    """Street names followed by a house number."""
    for m in _NUMMER.finditer(tekst):
        begin = _begin_of_straat(tekst, m.start())
        if begin is None or _counts_things(tekst, m.end()) or _is_leeftijd(tekst, begin, m):
            continue
        if _PLEIN_MET_JAAR.fullmatch(tekst, begin, m.end()):
            continue
        if not (m["nummer"].strip() in ("30", "50") and _SNELHEID.search(tekst, max(0, begin - 40), begin)):
            yield begin, m.end()


def _counts_things(tekst: str, eind: int) -> bool:
    m = _GETELD.match(tekst, eind)
    return m is not None and m.group().split()[-1] not in _GEEN_MEERVOUD


def _is_leeftijd(tekst: str, begin: int, m: re.Match[str]) -> bool:
    """True for "Alblas, 68": a comma and an age, after a name that may be a person's."""
    if "," not in m["nummer"] or _EINDIGT_STERK.search(tekst, begin, m.start()):
        return False
    return m["nummer"].strip(" ,").isdigit() and _WOONT.search(tekst, max(0, begin - 60), begin) is None


def _begin_of_straat(tekst: str, eind: int) -> int | None:
    """Where the street name that ends at `eind` begins; None where there is no street name."""
    gevonden = None
    for begin in _starts_backwards(tekst, eind):
        naam = tekst[begin:eind]
        if _is_straat(naam, thuis=_WOONT.search(tekst, max(0, begin - 60), begin) is not None) or (
            gevonden is not None and _extends_straat(naam)
        ):
            gevonden = begin
    return gevonden


def _starts_backwards(tekst: str, eind: int) -> list[int]:
    """Beginnings of the last one, two … six words before `eind`."""
    venster = max(0, eind - 60)
    woorden = [m.start() + venster for m in _STRAATWOORD.finditer(tekst[venster:eind])][-6:]
    begins: list[int] = []
    for positie in reversed(woorden):
        if begins and tekst[positie : begins[-1]].rstrip(" .").count(" "):
            break
        if not begins or re.fullmatch(r"[\w'’.-]+ ?", tekst[positie : begins[-1]]):
            begins.append(positie)
    return begins


def _is_straat(naam: str, thuis: bool) -> bool:
    """`thuis`: the words before say that someone lives there, so a street may have the name of a thing."""
    if _PLEIN_MET_JAAR.fullmatch(naam):
        return True
    laatste = naam.rsplit(" ", 1)[-1]
    if laatste.lower() in _SOORTNAAM:
        return False
    if " " in naam:
        if _BEGINT_ALS_STRAAT.match(naam) is not None or _BEGINT_KLEIN_VAN.match(naam) is not None:
            return True
        helder = thuis or _BEGINT_KLEIN.match(naam) or _EINDIGT_ZWAK.search(laatste)
        return naam.lower() in straatnamen() and (not naam.islower() or bool(helder))
    if _EINDIGT_STERK.search(naam) or (naam[0].isupper() and laatste.lower() in _STRAATSOORT):
        return True
    if "-" in naam and _WINDSTREEK.search(naam):
        kaal = _WINDSTREEK.sub("", naam)
        return kaal.lower() in straatnamen() or _is_straat(kaal, thuis)
    if naam[0].isupper() and len(naam) > 6 and _EINDIGT_ZWAK.search(naam) and not is_plaats(naam):
        return not is_woord(naam.lower())
    if naam.lower() not in straatnamen() or is_plaats(naam) or (is_woord(naam.lower()) and not thuis):
        return False
    return naam[0].isupper() or _EINDIGT_ZWAK.search(naam) is not None


def _extends_straat(naam: str) -> bool:
    """True where the first word belongs to the street name after it: "Koningin Emmalaan", "1e Kerkstraat"."""
    eerste, rest = naam.split(" ", 1)
    if eerste.lower() in _VOORZETSELTJES:
        return eerste == "Van" and rest.startswith(("der ", "den ", "de "))
    if eerste[0].isdigit() or eerste.lower() in _STRAATTITELS:
        return True
    return eerste[0].isupper() and not is_woord(eerste.lower())


@lru_cache(maxsize=1)
def straatnamen() -> frozenset[str]:
    """Street names of the Netherlands: some 150,000, lower case, read when first needed."""
    return frozenset(naam.lower() for naam in read_lijst("locations/lst_street"))
