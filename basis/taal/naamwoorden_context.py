"""Words around a name that tell whether someone is meant, and names that no person is meant by. All lower case.

What stands in `naamwoorden` tells what a word is; what stands here tells what the words beside it say.
"""

# --- names without a capital -------------------------------------------------------------------------

# Short, or English too, yet in a Dutch answer hardly ever anything but a person: "ik en corrie", "vraag jan".
OOK_KLEIN = frozenset(
    "jan piet henk kees wim joop gré truus sjaan koen teun guus ruud theo rob tim tom rik leo jos "
    "bart bert gert hans ans anja anna annie eva inge irma joke jaap lida loes rita roel sara toos "
    "ali omar amir anas emre esra ayse ayşe fatma lina nora nina umit ümit alexander caroline carol "
    "corrie frank frits harry henny henry jasper jenny josef kitty laura lambert marcel margarita "
    "maria marten martin nadir naima nelson pascal patricia paula peter ralph sandra sammy sophie "
    "stella stephanie steve steven ursula victor willy timothy tommy anouk arie bep cor geert daan "
    "ria ron sjef fien dirk jelle jeroen ilse karin lies nel petra said saïd samir sjors tess thijs "
    "tineke tonny wendy wilma youssef".split()
)

# --- titles and cues of other languages --------------------------------------------------------------

# Before a name with a capital, as "mevrouw" is.
AANSPREKINGEN_ELDERS = frozenset(
    "mrs mister frau herr madame monsieur señora señor senhora senhor pani hanımefendi doktor aunt "
    "uncle auntie grandma grandpa пані пан".split()
)
# Before a name with a capital that is in the lists or is no word: "my neighbour Willem", "komşum Ayten".
ROLLEN_ELDERS = frozenset(
    "neighbour neighbor son daughter husband wife friend sister brother mother father colleague "
    "volunteer nachbarin nachbar freundin freund tochter sohn mann komşum komşumuz oğlum kızım eşim "
    "kocam karım arkadaşım annem babam abim ablam sąsiadka sąsiad sąsiadką syn córka mąż żona siostra "
    "brat koleżanka kolega voisine voisin ami amie fils fille vecina vecino hijo hija amiga amigo "
    "bisiña bisiñu amigu".split()
)
# Where there are no capitals: the word after these is a name when it is in the lists.
ROLLEN_ZONDER_HOOFDLETTERS = frozenset("جارتي جاري ابني ابنتي زوجي زوجتي صديقتي صديقي السيدة السيد".split())
# Turkish puts the title after the name: "Ayten hanım".
NA_NAAM_TITEL = frozenset("hanım hanim bey abla abi ağabey teyze amca hoca dayı yenge".split())
# More people who are called by their name after "mijn", or who have a part to play.
ROLLEN_EXTRA = frozenset(
    "kind baby peuter kleuter puber tiener tienerdochter tienerzoon nichtje neefje oppas oppasoma "
    "huisgenoot huisgenote huisbaas verhuurder overbuur bovenbuur onderbuur buurmeisje oudste jongste "
    "middelste tweeling jongen meisje meid man vrouw weduwe weduwnaar cl cl. bewoner mantelzorgster "
    "thuishulp poetshulp vertegenwoordiger loco sleutelfiguur klusjesman fietsenmaker chauffeur "
    "buschauffeur leider leidster peuterleidster groepsleidster gids tolk ene eentje gezin "
    "sociaal-werker maatschappelijk-werkster schoonzoon schoondochter stiefzoon stiefdochter "
    "pleegzoon pleegdochter kleinkind logopedist logopediste boswachter klasgenoot teamgenoot "
    "vriendje vriendinnetje zusje broertje".split()
)
# Right before a role these make it someone's own, so that a name may follow without a capital: "me buurman zbyszek".
BEZITTELIJK = frozenset("mijn mn m'n me mij ons onze haar zijn z'n uw je jouw hun onzen".split())

# --- what follows a name -----------------------------------------------------------------------------

# What only people do, not organisations: after an unknown word with a capital these make it a name.
MENSENWERK = frozenset(
    "kookt kookte bakt bakte naait naaide breit breide zingt zong huilt huilde lacht lachte slaapt "
    "sliep woont woonde wandelt wandelde fietst fietste overleed stierf trouwde rookt rookte drinkt "
    "dronk knipt schaamt durft durfde glimlacht gromt mompelt knikt poetst poetste logeert logeerde "
    "heet heette fluit giechelt snurkt klaagt mopperde mopperde moppert repareert repareerde timmert".split()
)
# After "X en" these say that X is someone: "Mihaela en haar man".
EN_FAMILIE = frozenset("haar zijn z'n d'r hun".split())
FAMILIE = frozenset(
    "man vrouw zoon zoons dochter dochters kinderen kind broer broers zus zussen moeder vader ouders "
    "vriend vriendin hond buurman buurvrouw gezin familie partner collega kleinkinderen".split()
)

