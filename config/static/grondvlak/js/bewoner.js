/* Residents' pages, optional: all works without. What is typed and not yet sent stays in this tab (sessionStorage,
   under the draft's token) until the server has it; a press without a connection waits for one; a second press at
   once does nothing. Nothing stays after sending or when the tab is closed. */
(() => {
  "use strict";
  const teksten = document.currentScript.dataset;
  const formulier = document.getElementById("vragen");
  if (!formulier) return;
  const veld = (naam) => (formulier.elements[naam] || {}).value || "";
  const token = veld("token");
  const stap = veld("w-current_step");
  const sleutel = (van) => `grondvlak ${token} ${van}`;
  const BEGONNEN = `grondvlak ${location.pathname}`;

  // A browser may forbid keeping anything; then this is only a page without a script.
  const opslag = (werk) => {
    try {
      return werk(sessionStorage);
    } catch {
      return null;
    }
  };

  const invoer = () =>
    [...formulier.elements].filter((deel) => deel.name && !["hidden", "submit"].includes(deel.type));

  function bewaar() {
    const waarden = invoer().map((deel) =>
      ["radio", "checkbox"].includes(deel.type) ? deel.checked : deel.value,
    );
    opslag((lade) => lade.setItem(sleutel(stap), JSON.stringify(waarden)));
  }

  function zetTerug() {
    const waarden = JSON.parse(opslag((lade) => lade.getItem(sleutel(stap))) || "[]");
    if (waarden.length !== invoer().length) return;
    invoer().forEach((deel, plek) => {
      if (typeof waarden[plek] === "boolean") deel.checked = waarden[plek];
      else deel.value = waarden[plek];
    });
  }

  function vergeet(begin) {
    opslag((lade) => {
      Object.keys(lade)
        .filter((naam) => naam.startsWith(begin))
        .forEach((naam) => lade.removeItem(naam));
    });
  }

  function meld(tekst) {
    let balk = document.getElementById("netstatus");
    if (!balk) {
      balk = document.createElement("p");
      balk.id = "netstatus";
      balk.className = "status";
      balk.setAttribute("role", "status");
      document.body.append(balk);
    }
    balk.textContent = tekst;
    balk.hidden = !tekst;
  }

  let bezig = false;
  let wacht = null;

  formulier.addEventListener("submit", (gebeurtenis) => {
    const knop = gebeurtenis.submitter;
    if (bezig) {
      gebeurtenis.preventDefault();
      return;
    }
    bewaar();
    if (!navigator.onLine) {
      gebeurtenis.preventDefault();
      wacht = knop || formulier.querySelector(".knop");
      meld(teksten.wacht);
      return;
    }
    bezig = true;
    if (knop) knop.setAttribute("aria-disabled", "true");
    // A page that never comes must not leave a dead button behind.
    setTimeout(laatLos, 8000);
  });

  function laatLos() {
    bezig = false;
    document.querySelectorAll("[aria-disabled]").forEach((knop) => knop.removeAttribute("aria-disabled"));
  }

  addEventListener("pageshow", laatLos);
  addEventListener("offline", () => meld(teksten.offline));
  addEventListener("online", () => {
    meld("");
    const knop = wacht;
    wacht = null;
    if (knop) knop.click();
  });

  if ("klaar" in formulier.dataset) {
    vergeet("grondvlak ");
  } else if ("start" in formulier.dataset) {
    const eerder = opslag((lade) => lade.getItem(BEGONNEN));
    const verder = formulier.querySelector("[data-verder]");
    if (eerder && eerder !== token) {
      verder.hidden = false;
      verder.querySelector("button").addEventListener("click", () => {
        formulier.elements.token.value = eerder;
      });
    }
  } else if (token) {
    // This page is here, so the server has what the page before it sent.
    if (formulier.dataset.bewaard) vergeet(sleutel(formulier.dataset.bewaard));
    opslag((lade) => lade.setItem(BEGONNEN, token));
    zetTerug();
    formulier.addEventListener("input", bewaar);
    formulier.addEventListener("change", bewaar);
  }
  const fouten = document.querySelector("[data-fouten]");
  if (fouten) fouten.focus();
})();
