/* Grondvlak, staff pages. Every page works without this file; it only makes the work quicker. */
(() => {
  "use strict";
  const een = (s, el = document) => el.querySelector(s);
  const alle = (s, el = document) => [...el.querySelectorAll(s)];
  const op = (naam, doe) => document.addEventListener(naam, doe);

  /* Says something once to a screen reader. */
  const meld = (tekst) => {
    const melder = een("#melder");
    if (melder && tekst && melder.textContent !== tekst) melder.textContent = tekst;
  };
  /* Shows a problem where messages stand, in words. */
  const waarschuw = (tekst) => {
    const vak = een("#meldingen"), melding = document.createElement("p");
    if (!vak) return;
    melding.className = "melding melding--error";
    melding.setAttribute("role", "alert");
    melding.textContent = tekst;
    vak.replaceChildren(melding);
  };

  /* Keys: data-toets="j Enter" clicks its element, or focuses it when it is a field. */
  const BEWAARD = "grondvlak-sneltoetsen", TYPT = "input:not([type=checkbox],[type=radio]),textarea,select";
  const staanAan = () => { try { return localStorage[BEWAARD] !== "uit"; } catch { return true; } };
  const bruikbaar = (el) => !el.disabled && el.getClientRects().length;
  const toon = () => {
    const dialoog = een("#sneltoetsen");
    if (!dialoog) return;
    const gezien = new Set();
    een("[data-lijst]", dialoog).replaceChildren(...alle("[data-toets]").flatMap((el) => {
      const toets = el.dataset.toets, rij = [document.createElement("dt"), document.createElement("dd")];
      if (gezien.has(toets) || !bruikbaar(el)) return [];
      gezien.add(toets);
      rij[0].append(...toets.split(" ").flatMap((t, i) => {
        const k = document.createElement("kbd");
        k.textContent = t;
        return i ? [" of ", k] : [k];
      }));
      rij[1].textContent = el.dataset.toetsUitleg || el.ariaLabel || el.textContent.trim();
      return rij;
    }));
    een("[data-toetsen-aan]", dialoog).checked = staanAan();
    dialoog.showModal();
  };
  op("keydown", (e) => {
    if (e.key === "Escape") alle("details.menu[open]").forEach((m) => { m.open = false; een("summary", m).focus(); });
    const doel = e.target, toets = e.key === " " ? "Spatie" : e.key;
    if (e.ctrlKey || e.metaKey || e.altKey || e.repeat || e.defaultPrevented || !staanAan()) return;
    if (doel.isContentEditable || doel.matches?.(TYPT) || een("dialog[open]")) return;
    if (/^(Enter|Spatie)$/.test(toets) && doel.closest?.("a,button,input,summary")) return;
    if (toets === "?") return e.preventDefault(), toon();
    const el = alle("[data-toets]").find((x) => x.dataset.toets.split(" ").includes(toets) && bruikbaar(x));
    if (!el) return;
    e.preventDefault();
    el.matches(TYPT) ? el.focus() : el.click();
  });
  op("click", (e) => {
    if (e.target.closest("[data-toon-toetsen]")) toon();
    alle("details.menu[open]").forEach((m) => { m.open = m.contains(e.target); });
  });
  op("change", (e) => {
    if (!e.target.matches("[data-toetsen-aan]")) return;
    try { localStorage[BEWAARD] = e.target.checked ? "aan" : "uit"; } catch { /* no storage: on until the page goes */ }
  });

  /* Tables: table[data-sorteerbaar]; a cell may carry data-waarde, a header data-vast. */
  const lees = (rij, i) => (rij.cells[i]?.dataset.waarde ?? rij.cells[i]?.textContent ?? "").trim();
  const getal = (t) => (/^[-−]?[\d.]*,?\d+\s*%?$/.test(t) ? parseFloat(t.replace(/[.%\s]/g, "").replace("−", "-").replace(",", ".")) : NaN);
  const taal = new Intl.Collator("nl", { numeric: true });
  const sorteer = (tabel, th, i) => {
    const oplopend = th.ariaSort ? th.ariaSort === "descending" : !th.classList.contains("getal");
    const waarde = (rij) => { const t = lees(rij, i), n = getal(t); return { t, n: Number.isNaN(n) ? -Infinity : n, is: !Number.isNaN(n) }; };
    for (const lijf of tabel.tBodies) {
      const rijen = [...lijf.rows].map((rij) => [rij, waarde(rij)]);
      const cijfers = rijen.some(([, w]) => w.is);
      rijen.sort(([, a], [, b]) => (cijfers ? (a.n === b.n ? 0 : a.n - b.n) : taal.compare(a.t, b.t)) * (oplopend ? 1 : -1));
      lijf.append(...rijen.map(([rij]) => rij));
    }
    alle("thead th", tabel).forEach((x) => x.removeAttribute("aria-sort"));
    th.setAttribute("aria-sort", oplopend ? "ascending" : "descending");
    meld(`Gesorteerd op ${th.textContent.trim()}, ${oplopend ? "oplopend" : "aflopend"}`);
  };
  const maakSorteerbaar = (tabel) => alle("thead th:not([data-vast])", tabel).forEach((th) => {
    if (een(".sorteer", th) || !th.textContent.trim()) return;
    const knop = document.createElement("button");
    knop.type = "button";
    knop.className = "sorteer";
    knop.append(...th.childNodes);
    knop.onclick = () => sorteer(tabel, th, th.cellIndex);
    th.append(knop);
  });

  /* After each (partial) load: tables, spoken news, and focus that is never lost. */
  const begin = (deel) => {
    alle("table[data-sorteerbaar]", deel).forEach(maakSorteerbaar);
    alle("[data-js]", deel).forEach((el) => { el.hidden = false; });
    alle("[data-meld]").forEach((el) => meld(el.dataset.meld));
  };
  /* Polling must not pull focus: only what took focus away with it gives it back. */
  let kwijt = false;
  op("htmx:beforeSwap", (e) => { kwijt = e.detail.target.contains(document.activeElement) && document.activeElement !== document.body; });
  op("htmx:afterSettle", (e) => {
    const deel = e.detail.elt, kop = kwijt && document.activeElement === document.body && (een("h1,h2,h3", deel) || deel);
    begin(document);
    const doel = een("[data-focus],[data-fouten]", deel) || kop;
    if (!doel) return;
    if (doel.tabIndex < 0) doel.tabIndex = -1;
    doel.focus();
  });
  op("htmx:sendError", () => waarschuw("De verbinding viel weg. Wat op deze bladzijde staat is er nog; probeer het zo nog eens."));
  op("htmx:responseError", () => waarschuw("Dat lukte niet. Er is niets veranderd; ververs de bladzijde en probeer het nog eens."));
  begin(document);
  een("[data-fouten]")?.focus();
})();
