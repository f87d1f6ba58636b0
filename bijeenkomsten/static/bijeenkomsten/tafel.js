/* Grondvlak, the page of a table: each note is kept on this device while it is typed, sent at every pause, and
   sent again until the server has it. Keys are made here, so that a note sent twice is there once; each page has a
   mark of its own (schrijver) and counts its savings (beurt), so that two devices never overwrite each other. */
(() => {
  "use strict";
  const zoek = (s, el = document) => el.querySelector(s);
  const pagina = zoek("[data-tafel]");
  if (!pagina) return;
  const { hier, bewaar, lijstAdres } = pagina.dataset;
  const vorm = zoek("form[data-notitie]"), wijzigt = vorm?.hasAttribute("data-wijzig");
  const vak = vorm?.elements.tekst, wacht = zoek("[data-wacht]"), lijst = zoek("[data-lijst]");
  const PLANK = `grondvlak-tafel-${pagina.dataset.tafel}`, EIGEN = `${PLANK}-vak`;
  const PAUZE = 1200, KORT = 2000, LANG = 30000, GEDULD = 20000;
  const EIGEN_VELDEN = ["tekst", "sleutel", "schrijver", "versie", "beurt"];
  const teken = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const schrijver = teken();

  /* The shelf: what is not on the server yet, by key. A browser that refuses to keep it only loses that safety. */
  const lees = () => { try { return JSON.parse(localStorage.getItem(PLANK)) || {}; } catch { return {}; } };
  const leg = (doe) => {
    try {
      const plank = lees();
      doe(plank);
      if (Object.keys(plank).length) localStorage.setItem(PLANK, JSON.stringify(plank));
      else localStorage.removeItem(PLANK);
      return true;
    } catch { return false; }
  };
  const onthoud = (n) => leg((plank) => { plank[n.sleutel] = n; });
  const vergeet = (sleutel) => leg((plank) => { delete plank[sleutel]; });
  const eigen = (sleutel) => { try { if (sleutel) sessionStorage.setItem(EIGEN, sleutel); return sessionStorage.getItem(EIGEN); } catch { return ""; } };

  const lege = () => ({ sleutel: teken(), schrijver, versie: 0, beurt: 0, keer: 0, tekst: "", meer: [], klaar: false, vuil: false, fout: "" });
  const rij = [];
  let nu = null, bezig = false, wekker, pauze, rust = KORT, weg = false, vers = false;

  const veld = (naam) => vorm.elements.namedItem(naam);
  const leesVorm = () => {
    nu.tekst = vak.value;
    nu.meer = [...new FormData(vorm)].filter(([naam]) => !EIGEN_VELDEN.includes(naam));
  };
  const vulVorm = () => {
    vak.value = nu.tekst;
    for (const el of vorm.elements) {
      if (el.type === "checkbox") el.checked = nu.meer.some(([naam]) => naam === el.name);
      else if (el.name && !EIGEN_VELDEN.includes(el.name)) el.value = (nu.meer.find(([naam]) => naam === el.name) || [])[1] || "";
    }
  };

  const zeg = (tekst) => { const el = vorm && zoek("[data-status]", vorm); if (el && el.textContent !== tekst) el.textContent = tekst; };
  const toon = () => {
    const open = rij.filter((n) => n.vuil);
    wacht.hidden = !open.length || !(weg || open.some((n) => n.fout));
    zoek("ul", wacht).replaceChildren(...open.map((n) => {
      const li = document.createElement("li");
      li.textContent = n.fout ? `${n.tekst} – Niet verstuurd. ${n.fout} ` : n.tekst;
      if (n.fout) {
        const knop = document.createElement("button");
        Object.assign(knop, { type: "button", className: "knop knop--stil", textContent: "Van dit toestel halen" });
        knop.addEventListener("click", () => { ruim(n); toon(); });
        li.append(knop);
      }
      return li;
    }));
    for (const el of lijst.querySelectorAll("[data-sleutel]")) el.hidden = !wijzigt && [...rij, nu].some((n) => n?.tekst.trim() && n.sleutel === el.dataset.sleutel);
    if (nu?.fout) zeg(`Nog niet bewaard. ${nu.fout}`);
    else if (weg) zeg("Geen verbinding. Uw tekst staat op dit toestel en wordt vanzelf verstuurd.");
    else zeg(nu?.vuil || open.length || !nu?.versie ? "" : "Bewaard");
  };

  const ruim = (n) => {
    vergeet(n.sleutel);
    if (rij.includes(n)) rij.splice(rij.indexOf(n), 1);
    vers = true;
  };
  const stuur = async (n) => {
    const keer = n.keer, oud = n.sleutel;
    n.beurt += 1;
    onthoud(n);
    const body = new URLSearchParams([...n.meer, ...EIGEN_VELDEN.map((naam) => [naam, n[naam]])]);
    const antwoord = await fetch(bewaar, { method: "POST", body, keepalive: document.hidden && n.tekst.length < 9000, signal: AbortSignal.timeout?.(GEDULD) });
    if (antwoord.status >= 500 || [408, 429].includes(antwoord.status)) throw new Error(antwoord.status);
    const kern = await antwoord.json();
    if (!antwoord.ok) { n.fout = kern.fout; return; }
    if (kern.sleutel !== oud) {
      zoek("[data-dubbel]").hidden = false;
      vers = true;
      vergeet(oud);
      n.sleutel = kern.sleutel;
      if (n === nu && !wijzigt) eigen(n.sleutel);
    }
    n.versie = kern.versie;
    n.vuil = n.keer !== keer;
    /* What is in the box stays on the shelf, so that a reload finds it there. */
    if (n.vuil || (n === nu && !wijzigt)) onthoud(n);
    else ruim(n);
  };
  const volgende = () => [...rij, nu].find((n) => n?.vuil && !n.fout && n.tekst.trim());
  const werk = async () => {
    if (bezig) return;
    bezig = true;
    clearTimeout(wekker);
    try {
      for (let n; (n = volgende());) await stuur(n);
      weg = false;
      rust = KORT;
      if (vers && !lijst.contains(document.activeElement)) await ververs();
    } catch {
      weg = true;
      wekker = setTimeout(werk, rust);
      rust = Math.min(2 * rust, LANG);
    }
    bezig = false;
    toon();
    if (wijzigt && nu.klaar && !nu.vuil) location.assign(nu.sleutel === veld("sleutel").value ? hier : `${hier}?dubbel=1`);
  };
  const ververs = async () => {
    const antwoord = await fetch(lijstAdres);
    if (!antwoord.ok) return;
    lijst.innerHTML = await antwoord.text();
    vers = false;
  };

  const begin = (n) => { nu = n; if (!wijzigt) eigen(n.sleutel); vulVorm(); };
  const klaar = () => {
    leesVorm();
    if (!nu.tekst.trim() || nu.fout) { vak.focus(); return; }
    nu.vuil = nu.klaar = true;
    nu.keer += 1;
    onthoud(nu);
    if (!wijzigt) {
      rij.push(nu);
      begin(lege());
      vak.focus();
      zoek("[data-meld]").textContent = `Notitie ${rij.length + lijst.querySelectorAll("article").length} genoteerd.`;
    }
    clearTimeout(pauze);
    toon();
    werk();
  };

  if (vorm) {
    for (const el of vorm.querySelectorAll("[data-js]")) el.hidden = false;
    nu = lege();
    if (wijzigt) Object.assign(nu, { sleutel: veld("sleutel").value, versie: Number(veld("versie").value) });
    leesVorm();
    const vorige = lees()[eigen()];
    begin(!wijzigt && !nu.tekst && vorige?.tekst.trim() && !vorige.klaar ? vorige : nu);
    let shift = false;
    vak.addEventListener("keydown", (e) => { shift = e.shiftKey; });
    vak.addEventListener("beforeinput", (e) => {
      if (wijzigt || shift || e.isComposing || !["insertLineBreak", "insertParagraph"].includes(e.inputType)) return;
      e.preventDefault();
      klaar();
    });
    vorm.addEventListener("input", () => {
      leesVorm();
      nu.vuil = true;
      nu.keer += 1;
      nu.fout = "";
      if (!onthoud(nu)) zeg("Dit toestel kan geen tekst bewaren. Houd de bladzijde open tot er “Bewaard” staat.");
      clearTimeout(pauze);
      pauze = setTimeout(werk, PAUZE);
    });
    vorm.addEventListener("submit", (e) => { e.preventDefault(); klaar(); });
  }
  for (const n of Object.values(lees())) {
    if (n.sleutel === nu?.sleutel || (wijzigt && n.sleutel === eigen())) continue;
    if (n.tekst.trim()) rij.push({ ...n, klaar: true, vuil: true, fout: "" });
    else vergeet(n.sleutel);
  }
  addEventListener("online", werk);
  document.addEventListener("visibilitychange", () => { vers ||= !document.hidden; werk(); });
  toon();
  werk();
})();