# Right before an unknown word with a capital these speak of a place, a thing or a time: "in Zimihc", "van Vidomes".
NIET_NA = frozenset(
    "in uit naar op bij van tot vanuit tussen langs rond rondom de het 't een die dat deze dit onze "
    "ons elk elke geen tegenover nabij achter via per sinds tijdens na voor vanaf over tegen binnen "
    "buiten richting station wijk buurt stichting vereniging project complex fietspad of halte lijn "
    "straat haar mijn jouw uw jullie hun zijn is was heet heette".split()
)
# After an unknown word that opens a sentence these say that someone acts.
NA_PERSOON = frozenset(
    "zegt zei helpt hielp woont woonde weet wist vindt vond komt kwam vertelt vertelde belt belde "
    "kent kende ziet zag luistert stopt stopte brengt bracht haalt haalde past paste leert leerde "
    "zoekt zocht mist miste".split()
)
# After "mevrouw x" these say that x was a name and no slip of the pen.
NA_TITEL_EN_NAAM = frozenset(
    "is was heeft had kan kon wil wilde mag moet moest gaat ging komt kwam zit zat woont staat doet "
    "deed zegt zei die van uit op en belt vraagt vroeg heb hep vindt loopt krijgt krijg helpt bij in "
    "met".split()
)
# Letters that Dutch has not: a word with a capital that has one is a name from elsewhere.
VREEMDE_LETTERS = frozenset("ğşıłńśźżąęćčšžđőűățșţřěů")

# --- parts of names ----------------------------------------------------------------------------------

# Endings and beginnings that only names have: a word with a capital that has one needs no list.
ACHTERNAAM_EIND = (
    "stra", "sma", "inga", "nga", "wicz", "czyk", "czak", "ńska", "ński", "nska", "nski", "wska", "wski",
    "cka", "cki", "lska", "lski", "enko", "chuk", "shyn", "skyi", "ović", "ovic", "ević", "evic", "oğlu",
    "oglu", "escu", "eanu", "zadeh", "shvili", "persad", "dromo", "dikromo", "redjo", "singh", "oullah",
    "ullah", "uddin", "mariam", "gebriel", "selassie",
)  # fmt: skip
VOORNAAM_BEGIN = ("abdel", "abder", "abdul", "abdou", "abdoul", "gebre", "tesfa", "welde", "oluwa", "nour")
VOORNAAM_EIND = ("eddine", "allah", "ullah", "uddin", "nisa", "gül", "nur", "sława", "sław", "slav", "myra")
# Between these and an unknown word with a capital stands a family name: "El Idrissi", "Aït Taleb".
VOORVOEGSELS_ELDERS = frozenset(
    "el al ben bin ibn aït ait ould oulad abu abou umm oum ter ten den der".split()
)

# Particles that are a Dutch word too: what follows has to be a surname for sure, or have a capital.
OOK_EEN_WOORD = frozenset("al ben bin el dos di la le".split())

# --- no person ---------------------------------------------------------------------------------------

