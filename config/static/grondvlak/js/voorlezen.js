/* Reads a resident's page aloud with the browser's own voice; loaded only where someone asked for it. The button
   appears when there is a voice for the language of the page; without one the page says so. */
(() => {
  "use strict";
  const blok = document.getElementById("voorlezen");
  const spraak = window.speechSynthesis;
  const knop = blok.querySelector("button");
  const taal = document.documentElement.lang;
  const stem = (code) => spraak.getVoices().find((een) => een.lang.replace("_", "-").split("-")[0] === code);

  function kijk() {
    const kan = Boolean(spraak && stem(taal));
    knop.hidden = !kan;
    blok.querySelector("p").hidden = kan;
  }

  // What a person sees, piece by piece, each in its own language where there is a voice for it.
  function lees() {
    const delen = document.querySelectorAll(
      "main :is(h1, h2, p, li, dt, dd, label, legend, .veld-hulp):not([hidden], [aria-hidden] *, #voorlezen *)",
    );
    for (const deel of delen) {
      const tekst = deel.innerText.trim();
      if (!tekst || [...delen].some((ander) => ander !== deel && ander.contains(deel))) continue;
      const zin = new SpeechSynthesisUtterance(tekst);
      const eigen = (deel.closest("[lang]") || deel).lang || taal;
      zin.voice = stem(eigen) || stem(taal);
      zin.lang = zin.voice.lang;
      zin.rate = 0.9;
      spraak.speak(zin);
    }
  }

  knop.addEventListener("click", () => (spraak.speaking ? spraak.cancel() : lees()));
  addEventListener("pagehide", () => spraak && spraak.cancel());
  if (spraak) spraak.addEventListener("voiceschanged", kijk);
  blok.hidden = false;
  kijk();
})();
