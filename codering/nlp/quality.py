"""Tell an answer from a non-answer, on words and letters alone: the same for every codebook, before any vector.

A few rules come first: signs without words, and "nee" or "nooit" to a question that such a word answers. Then a small
linear model, made from statements of all four kinds and from thousands of short coded answers, decides. It must be
sure before it calls anything a non-answer, for an answer taken for one is lost for good.
"""

import re
from pathlib import Path

from basis.taal.lemmas import fold_accents, tokenize
from basis.taal.lichtmodel import read_model
from codering.nlp.lege_woorden import LEGE_WOORDEN, PATRONEN
from codering.nlp.types import Kwaliteit

BESTAND = Path(__file__).resolve().parent / "modellen" / "kwaliteit.tsv"
LANG = 14
"""From this many words on, a statement says something, if only how little its writer cares."""
_WOORDEN_VOL = 5

_CIJFER = re.compile(r"\d+(?:[.,]\d+)?")
_MASKER = re.compile(r"\[[a-z-]+\]")
_ONLEESBAAR = re.compile(r"onlee?sb|\bonl\b|niet (?:te lezen|leesbaar)")
_TEKEN = re.compile(r"[^\W\d_]")
_KLINKER = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]")
_LATIJN = re.compile(r"^[a-zà-ÿ]+$")
_HERHAALD = re.compile(r"(.{1,3}?)\1{2,}")
_TOETSEN = tuple(rij + " " + rij[::-1] for rij in ("qwertyuiop", "asdfghjkl", "zxcvbnm"))

# A question that a single "nee", "soms" or "slecht" answers, and one that asks whether there is anything more.
_GESLOTEN = re.compile(
    r"(?:^|[.:;!?,]\s*)(?:hoe|voelt?|bent?|is|zijn|kunt?|kun|kent?|komt?|durft?|doet?|gaat?|vindt?|vind|mag|moet"
    r"|heeft|hebt|heb|krijgt?|weet|spreekt?|ziet?|helpt?|woont?|werkt?|gebruikt?|wordt|worden|bezoekt?)\b"
)
_NOG_IETS = re.compile(
    r"\b(?:opmerking|aanvulling|toevoeg|vraag|vragen|idee|ideeen|suggestie|tip|tips|wens|nog|iets|kwijt|toelicht)"
)
_ANTWOORDT = frozenset(
    """
    ja nee neen nooit soms altijd vaak zelden weinig veel amper nauwelijks niet wel best erg heel zeer goed
    slecht matig redelijk beter minder half echt vrij nog meestal regelmatig af toe en bijna geen last hoor
    jawel totaal helemaal niks niets niemand mwah mwoah tja moeilijk lastig een beetje steeds vaker
    dagelijks wekelijks iedereen elke dag
    """.split()
)
_STUREND = frozenset(
    "ja nee neen nooit soms altijd vaak zelden niet amper nauwelijks veel weinig moeilijk lastig".split()
)
# A judgement without a subject is an answer: someone is content, or is not.
_OORDEEL = frozenset(
    """
    goed prima best fijn top heerlijk mooi leuk lekker slecht matig redelijk tevreden ontevreden super
    perfect uitstekend geweldig vreselijk rustig saai gezellig
    """.split()
)
_NIETS = frozenset("nee neen nope geen niets niks nix nvt".split())
_NIETS_ERBIJ = frozenset(
    """
    hoor joh verder eigenlijk echt dank danku dankjewel dankuwel bedankt u je wel ik heb opmerking opmerkingen
    aanvulling aanvullingen toevoeging toevoegingen bijzonders bijzonderheden toe te voegen melden
    """.split()
)
# Not knowing where to go, or that others do not know, is what the statement is about.
_ZOEKT = re.compile(
    r"\b(?:weet|wete|weten|weeni?e?|kweenie|snap|begrijp|idee|benul)\b(?: \S+){0,3}? (?:bij |met |naar |aan |over )?"
    r"(?:waar|wie|hoe|wanneer|welke?|of)\b(?: \S+)+|^(?:ze|zij|niemand|mensen|jullie) (?:weet|weten|wisten?)\b"
)
_OVER_DE_VRAAG = re.compile(r"\b(?:zeggen|invullen|antwoord\w*|beantwoorden|beter|bedoelt|vraag)\b")
_VERSTERKT = frozenset("heel erg zeer best wel hoor ja alles gaat is het hier gewoon zo ok t".split())
_GETAL = re.compile(r"\b(?:cijfer|hoeveel|hoe vaak|hoe lang|hoe oud|hoe veilig|hoe tevreden|rapportcijfer)")
_PERSOON = re.compile(r"\b(?:wie|van wie|met wie|bij wie)\b")


def judge_kwaliteit(tekst: str, vraag: str = "") -> Kwaliteit:
    """The quality of one (masked) statement, as an answer to `vraag` where that is known."""
    klein = normalize(tekst)
    volgens_regel = _judge_by_rule(klein, normalize(vraag))
    if volgens_regel is not None:
        return volgens_regel
    model = read_model(BESTAND)
    scores = model.score(find_kenmerken(klein))
    inhoud = scores.pop(Kwaliteit.INHOUDELIJK)
    beste = max(scores, key=lambda klasse: scores[klasse])
    return Kwaliteit(beste) if scores[beste] - inhoud >= model.drempel else Kwaliteit.INHOUDELIJK


