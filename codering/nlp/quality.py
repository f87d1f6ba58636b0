"""Tell an answer from a non-answer, on its words alone: no model, so that it is the same for every codebook.

A statement is a non-answer only when every word in it is on a short list of empty words ("geen idee, hoor").
One other word ("eenzaamheid", "niemand") makes it an answer: rows lost here are lost for good.
"""

import re

from basis.taal.lemmas import tokenize
from codering.nlp.types import Kwaliteit

_WEET_NIET = re.compile(
    r"geen (?:flauw )?(?:idee|mening|benul)|\bidk\b|\b(?:weet|weten) (?:\w+ ){0,4}niet\b|niet (?:\w+ )?weten"
    r"|nadenken|weten (?:\w+ ){0,3}beter"
    r"|no idea|not know|don'?t know|not sure|bilmiyorum|nie wiem|не знаю|لا أعرف"
)
_GEEN = re.compile(
    r"\b(?:geen|nee|neen|niets|niks|niet|nop|nvt|zie|idem|dito|no|none|nothing|yok|hayır|nie|brak|ні|немає|لا"
    r"|bedankt?|dank|dankjewel|dankuwel|merci|succes|sterkte|groet|groeten|groetjes|mvg"
    r"|hoi|hallo|houdoe|doei|dag|beste|geachte|hoogachtend)\b|n\.v\.t"
)
_LEEG = frozenset(
    """
    ik je jij u we wij jullie ze mij me mijn uw dit dat die het de een er deze hier daar wat hoe is was
    ben bent zijn heb heeft hebben had kan kon kun kunt kunnen zou zouden moet moeten wil wilt mag ga
    gaat weet weten zeggen zeg denken denk nadenken zie zien lijkt vind geen niet niets niks iets alles
    allemaal veel te gauw alvast wel nog al ook maar en of dan dus om aan op van voor met bij over in uit
    zo nu even eventjes eens echt eigenlijk gewoon verder meer beter altijd soms vaak nooit misschien
    wellicht zeker best heel erg hoor toch meteen direct zelf alweer weer idee ideeën ideeen mening benul
    flauw opmerking opmerkingen aanvulling aanvullingen toevoeging toevoegingen toe voegen noemen
    opnoemen melden bijzonders verzinnen opkomen kom terug hoeft vul invullen ingevuld maakt moeite
    bijlage kaart lege zin haha hahaha flap tafel enquête enquete antwoord antwoorden commentaar
    bijzonderheden vraag vragen vorige vorig eerder boven bovenstaande hierboven bovengenoemd idem dito
    toepassing nvt moment ogenblik keer ja jawel jaja nee neen nop tja ach nou hm hmm mwah mwoah mwa eh
    ehm oké oke okee ok okay goed prima fijn leuk leuks leuke mooi slecht matig top super tevreden
    prettig voldoende onvoldoende onleesbaar leeg blanco onbekend anoniem test x xx xxx cijfer punt
    bedankt bedank dank dankjewel dankuwel merci succes sterkte groet groeten groetjes vriendelijke
    vriendelijk hartelijke hartelijk ermee hiermee hoi hallo houdoe doei dag beste geachte heer mevrouw
    hoogachtend mvg toi no none nothing idea i don't do not know sure yes good fine thanks thank you n a
    idk yok hayır bilmiyorum evet nie wiem tak brak ні немає не знаю так لا أعرف نعم
    """.split()
)
_CIJFER = re.compile(r"\d+(?:[.,]\d+)?")


def judge_kwaliteit(tekst: str) -> Kwaliteit:
    """The quality of one (masked) statement."""
    klein = " ".join(tekst.lower().replace("’", "'").split())
    woorden = [woord for woord in tokenize(klein) if not _CIJFER.fullmatch(woord)]
    if any(len(woord) > 1 and woord not in _LEEG for woord in woorden):
        return Kwaliteit.INHOUDELIJK
    if _WEET_NIET.search(klein):
        return Kwaliteit.WEET_NIET
    leeg = not (woorden or _CIJFER.search(klein) or "?" in klein)
    return Kwaliteit.GEEN_ANTWOORD if leeg or _GEEN.search(klein) else Kwaliteit.ONDUIDELIJK
