"""Words that say nothing by themselves, and turns of phrase of people who do not answer. Our own lists.

Without accents and in lower case. They are features of the model in `quality`, which knows the exceptions.
"""

import re

LEGE_WOORDEN = frozenset(
    """
    ik je jij u we wij jullie ze zij hij mij me mijn uw dit dat die het t de een er deze hier daar wat hoe
    is was waar ben bent zijn heb heeft hebben had kan kon kun kunt kunnen zou zouden moet moeten wil wilt
    mag ga zal zullen wordt gaat weet weten zeggen zeg gezegd denk denken nadenken nagedacht zie zien lijkt
    vind geen niet niets niks iets nix alles allemaal veel te gauw alvast wel nog al ook maar en of dan dus
    om aan op van voor met bij over in uit zo nu even eventjes eens echt eigenlijk eig eik gewoon gwn verder
    meer beter altijd soms vaak nooit misschien wellicht zeker heel erg hoor toch meteen direct zelf alweer
    weer idee id ideeen mening benul flauw enkel opmerking opmerkingen aanvulling aanvullingen toevoeging
    toevoegingen toe voegen noemen opnoemen melden bijzonders verzinnen bedenken opkomen kom komen terug
    hoeft vul vullen invullen ingevuld maakt moeite bijlage kaart lege zin haha hahaha tafel flap enquete
    antwoord antwoorden beantwoorden commentaar bijzonderheden vraag vragen vorige vorig eerder boven
    bovenstaande hierboven bovengenoemd idem dito toepassing nvt moment ogenblik keer ja jawel jaja jah nee
    neen neuh neej nop nope tja ach nou hm hmm mwah mwoah mwoa mwa eh ehm pff pfff oke okee ok okay
    onleesbaar leeg blanco onbekend anoniem test x xx xxx cijfer punt bedankt bedank dank danku dankjewel
    dankuwel merci succes sterkte groet groeten groetjes vriendelijke vriendelijk hartelijke hartelijk ermee
    hiermee hoi hallo houdoe doei dag beste geachte heer mevrouw mensen hoogachtend mvg toi goedemiddag
    goedemorgen goedenavond fijne weekend ziens volgende plezier precies snel zegt weten bew bewoner dhr mw
    mevr resp deelnemer deelnemers groep lastig moeilijk moeilijke overslaan sla over prive liever ding
    dinges dingen enzovoort enz etc bedoel bedoelt bedoelde begrijp snap welke wie als omdat want zoals net
    toen besproken dezelfde zelfde hetzelfde beide allebei hangt ligt af eraan ervan verschilt twijfel nul
    noppes nada same verstand hoogte binnen schiet vergeten kwijt no none nothing idea i don't dont do not
    know sure yes thanks thank you n a idk dunno comment to add yok bilmiyorum evet nie wiem ma tak brak
    rien nichts nada keine ahnung no se je ne sais pas weiss nicht ні немає не знаю так لا أعرف نعم شيء
    """.split()
)

