"""First words for an advice point per theme of the shipped codebook.

They ask the receiver to sort something out together with residents and claim nothing about the outcome: what
must be done follows from the findings, and people write that. `{waar}` becomes ", te beginnen in …,".
"""

ADVIEZEN = {
    "ontmoeting": (
        "Ga met bewoners na waar zij een plek missen om elkaar te ontmoeten{waar} en maak met hen een plan om die "
        "plekken te openen of open te houden."
    ),
    "eenzaamheid": (
        "Spreek met bewoners, huisartsen en welzijnswerk af hoe mensen die alleen komen te staan{waar} eerder worden "
        "opgemerkt, en wie er dan langsgaat."
    ),
    "armoede": (
        "Zoek samen met bewoners die krap zitten uit welke regelingen hen niet bereiken{waar} en neem die drempels "
        "weg."
    ),
    "zorg": (
        "Laat bewoners en mantelzorgers vertellen waar zij vastlopen bij hulp en zorg{waar} en geef hun één "
        "aanspreekpunt dat de weg kent."
    ),
    "veiligheid": (
        "Loop met bewoners, wijkagent en handhaving langs de plekken waar mensen zich onveilig voelen{waar} en maak "
        "daar afspraken die bewoners kunnen volgen."
    ),
    "jeugd": (
        "Vraag kinderen, jongeren en ouders zelf wat zij in hun buurt nodig hebben{waar} en geef hun een rol bij de "
        "uitvoering."
    ),
    "wonen": (
        "Maak met de verhuurders en de bewoners een lijst van de klachten over woningen{waar} en zet bij elke klacht "
        "wie hem oplost en wanneer."
    ),
    "verkeer": (
        "Bekijk de straten, oversteken en haltes die bewoners noemden samen met de mensen die er elke dag komen{waar} "
        "en laat weten wat u aanpakt en wat niet."
    ),
    "openbare_ruimte": (
        "Spreek per buurt met bewoners af wat zij van straat, groen en afval mogen verwachten{waar} en laat zien wat "
        "er met meldingen gebeurt."
    ),
    "informatie": (
        "Zorg dat bewoners in gewone taal kunnen vinden wat er in hun buurt is en waar zij terecht kunnen{waar}: op "
        "papier, online en bij iemand aan een tafel."
    ),
    "zeggenschap": (
        "Zeg bij elk plan vooraf waarover bewoners kunnen meebeslissen{waar} en vertel achteraf wat er met hun "
        "inbreng is gedaan."
    ),
    "samenleven": (
        "Vraag bewoners wat zij zelf al doen om elkaar te leren kennen{waar} en wat zij van u nodig hebben als het "
        "schuurt."
    ),
    "vrijwilligers": (
        "Geef bewonersinitiatieven langer dan één jaar zekerheid over ruimte, geld en een vast aanspreekpunt{waar} en "
        "laat de regie bij de bewoners."
    ),
    "voorzieningen": (
        "Breng met bewoners in beeld welke winkels en voorzieningen te ver weg of te duur zijn geworden{waar} en "
        "bespreek met de aanbieders wat kan terugkomen."
    ),
    "meedoen": (
        "Ga met de mensen om wie het gaat na wat hen tegenhoudt om mee te doen{waar} en neem de eerste drempels "
        "binnen een jaar weg."
    ),
}
ANDERS = "Ga samen met bewoners na wat er nodig is rond {naam}{waar} en spreek af wie wat doet en wanneer."
METEN = (
    "Vraag bewoners over een jaar in dezelfde buurten of zij verschil merken, en bespreek de uitkomst met hen en met "
    "ons."
)


def draft_advies(code: str, naam: str, groep: str = "") -> str:
    """Draft one advice point, in a buurt first where a theme weighs most."""
    waar = f", te beginnen in {groep}," if groep else ""
    zin = ADVIEZEN.get(code, ANDERS).format(naam=lower_first(naam), waar=waar)
    return zin.replace(",:", ":").replace(",,", ",")


def lower_first(tekst: str) -> str:
    """Write a name as it stands inside a sentence; an abbreviation keeps its capitals."""
    return tekst if tekst[1:2].isupper() else tekst[:1].lower() + tekst[1:]
