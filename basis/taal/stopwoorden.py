"""Dutch function words and spoken fillers, as one frozen set.

The list is our own. It holds words that say nothing about the subject of an answer: articles, pronouns,
prepositions, conjunctions, auxiliary verbs with their forms, frequent adverbs, and the fillers people use
when they talk ("nou", "zeg maar", "eh"). Content words are left out on purpose, also frequent ones
("buurt", "mensen"): whether those are distinctive is for the analysis to find out. "niet", "geen" and
"meer" are in the list; code that needs negation has to look at the text itself.
"""

_LIDWOORDEN_EN_VOORNAAMWOORDEN = """
de het een 't 'n der den des ene
ik jij je u hij zij ze wij we jullie hen hun me mij jou hem haar ons onze mijn jouw zijn uw m'n z'n d'r
mijzelf mezelf jezelf uzelf zichzelf onszelf zich zelf elkaar mekaar elkander
dit dat deze die zo'n zulk zulke dergelijke diegene degene degenen datgene hetgeen
wie wat welk welke waar wanneer waarom hoe hoeveel hoezo
iemand iets niemand niets niks men alles allemaal allen al alle ieder iedere iedereen elk elke
sommige sommigen enkele enige enkelen beide allebei andere ander anderen anders eigen zelfde dezelfde
hetzelfde er hier daar ergens nergens overal
"""

_VOORZETSELS_EN_VOEGWOORDEN = """
aan achter af behalve beneden bij binnen boven buiten door in langs met na naar naast nabij om omtrent onder
op over per rond rondom sinds te tegen tegenover ten ter tijdens tot tussen uit van vanaf vanuit vanwege via
volgens voor voorbij vooraf wegens zonder qua ondanks dankzij mede mee toe heen en of maar want dus als dan
omdat doordat zodat opdat terwijl hoewel alhoewel toen zodra indien mits tenzij alsof aangezien zoals
evenals noch zowel tevens oftewel ofwel hetzij daarom daardoor daarna daarmee daarin daarop daaraan daarbij
daarvan daarvoor daarover daaruit daarnaast hiermee hierbij hierin hierop hiervan hiervoor hierover hierdoor
waarmee waarbij waarin waarop waaraan waarvan waarvoor waarover waardoor waaruit waarheen ermee erbij erin
erop eraan ervan ervoor erover erdoor eruit ertoe erna ernaast eronder
"""

_HULPWERKWOORDEN = """
ben bent is was waren geweest wezen zij
heb hebt heeft hebben had hadden gehad
word wordt worden werd werden geworden
kan kun kunt kunnen kon konden gekund
mag mogen mocht mochten moet moeten moest moesten gemoeten hoeft hoeven hoefde
wil wilt willen wilde wilden wou wouden gewild
zal zult zullen zou zouden
ga gaat gaan ging gingen gegaan kom komt komen kwam kwamen gekomen
doe doet doen deed deden gedaan laat laten liet lieten gelaten
blijf blijft blijven bleef bleven gebleven
vind vindt vinden vond vonden denk denkt denken dacht
lijkt lijken schijnt blijkt zie ziet zien zeg zegt zeggen zei krijg krijgt krijgen kreeg
maak maakt maken maakte sta staat staan zit zitten ligt liggen loopt
"""

_BIJWOORDEN = """
niet geen nooit altijd soms vaak meestal steeds telkens weer opnieuw ooit wel nog al reeds
nu straks later eerder eerst laatst net pas meteen direct gelijk onlangs binnenkort
ook zelfs juist alleen slechts maar bijna ongeveer circa vrijwel haast
heel erg zeer best nogal vrij tamelijk behoorlijk redelijk te meer meest meeste minder minst veel vele weinig
genoeg voldoende zo zoveel even evenveel
graag liever liefst misschien wellicht waarschijnlijk zeker natuurlijk uiteraard eigenlijk immers
verder voorts bovendien echter toch trouwens overigens bijvoorbeeld bv bijv enz etc enzovoort namelijk
helaas gewoon gewone vooral met name mogelijk samen weg terug uiteindelijk inmiddels ondertussen
ja nee neen oké ok nvt
"""

_STOPWOORDJES_IN_GESPROKEN_TAAL = """
nou eh ehm uh uhm euh hè he hé hee hoor joh tja ach ah oh o goh poeh zeg maar zegmaar soort van
eens effe effen ff gewoonweg echt letterlijk nounou pff haha ha hm hmm tsja sowieso allicht welja kijk weet
snap snapt bedoel ofzo enzo dinges ding dingen iig idd gwn ivm tov mbt dmv ipv
"""

_TELWOORDEN = "een één twee drie vier vijf zes zeven acht negen tien eerste tweede derde"

STOPWOORDEN: frozenset[str] = frozenset(
    " ".join(
        (
            _LIDWOORDEN_EN_VOORNAAMWOORDEN,
            _VOORZETSELS_EN_VOEGWOORDEN,
            _HULPWERKWOORDEN,
            _BIJWOORDEN,
            _STOPWOORDJES_IN_GESPROKEN_TAAL,
            _TELWOORDEN,
        )
    ).split()
)