PATRONEN = {
    "weet_niet": re.compile(
        r"\bk?(?:weet|wete?|weten|wee|weut|wit)(?:ik|'?k|t|ut)?\b(?: \S+){0,4}? (?:nie|niet|ni|neet)\b"
        r"|\b(?:weet|wee|wete)(?:u?t)?nie\b|kweenie|\bniet (?:\S+ ){0,2}weten?\b|\bweet (?:ik|k) veel\b"
        r"|joost mag|sla je me dood"
    ),
    "geen_idee": re.compile(
        r"\b(?:geen|gene|gn|niet echt een)\b(?: \S+)? (?:idee|id|mening|benul|oordeel|verstand|kaas|kijk"
        r"|gedacht)\b"
    ),
    "denkt_na": re.compile(
        r"over na ?(?:ge)?d[ae]\w+|nadenken|bij stilgestaan|\bover slapen\b|\bbezinken\b"
        r"|kom ik (?:nog )?op terug"
    ),
    "kan_niet": re.compile(
        r"\b(?:niet|niks|niets|lastig|moeilijk|een twee drie|1 ?2 ?3)\b.*\b"
        r"(?:zeggen|beoordelen|inschatten|verzinnen|bedenken|opnoemen|noemen|binnen|antwoorden"
        r"|beantwoorden|op komen)\b"
        r"|\b(?:kom er niet op|te binnen|(?:moeilijke|lastige) vraag|niet (?:goed )?van op de hoogte"
        r"|te moeilijk voor m)"
        r"|\b(?:begrijp|snap|vraag)\b.*\b(?:niet duidelijk|vraag niet|bedoelt|bedoeld)\b|te weinig van$"
        r"|antwoord op geven$"
    ),
    "ander_weet": re.compile(
        r"\b(?:weten|weet) (?:\S+ ){0,4}beter\b|\b(?:vraag|vragen) (?:dat|het|u|maar)\b"
        r"|^(?:dat )?(?:moet|moeten) (?:\S+ ){1,4}vragen$|ander bedenken$"
    ),
    "vreemd": re.compile(
        r"\bidk\b|no idea|not know|don'?t know|not sure|dunno|no opinion|bilmiyorum|nie wiem|не знаю"
        r"|لا أعرف|لا اعرف|ما بعرف"
        r"|wei(?:ss|ß) (?:es |ich |das )?nicht|keine ahnung|sais pas|aucune idee|no se$|ni idea"
        r"|no tengo idea|fikrim yok|trudno powiedzie|важко сказати|mi no sa(?:bi)?$|m?a?3r?e?ft?ch"
    ),
    "niets": re.compile(
        r"\b(?:geen|nee|neen|niets|niks|niet|nop|nope|nvt|nul|no|none|nothing|yok|hayır|nie|brak|ні|немає"
        r"|нема|нічого|لا|nichts|ninguno|hicbir sey|nic"
        r"|rien|nada)\b|n\.? ?v\.? ?t\b|n/a"
    ),
    "niets_erbij": re.compile(
        r"\b(?:opmerking|aanvulling|toevoeg|toe te voegen|bijzonder|aanmerking|te melden|te vragen"
        r"|van toepassing)"
        r"|\bniet (?:echt )?nodig\b|\bhoeft niet\b|\bdit was het\b|\bdat was (?:het|t)\b"
    ),
    "verwijst": re.compile(
        r"^(?:zie|idem|dito|zelfde|verwijs)\b|hierboven|\bal (?:gezegd|ingevuld|genoemd|beantwoord)"
        r"|\bvorige (?:antwoord|vraag)"
        r"|\bstaat al\b|eerdere? antwoord"
    ),
    "groet": re.compile(
        r"\b(?:groet\w*|gr|mvg|bedankt?|dank\w*|merci|succes|sterkte|geachte|hallo|hoi|doei|houdoe"
        r"|hoogachtend"
        r"|goede\w*(?:dag|morgen|middag|avond)|tot ziens|ga zo door|plezier)\b|^beste\b|\bfijne (?:dag"
        r"|avond|week)|volgende keer"
    ),
    "weigert": re.compile(
        r"\bprive\b|gaat (?:u|je|jullie|niemand) (?:niks|niets) aan|\b(?:sla|slaan)\b.*\bover$|overslaan"
        r"|vul(?: \S+){0,2} niet in"
        r"|liever niet|geen zin|geen commentaar|geen antwoord|voor mezelf$|niet ingevuld|geen tekst"
        r"|^skip$|\bniet (?:te )?(?:zeggen|beantwoorden|invullen)\b|volgende vraag"
    ),
    "half": re.compile(
        r"(?:^| )(?:de|het|een|van|in|dat|als|want|omdat|maar|dus|en|of|met|voor|ik|wij|we|die)$"
    ),
    "brokstuk": re.compile(
        r" (?!(?:nu|af|op|om|in|uit|aan|ja|er|is|me|je|we|ze|zo|al|en|of|te|tv|he|ok|up|os|us)$)[a-z]{1,2}$"
    ),
    "wijst": re.compile(
        r"\b(?:die|dat) (?:van|ene|andere|dinges|dus|ding)\b|dinges|zoals (?:besproken|gezegd)|net als"
        r"|^wat (?:hij|zij|ze)\b"
        r"|(?:weet|weten) wel\b|^precies|\bbedoelt?\b"
    ),
    "lacht": re.compile(r"^(?:\W|ha|he|hi|lol|xd)+$|\bbla"),
}