# Organisations and firms whose names are no Dutch words and might be read as names.
ORGANISATIES = frozenset(
    "humanitas mitros bo-ex portaal ymere vestia havensteder rochdale stadgenoot woonbron staedion "
    "arcade rijnhart lefier nijestee acantus domijn vivare talis woonin parteon eigenhaard cazas duwo "
    "ssh idealis philadelphia cordaan lister altrecht careyn kwintes tactus jellinek parnassia lumens "
    "dynamo doras combiwel buurtzorg dock vluchtelingenwerk unicef amnesty greenpeace novib cordaid "
    "oranje-fonds kansfonds nsgk movisie vilans nivel hema wibra lidl aldi jumbo vomar deen hoogvliet "
    "dekamarkt coop ikea gamma praxis karwei etos kruidvat blokker xenos zeeman primark hornbach "
    "decathlon mediamarkt bol postnl dhl arriva connexxion qbuzz keolis veolia syntus thuisbezorgd "
    "uber netflix youtube instagram tiktok snapchat nextdoor marktplaats telegram zoom teams outlook "
    "rabo gmail hotmail ziggo vodafone odido eneco vattenfall essent greenchoice vitens rabobank "
    "digid ajax feyenoord psv sparta excelsior vitesse heracles twente cambuur heerenveen samsung "
    "philips toyota opel volvo volkswagen bmw mercedes audi polo fiat peugeot renault tesla honda "
    "yamaha vespa microsoft windows excel word android iphone playstation xbox nintendo lego "
    "mcdonalds starbucks bijlmer".split()
)
# In the lists of names, and without a capital never one here.
ALTIJD_WOORD = frozenset(
    "geachte geacht haben moluks molukse molukkers roemenen bulgaren oekraïners oekrainers airpods "
    "frans nadien binne benne manne wieke zenne rabo cinderella tiktok".split()
)
# Endings of languages, peoples and nouns that the dictionary does not know.
WOORD_EIND = (
    "isch", "ische", "aans", "aanse", "ianen", "enaar", "enaren", "ezen", "heid", "teit", "ologie",
    "therapie", "isme", "pagina", "groep", "app", "duo", "team", "praktijk", "bank", "punt", "ering",
    "atie", "aties", "schap", "str",
)  # fmt: skip
# Right before "jan" these make it the month.
VOOR_JANUARI = frozenset(
    "in sinds per tot vanaf begin eind half medio t/m voor na dec feb 1 sept van".split()
)
# Places and areas with many people in our answers that the lists lack.
PLAATSEN = frozenset(
    "beiroet oekraine roemenie bulgarije grunn homs idlib raqqa hama latakia kharkiv charkiv odessa "
    "odesa lviv dnipro mariupol zaporizja cherson oujda berkane tetouan fes fez meknes marrakech "
    "kenitra taza khouribga alhoceima hoceima driouch antalya adana bursa sivas yozgat kayseri "
    "trabzon samsun diyarbakir diyarbakır gaziantep erzurum gdansk gdańsk krakau kraków poznań poznan "
    "wrocław wroclaw łódź lodz lublin szczecin katowice białystok sofia varna plovdiv timisoara cluj "
    "iași constanța hargeisa kismayo addis abeba khartoum darfur basra mosul erbil kirkuk "
    "sulaymaniyah tabriz isfahan mashhad herat mazar kandahar jalalabad karachi lahore islamabad "
    "delhi mumbai punjab nickerie lelydorp moengo commewijne coronie marowijne albina kumasi tamale "
    "abuja ibadan praia mindelo porto coimbra sevilla malaga kanaleneiland overvecht hoograven zuilen "
    "ondiep lombok transvaal schilderswijk laakkwartier bezuidenhout mariahoeve moerwijk escamp "
    "crooswijk delfshaven feijenoord charlois ijsselmonde hillesluis bospolder filipijnen "
    "tussendijken spangen kralingen bijlmer osdorp slotervaart bos-en-lommer geuzenveld gaasperdam "
    "holendrecht woensel strijp tongelre gestel selwerd paddepoel vinkhuizen lewenborg beijum "
    "presikhaven malburgen dukenburg lindenholt hatert holtenbroek aalanden schalkwijk poelenburg "
    "peldersveld zaandam hoogvliet pendrecht zuidwijk lombardijen vreewijk katendrecht oud-mathenesse "
    "nieuw-mathenesse".split()
)
# Well-known people and characters, and sayings: nobody in the neighbourhood is meant.
BEKENDEN = (
    "johnny jordaan", "willem drees", "piet paaltjens", "anton geesink", "max verstappens",
    "max verstappen", "andré hazes", "andre hazes", "lee towers", "charlie chaplin", "harry potter",
    "pippi langkous", "andré rieu", "andre rieu", "mark rutte", "geert wilders", "dick schoof",
    "jesse klaver", "frans timmermans", "donald trump", "joe biden", "barack obama", "frans bauer",
    "marco borsato", "elvis presley", "michael jackson", "bob marley", "anne frank", "anton mussert",
    "amber alert", "martin garrix", "abdelhak nouri", "abe lenstra", "cruyff court", "krajicek playground",
    "pieter baan", "pieter jelles", "hendrik-ido-ambacht", "sint pieter", "sint anna", "sint martinus",
    "maria montessori", "rudolf steiner", "florence nightingale", "moeder teresa", "bassie en adriaan",
    "bert en ernie", "kees van kooten", "multatuli", "keti koti", "nijntje", "jan rap en zijn maat",
    "jantje beton", "piet hein eek", "van der valk", "van nelle", "de lange jan", "van der lubbe",
    "van heutsz", "ot en sien", "willem wever", "joris driepinter", "pietje bell", "frits philips",
)  # fmt: skip
