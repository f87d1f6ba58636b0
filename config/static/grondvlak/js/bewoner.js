/* Residents' pages, optional (ADR 0016). What is typed stays on this device until it is sent: in localStorage, on a
   shared one in sessionStorage, as "grondvlak <path> <token>": velden (values by step-name), stap (last page), vuil
   (steps the server has not seen), bladen (marks of pages sent), rij (waits for a connection). No clock is read. */
(() => {
  "use strict";
  const teksten = document.currentScript.dataset;
  const formulier = document.getElementById("vragen");
  const pad = (location.pathname.match(/^\/v\/(?!proef\/)[^/]+\/(u\/[^/]+\/)?/) || [""])[0];
  if (!formulier || !pad) return;
  const soort = formulier.dataset;
  const alles = "alles" in soort;
  const element = (naam) => formulier.elements[naam] || {};
  const stap = element("w-current_step").value;
  const lokaal = "lokaal" in document.documentElement.dataset;
  const dit = `grondvlak ${pad}`;
  const eigen = () => `${dit} ${element("token").value}`;

  // A browser may forbid keeping anything.
  const op = (lade, werk) => {
    try {
      return werk(window[lade]);
    } catch {
      return null;
    }
  };
  const tab = (naam, waarde) =>
    op("sessionStorage", (s) => (waarde === undefined ? s.getItem(naam) : s.setItem(naam, waarde)));
  const gedeeld = location.search.includes("toestel=gedeeld");
  const lade = gedeeld ? "sessionStorage" : "localStorage";
  const haal = (naam, uit = lade) => op(uit, (s) => JSON.parse(s.getItem(naam)));
  const leg = (naam, wat, uit = lade) => op(uit, (s) => s.setItem(naam, JSON.stringify(wat)) || true);
  const wis = (naam) => ["localStorage", "sessionStorage"].forEach((uit) => op(uit, (s) => s.removeItem(naam)));
  const namen = (begin, uit = lade) =>
    op(uit, (s) => Object.keys(s).filter((naam) => naam.startsWith(begin))) || [];
  const vult = !("klaar" in soort || "dicht" in soort);
  let concept = { velden: {}, vuil: {}, bladen: "" };

  const isVink = (deel) => /radio|checkbox/.test(deel.type);
  const delen = () => [...formulier.elements].filter((deel) => deel.name && !/hidden|submit/.test(deel.type));
  const voluit = (deel) => (alles ? "" : `${stap}-`) + deel.name;
  const stapVan = (naam) => naam.slice(0, naam.lastIndexOf("-"));

  function bewaar(gebeurtenis) {
    concept = haal(eigen()) || concept;
    if (gebeurtenis) concept.vuil[stapVan(voluit(gebeurtenis.target))] = 1;
    delen().forEach((deel) => (concept.velden[voluit(deel)] = []));
    delen().forEach((deel) => {
      if (!isVink(deel) || deel.checked) concept.velden[voluit(deel)].push(deel.value);
    });
    concept.begin = element("begin").value || concept.begin;
    return leg(eigen(), Object.assign(concept, { stap, gedeeld, taal: document.documentElement.lang }));
  }

  // The server's words count, unless this device has newer ones or the server has none.
  function zetTerug() {
    concept = haal(eigen()) || concept;
    // Going back, a browser fills in what stood here then; this page is newer.
    if (haal(eigen()) && soort.bewaard) formulier.reset();
    if (soort.bewaard === "alles") concept.vuil = {};
    delete concept.vuil[soort.bewaard];
    for (const deel of delen()) {
      const naam = voluit(deel);
      const waarden = concept.velden[naam];
      const bekend = alles ? deel.closest("[data-bekend]") : element("kende").value;
      if (!waarden || (bekend && !concept.vuil[stapVan(naam)])) continue;
      if (isVink(deel)) deel.checked = waarden.includes(deel.value);
      else if (waarden.length) deel.value = waarden[0];
    }
    if (soort.bewaard) bewaar();
  }

  // A draft as the page with all questions would send it.
  function inhoud(naam, wat, extra) {
    const token = naam.split(" ")[2];
    const velden = new URLSearchParams({ ...extra, token, "w-current_step": "alles", kende: `${wat.bladen} toestel` });
    if (wat.begin) velden.set("begin", wat.begin);
    new Set(Object.keys(wat.velden).map(stapVan)).forEach((een) => velden.append("stap", een));
    Object.entries(wat.velden).forEach(([veld, waarden]) => waarden.forEach((een) => velden.append(veld, een)));
    return velden;
  }
  const vraagdeel = (taal, zaal) => `?taal=${taal}${zaal ? "&toestel=gedeeld" : ""}`;
  const adres = (naam, wat) => `${naam.split(" ")[1]}alles/${vraagdeel(wat.taal, wat.gedeeld)}&blad=toestel`;

  function stuur(naam, extra) {
    const wat = haal(naam);
    const nieuw = document.createElement("form");
    nieuw.method = "post";
    nieuw.action = adres(naam, wat);
    nieuw.hidden = true;
    inhoud(naam, wat, extra).forEach((waarde, veld) => {
      const deel = document.createElement("textarea");
      deel.name = veld;
      deel.value = waarde;
      nieuw.append(deel);
    });
    tab(dit, naam.split(" ")[2]);
    document.body.append(nieuw);
    nieuw.submit();
  }

  const toon = (wat, aan) => document.querySelectorAll(wat).forEach((deel) => (deel.hidden = !aan));
  function meld(tekst) {
    const balk = document.getElementById("netstatus");
    balk.textContent = tekst;
    balk.hidden = !tekst;
  }
  function zetLos(aan) {
    meld(aan ? teksten.offline : "");
    toon("[data-los]", aan);
    toon("[data-net]", !aan);
  }
  function laatWachten(aan) {
    formulier.hidden = aan;
    toon("[data-wacht]", aan);
    if (aan) document.querySelector("[data-wacht] h1").focus();
  }

  // What waits goes as soon as it can; by its token it counts once.
  async function speelAf() {
    for (const naam of namen("grondvlak ", "localStorage")) {
      const wat = haal(naam, "localStorage");
      if (!wat || !wat.rij) continue;
      const hier = alles && naam === eigen();
      try {
        const body = inhoud(naam, wat, { verstuur: 1 });
        const antwoord = await fetch(adres(naam, wat), { method: "POST", body });
        if (antwoord.status >= 429) continue;
        const pagina = new DOMParser().parseFromString(await antwoord.text(), "text/html");
        const main = document.querySelector("main");
        if (pagina.querySelector("[data-klaar]")) {
          wis(naam);
          if (wat.gedeeld) continue;
          if (hier) {
            wis(dit);
            document.title = pagina.title;
            main.replaceChildren(...pagina.querySelector("main").childNodes);
          } else main.prepend(pagina.querySelector("section"));
          main.focus();
          meld("");
        } else if (!wat.gedeeld) {
          // Somebody has to look at it: it is a draft again.
          wat.rij = 0;
          leg(naam, wat);
          if (hier) stuur(naam, { verstuur: 1 });
          else if (!alles && !soort.bewaard) location.reload();
        }
      } catch {
        meld(teksten.rij);
      }
    }
  }

  const doen = {
    verder: (ander) => stuur(ander[0], { wizard_goto_step: haal(ander[0]).stap }),
    opnieuw: (ander) => {
      ander.forEach(wis);
      bied([]);
    },
    probeer: speelAf,
    terug: () => {
      wis(eigen());
      delete concept.rij;
      bewaar();
      laatWachten(false);
    },
  };
  function bied(ander) {
    toon("[data-verder]", ander.length);
    formulier.hidden = ander.length;
    document.querySelectorAll("[data-doe]").forEach((knop) => {
      knop.onclick = () => doen[knop.dataset.doe](ander);
    });
  }
  const heeftWoorden = (wat) =>
    wat && !wat.rij && Object.keys(wat.velden).some((naam) => stapVan(naam) !== "start" && wat.velden[naam].join(""));

  const heeftIets = (deel) =>
    delen().some((een) => deel.contains(een) && (isVink(een) ? een.checked && een.value : een.value.trim()));

  let bezig = false;
  let wacht = null;
  let laatst = null;
  formulier.addEventListener("submit", (gebeurtenis) => {
    const knop = gebeurtenis.submitter;
    if (bezig) return gebeurtenis.preventDefault();
    bewaar();
    concept.bladen = `${concept.bladen} ${new URL(formulier.action).searchParams.get("blad")}`.slice(-900);
    const gelukt = leg(eigen(), concept);
    tab(dit, element("token").value);
    if (gelukt && knop && "los" in knop.dataset) {
      gebeurtenis.preventDefault();
      const leeg = [...formulier.querySelectorAll("[data-moet]")].find((deel) => !heeftIets(deel));
      if (leeg) {
        leeg.scrollIntoView();
        return meld(leeg.dataset.moet);
      }
      wis(eigen());
      if (gedeeld) wis(dit);
      leg(eigen(), { ...concept, rij: 1 }, "localStorage");
      laatWachten(true);
      return speelAf();
    }
    if (!navigator.onLine && !(navigator.serviceWorker || {}).controller) {
      gebeurtenis.preventDefault();
      wacht = knop || formulier.querySelector(".knop");
      return meld(teksten.wacht);
    }
    bezig = true;
    laatst = knop;
    if (knop) knop.setAttribute("aria-disabled", "true");
    // A page that never comes must leave no dead button.
    setTimeout(laatLos, 8000);
  });
  function laatLos() {
    bezig = false;
    if (laatst) laatst.removeAttribute("aria-disabled");
  }
  addEventListener("pageshow", (gebeurtenis) => {
    laatLos();
    if (vult && !gebeurtenis.persisted) zetTerug();
  });
  addEventListener("offline", () => zetLos(true));
  addEventListener("online", () => {
    zetLos(false);
    speelAf();
    const knop = wacht;
    wacht = null;
    if (knop) knop.click();
  });

  if ("klaar" in soort) {
    wis(eigen());
    wis(dit);
  } else {
    // A page that was kept on this device has a token of nobody.
    if (alles && tab(dit)) element("token").value = tab(dit);
    else if (lokaal) element("token").value = crypto.randomUUID().replaceAll("-", "");
    const ander = namen(`${dit} `).filter((naam) => naam !== eigen() && heeftWoorden(haal(naam)));
    if (gedeeld && "start" in soort) ander.splice(0).forEach(wis);
    const vraagt = alles ? !haal(eigen()) && !soort.bewaard : "start" in soort || "dicht" in soort;
    bied(vraagt ? ander : []);
    if (vult) zetTerug();
    formulier.addEventListener("input", bewaar);
    formulier.addEventListener("change", bewaar);
    zetLos(lokaal || !navigator.onLine);
    if (concept.rij) laatWachten(true);
  }
  speelAf();
  setInterval(speelAf, 30000);

  // From the first question on, this device keeps what it needs without a connection.
  if (soort.bewaard && !lokaal && !tab(`heeft ${pad}`) && navigator.serviceWorker) {
    addEventListener("load", async () => {
      const taal = vraagdeel(document.documentElement.lang, gedeeld);
      const vast = [...document.querySelectorAll("script[src],link[href]")].map((deel) => deel.src || deel.href);
      try {
        await (await caches.open(teksten.doos)).addAll([pad + taal, `${pad}alles/${taal}`, ...vast]);
        await navigator.serviceWorker.register(teksten.dienst);
        tab(`heeft ${pad}`, 1);
      } catch {
        // Then this page waits for the network.
      }
    });
  }
  const fouten = document.querySelector("[data-fouten]");
  if (fouten) fouten.focus();
})();
