"""Common words per language, our own lists: what short statements about a neighbourhood are made of.

People type without accents on a phone, so words stand here as they are typed. Darija (`ary`) is in Latin letters.
"""

WOORDEN = {
    "en": """
        the and to of a that it for not with he as you do at this but his by from they say her she or an
        will my one all would there their what so up out if about who get which go when make can like no
        just him know take people into your good some could them other than then now only its also after how
        our because any these us are been has had were did very much more too i don't it's there's isn't
        can't i'm have be is need want should nothing always never every here where many live neighbourhood
        street house home kids children school park help money work job feel safe alone lonely old young
        people neighbours doctor waiting letter understand speak bus car parking noise night evening trash
        clean dirty trees light broken lift rent expensive cheap nobody anyone someone please thanks great
        nice bad better still since years months week day time place around close closed open again anymore
        doesn't
    """,
    "tr": """
        ve bir bu da ne icin cok daha var yok ile ben sen biz siz onlar mi mu ama gibi kadar olan olarak
        degil sey zaman her hic en o su benim bizim senin sizin onun burada orada nasil neden kim ki ya hem
        veya istiyorum istiyoruz iyi guzel mahalle mahallede olsun oldu olmasi lazim gerek sonra once bana
        bize bunu simdi artik herkes kimse insanlar cocuklar cocuk cocuklarim komsular komsularim evde evim
        ev sokak sokakta okul is para yardim doktor hastane anne baba oglum kizim yasli genc genclere gece
        aksam sabah gun ay yil bekliyorum bekliyoruz anlamiyorum bilmiyorum konusmuyor yalniz yalnizim
        korkuyorum guvenli kirli temiz agac yesil otobus araba kira pahali belediye mektup dil kurs
        bulamiyorum yapamiyorum gidiyorum geliyor yapiyor oluyor dinlemiyor degisiyor kapali acik bozuk
        kapandi için çok değil şey hiç şu nasıl bizi güzel şimdi artık çocuk komşu yardım yaşlı genç akşam
        gün yıl yalnız ağaç yeşil otobüs pahalı açık büyük küçük yakın uzak yaşıyorum yaşıyoruz
    """,
    "pl": """
        i w z na do sie że nie to jest o jak ale po co tak za od dla juz przez tylko sa bardzo moze byc ma
        mam mamy tu tam gdzie kiedy bo czy wiecej lub oraz ktory ktora ktore mnie mi nas nam ich go jego jej
        moje moj moja nasz nasza dzieci ludzi ludzie trzeba chce chcialbym chcialabym potrzebujemy brak
        jestem u ze we wszystko zawsze nigdy dobrze mieszkam tutaj sasiedzi zeby się już są może być więcej
        który która trzeba chcę mój sąsiad sąsiedzi żeby dom mieszkanie ulica praca pieniadze pieniędzy
        szkola szkoła lekarz pomoc pomaga nikt nic wieczorem w nocy boje boję drogo czynsz gmina list listy
        rozumiem jezyk język kurs sklep autobus samochody parking smieci śmieci drzewa czysto brudno
        zamkneli zamknięty otwarty daleko blisko lat miesiecy dni kazdy każdy ciagle znowu mlodziez młodzież
        starsi sama sam samotna
    """,
    "de": """
        und ist nicht ich das auch für sehr aber sind eine ein der die den dem des wir haben habe hat mehr
        zu mit auf im wie es von zum zur bei nach aus noch nur schon wenn weil oder keine kein keiner
        niemand man mir mich uns ihr sie er mein meine unser unsere kinder leute nachbarn nachbar straße
        strasse haus wohnung schule arzt hilfe geld arbeit abends nachts angst sicher allein einsam alt jung
        teuer miete stadt brief briefe verstehe weiß sprache kurs laden bus auto autos parkplatz müll bäume
        sauber schmutzig kaputt seit jahren monaten tag immer nie wieder alles nichts viel zu wird werden
        kann können muss müssen möchte will gibt hier dort wo was wer warum treffen jugendliche spielplatz
    """,
    "fr": """
        le la les des est pas nous vous pour dans avec une un très il elle et du de sur qui que ne je c'est
        y a au aux en on ce cette ces mon ma mes son sa ses leur leurs notre votre plus moins tout tous
        toute rien personne jamais toujours encore mais ou où si comme quand parce trop beaucoup peu bien
        mal ici là chez sans sous depuis après avant être avoir fait faire peut veux voudrais faut j'ai il y
        a d'ici qu'on n'est enfants jeunes voisins quartier rue maison logement loyer école médecin aide
        argent travail soir nuit peur seul seule vieux cher lettre comprends langue cours magasin voiture
        voitures bus poubelles arbres propre sale cassé mairie commune gens
    """,
    "es": """
        y el los las la por para con muy pero está hay mi es una un del como más mas no en se lo que de al a
        mis su sus nuestro nos me te le les yo nadie nada nunca siempre todo todos mucho mucha muchos poco
        bien mal aqui aquí donde cuando porque si sin sobre desde hasta tengo tiene tenemos quiero necesito
        puedo hace falta gente vecinos vecina niños jovenes jóvenes calle casa piso barrio escuela médico
        medico ayuda dinero trabajo noche tarde miedo sola solo mayor caro alquiler ayuntamiento carta
        cartas entiendo idioma curso clases tienda coche coches autobus basura arboles árboles limpio sucio
        roto cerrado abierto lejos cerca años meses dia vez estoy somos son ser
    """,
    "ary": """
        ma kayn makayn kaynch walou bzaf bezaf m3a dyal dial fin kifach 3lach hna 7na ana nta ntoma homa
        hiya dar lblad jiran drari wlad bnat l3yalat mra rajel bghit bghina bghaw kan kant kanet kolchi kol
        had hadi hado lli li f l w wla wlakin walakin hit ila bach bzzaf chwiya mzyan mzyana khayb ghali
        rkhis flous lflous khdma lkhdma tbib sbitar l9raya madrasa sghar kbar shab chabab lil f lil sbah
        3chiya khayf kankhaf zn9a derb l7ouma l7ay baladiya kanfhm kanhdr maghribia lhoulandia n9iy zbel
        tomobil tobis lkra dow lma mat makatkhdmch ma3ndich 3ndi 3ndna 3ndhom 3ndo nchouf nmchi nmchiw kay
        kayn kaygolo katgol dima daba lbar7 ghda 3afak chokran hamdolilah inchallah khoya khti wa7ed wahed
        jouj bo7di rassi
    """,
    "so": """
        waa waan waxaan waxay waxa iyo ku ka u ee oo ah aan ayaan ayay ayuu baan buu bay la laakiin lakin ma
        maya haa halkan meel cid cidna guri guriga gurigayga xaafadda deriska deris dadka dad carruurta
        carruur wiil gabadh hooyo aabo dhalinyarada dhakhtar dhakhtarka lacag shaqo shaqada dugsiga luqadda
        af holandeeska waddada baabuur baska qashin dukaan dukaanka aad u badan yar weyn fiican xun cusub
        fog dhow habeenkii maalintii sano bil bisha waqti dheer caawimo caawisa baahan yahay tahay yihiin
        nahay ahay rabaa rabnaa fahmo aqaan jirto jira karo kartaa keligay keli baqaa nabad nabadgelyo
        dowladda hoose waraaqo maxaa sidee yaa goorma inaan inay si loo laga noo nala
    """,
    "pap": """
        e ta no mi bo nos nan un di ku pa na i o pero tambe mas masha hopi tin tabata lo ke por mester sa
        ningun hende nada tur kos kaminda kas bario bisiña bisiñanan mucha muchanan hóben hobennan grandi
        bieu chikitu skol dòkter yudansa yuda plaka trabou kaya outo bus sushi limpi matanan tienda leu
        serka será habri anochi dia luna aña miedu solo so dushi bon malu karu hür karta komprondé papia
        hulandes papiamentu gemeente polis drog ruido aki akinan aya unda kiko ken pakiko semper nunka
        atrobe awor danki biba ta biba kontentu topa traha haña mira skucha
    """,
    "srn": """
        mi yu a wi unu den no e o ben de na fu gi nanga ma efu bika dati disi ala alasani wan wansani sma
        nowan noiti ete moro tumsi furu bigi pikin bun ogri switi tranga langa fara krosibei oso birti
        birtiman strati uku foto skoro datra yepi moni wroko wenkri oto bus doti krin bon neti dei mun yari
        frede wawan owma owru yongu pikin-nengre mama papa brada sisa lanti skowtu dyari brifi frustan tongo
        bakratongo leri sabi wani kan musu mu abi fanowdu sidon miti taki arki yere si go kon libi tan dya
        drape pe san suma fa ten now baka grantangi trobi safri doro paiman pai
    """,
    "fy": """
        it is net en fan de ik jo hy sy wy hja dat dit der hjir dêr ek mar as by foar mei nei ta oan op út
        yn sûnder hat hawwe ha wie wiene wurdt wurde kin kinne moat moatte wol wolle sil gjin neat alles
        altyd nea wer noch mear in bern jongelju âlderein minsken buorren buorman buorfrou hûs huzen
        strjitte doarp skoalle dokter help jild wurk jûns nachts bang feilich allinnich âld jong djoer hier
        gemeente brief taal winkel bus auto auto's ôffal beammen skjin smoarch stikken ticht iepen fier
        tichtby jier moanne dei tiid elkoar inoar moai goed min lekker gesellich
    """,
}
