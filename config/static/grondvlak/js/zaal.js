/* On a device that people share: asks after three minutes without a touch whether someone is still there, and else
   deletes what they left; goes back to the first page a minute after sending. */
(() => {
  "use strict";
  const formulier = document.getElementById("vragen");
  const vraag = document.querySelector("[data-nog]");
  if (!formulier || "start" in formulier.dataset) return;
  const klaar = "klaar" in formulier.dataset;
  const begin = vraag.dataset.nog;
  let klok;

  function weg() {
    try {
      sessionStorage.clear();
    } catch {
      // Nothing was kept.
    }
    if (klaar || !navigator.onLine) return location.replace(begin);
    const wis = document.createElement("input");
    Object.assign(wis, { type: "hidden", name: "wissen", value: "1" });
    formulier.append(wis);
    formulier.action = begin;
    formulier.submit();
  }
  function wacht() {
    clearTimeout(klok);
    vraag.hidden = true;
    klok = setTimeout(klaar ? weg : zoek, klaar ? 60000 : 180000);
  }
  function zoek() {
    vraag.hidden = false;
    vraag.querySelector("button").focus();
    klok = setTimeout(weg, 30000);
  }
  for (const soort of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(soort, wacht, { passive: true });
  vraag.querySelector("button").addEventListener("click", wacht);
  wacht();
})();