def normalize(tekst: str) -> str:
    """Lower case, without accents, one space between words."""
    return " ".join(fold_accents(tekst.replace("’", "'")).split())


def list_woorden(klein: str) -> list[str]:
    """Words, without numbers and masks."""
    return [woord for woord in tokenize(klein) if not _CIJFER.fullmatch(woord)]


def find_kenmerken(klein: str) -> list[str]:
    """What the model looks at in a normalized text, each once."""
    woorden = list_woorden(klein)
    uit = {f"w:{woord}" for woord in woorden}
    uit |= {f"b:{een}+{twee}" for een, twee in zip(["^", *woorden], [*woorden, "$"], strict=True)}
    vol = [woord for woord in woorden if woord not in LEGE_WOORDEN and len(woord) > 1]
    uit |= {f"v:{min(len(vol), 4)}", f"n:{min(len(woorden), 8)}"}
    for woord in vol:
        rand = f"_{woord}_"
        uit.update(f"l:{rand[begin : begin + 3]}" for begin in range(len(rand) - 2))
    patronen = [naam for naam, patroon in PATRONEN.items() if patroon.search(klein)]
    uit.update(f"p:{naam}" for naam in patronen)
    # A pattern says most in a text that says nothing else.
    uit.update(f"p:{naam}:v{min(len(vol), 3)}" for naam in patronen or ["geen"])
    if _CIJFER.search(klein):
        uit.add("cijfer")
    if _MASKER.search(klein):
        uit.add("masker")
    geramd = sum(_is_geramd(woord) for woord in woorden)
    if geramd:
        uit.add("geramd:alle" if 2 * geramd > len(woorden) else "geramd")
    return sorted(uit)


def _is_geramd(woord: str) -> bool:
    """Looks like fingers on a keyboard: letters without a vowel, one bit again and again, or a row of keys."""
    if len(woord) < 3 or not _LATIJN.match(woord):
        return False
    if len(woord) > 3 and not _KLINKER.search(woord):
        return True
    herhaald = _HERHAALD.search(woord)
    if herhaald and 2 * len(herhaald.group()) > len(woord):
        return True
    return len(woord) > 3 and any(
        woord[begin : begin + 4] in rij for begin in range(len(woord) - 3) for rij in _TOETSEN
    )


def needs_model(klein: str, vraag: str) -> bool:
    """Whether the rules leave this normalized text to the model."""
    return _judge_by_rule(klein, normalize(vraag)) is None


def _judge_by_rule(klein: str, vraag: str) -> Kwaliteit | None:
    if not _TEKEN.search(klein):
        return _judge_tekens(klein, vraag)
    woorden = list_woorden(klein)
    if len(woorden) >= LANG or _answers(woorden, klein, vraag):
        return Kwaliteit.INHOUDELIJK
    if any(woord in _OORDEEL for woord in woorden) and all(w in _OORDEEL or w in _VERSTERKT for w in woorden):
        return Kwaliteit.INHOUDELIJK
    if _ZOEKT.search(klein) and not _OVER_DE_VRAAG.search(klein):
        return Kwaliteit.INHOUDELIJK
    if any(w in _NIETS for w in woorden) and all(w in _NIETS or w in _NIETS_ERBIJ for w in woorden):
        return Kwaliteit.GEEN_ANTWOORD
    if not _TEKEN.search(_MASKER.sub("", klein)) or _ONLEESBAAR.search(klein):
        return Kwaliteit.ONDUIDELIJK
    if woorden and all(_is_geramd(woord) and woord not in LEGE_WOORDEN for woord in woorden):
        return Kwaliteit.GEEN_ANTWOORD if set(klein) <= {"x"} else Kwaliteit.ONDUIDELIJK
    return None


def _judge_tekens(klein: str, vraag: str) -> Kwaliteit:
    """A text without letters: a figure that was asked for, a question mark, a picture, or nothing."""
    if _CIJFER.search(klein):
        if _GETAL.search(vraag):
            return Kwaliteit.INHOUDELIJK
        return Kwaliteit.GEEN_ANTWOORD if set(klein) <= {"0"} else Kwaliteit.ONDUIDELIJK
    beeld = any(ord(teken) > 0x2100 for teken in klein)
    return Kwaliteit.ONDUIDELIJK if "?" in klein or "!" in klein or beeld else Kwaliteit.GEEN_ANTWOORD


def _answers(woorden: list[str], klein: str, vraag: str) -> bool:
    """Whether the question makes an answer of a few words that mean little by themselves."""
    if not vraag:
        return False
    if _MASKER.search(klein):
        return bool(_PERSOON.search(vraag))
    if _GETAL.search(vraag) and _CIJFER.search(klein):
        return True
    if _NOG_IETS.search(vraag) or not _GESLOTEN.search(vraag) or len(woorden) > _WOORDEN_VOL:
        return False
    return all(woord in _ANTWOORDT for woord in woorden) and any(woord in _STUREND for woord in woorden)
