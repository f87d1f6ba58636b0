"""Tell an answer from a non-answer, on its words alone: no model, so that it is the same for every codebook.

A statement is a non-answer only when every word in it is empty (function words, politeness, "geen idee").
One telling word ("eenzaamheid") makes it an answer. Rows lost here are lost for good, so in doubt the
statement counts as an answer.
"""

import re

from basis.taal.lemmas import tokenize
from basis.taal.stopwoorden import STOPWOORDEN
from codering.nlp.types import Kwaliteit

_WEET_NIET = re.compile(
    r"geen (?:flauw )?(?:idee|mening|benul)|\bidk\b|(?:weet|wist) (?:ik )?(?:het )?(?:\w+ ){0,3}niet"
    r"|niet (?:zeker )?weten|nadenken|no idea|don'?t know|not sure|bilmiyorum|nie wiem|не знаю|لا أعرف"
    r"|weten (?:jullie|ze|zij|anderen) (?:vast |toch )?beter"
)
_GEEN = re.compile(
    r"\b(?:geen|nee|neen|niets|niks|nop|nvt|n\.v\.t|niet van toepassing|zie (?:boven|eerder|vorige|vraag|antwoord)"
    r"|idem|dito|no|none|nothing|n/a|yok|hayır|nie|brak|ні|немає|لا|bedankt?|dank|dankjewel|merci|succes|sterkte"
    r"|groet(?:en|jes)?|hoi|hallo|houdoe|doei|dag|beste|geachte|hoogachtend)\b"
)
_LEEG = frozenset(
    """
    idee ideeën ideeen mening benul nadenken denken weten weet wist zeggen zeg nvt toepassing opmerking opmerkingen
    aanvulling aanvullingen toevoeging toevoegingen antwoord antwoorden commentaar vraag vragen vorige vorig eerder
    boven bovenstaande hierboven zie idem dito verder moment ogenblik eventjes even eens keer goed prima best fijn
    oké oke okee ok okay leuk leuks mooi mooie beter slecht matig mwah mwa hm hmm tja ach nou jaja ja nee neen nop
    jawel zeker wellicht misschien soms vaak altijd nooit alles niets niks iets onleesbaar leesbaar leeg blanco streepje
    onbekend anoniem test x xx xxx bedankt dank dankjewel dankuwel merci succes sterkte groet groeten groetjes vriendelijke
    hartelijke hartelijk hoi hallo houdoe doei dag beste geachte heer mevrouw hoogachtend mvg toi kusjes top super tevreden
    okee prettig gewoon eigenlijk echt hoor zo'n flauw enzo enzovoort punt cijfer komma voldoende onvoldoende idk
    no none nothing idea know sure yes good fine thanks thank you not don't i n a the
    yok hayır bilmiyorum evet nie wiem tak brak ні немає не знаю так لا أعرف نعم
    """.split()
)
_CIJFER = re.compile(r"\d+(?:[.,]\d+)?")


def judge_kwaliteit(tekst: str) -> Kwaliteit:
    """The quality of one (masked) statement."""
    klein = " ".join(tekst.lower().replace("’", "'").split())
    woorden = [w.lower().replace("’", "'") for w in tokenize(tekst) if not _CIJFER.fullmatch(w)]
    if any(_has_inhoud(woord) for woord in woorden):
        return Kwaliteit.INHOUDELIJK
    if _WEET_NIET.search(klein):
        return Kwaliteit.WEET_NIET
    if _GEEN.search(klein) or not (woorden or _CIJFER.search(klein) or "?" in klein):
        return Kwaliteit.GEEN_ANTWOORD
    return Kwaliteit.ONDUIDELIJK


def _has_inhoud(woord: str) -> bool:
    return len(woord) > 1 and woord not in STOPWOORDEN and woord not in _LEEG
