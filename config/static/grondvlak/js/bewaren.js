/* Grondvlak: nothing that was typed gets lost.
   form[data-bewaak] warns before typed work is left behind; form[data-bewaar="url"] is also saved at every
   pause, by a POST with the header X-Grondvlak-Bewaar, and says so in [data-bewaarstatus]. */
(() => {
  "use strict";
  const alle = (s, el = document) => [...el.querySelectorAll(s)];
  const op = (naam, doe) => document.addEventListener(naam, doe);

  const status = (vorm, tekst, staat = "") => alle("[data-bewaarstatus]", vorm).forEach((el) => {
    el.textContent = tekst;
    el.dataset.staat = staat;
  });
  const bewaar = async (vorm) => {
    const beurt = vorm.dataset.gewijzigd;
    status(vorm, "Bezig met bewaren");
    try {
      const antwoord = await fetch(vorm.dataset.bewaar, { method: "POST", body: new FormData(vorm), headers: { "X-Grondvlak-Bewaar": "1" } });
      if (!antwoord.ok || antwoord.redirected) throw new Error(antwoord.status);
      if (vorm.dataset.gewijzigd === beurt) delete vorm.dataset.gewijzigd;
      status(vorm, `Bewaard om ${new Date().toLocaleTimeString("nl", { hour: "2-digit", minute: "2-digit" })}`);
    } catch {
      status(vorm, "Nog niet bewaard. Wat u typte staat hier nog; bij de volgende pauze proberen we het weer.", "fout");
    }
  };
  /* One at a time, so that an older text never lands after a newer one. */
  const rijen = new WeakMap(), wachters = new WeakMap();
  const bewaarNaElkaar = (vorm) => { rijen.set(vorm, (rijen.get(vorm) || Promise.resolve()).then(() => bewaar(vorm))); };
  op("input", (e) => {
    const vorm = e.target.closest?.("form[data-bewaak],form[data-bewaar]");
    if (!vorm) return;
    vorm.dataset.gewijzigd = 1 + Number(vorm.dataset.gewijzigd || 0);
    if (!vorm.dataset.bewaar) return;
    clearTimeout(wachters.get(vorm));
    wachters.set(vorm, setTimeout(bewaarNaElkaar, 1000, vorm));
  });
  op("submit", (e) => { clearTimeout(wachters.get(e.target)); delete e.target.dataset.gewijzigd; });
  window.addEventListener("online", () => alle("form[data-bewaar][data-gewijzigd]").forEach(bewaarNaElkaar));
  window.addEventListener("beforeunload", (e) => { if (alle("form[data-gewijzigd]").length) e.preventDefault(); });
})();
