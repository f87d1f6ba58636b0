/* Grondvlak: a button that prints the page; without a script the browser's own menu does it. */
(() => {
  "use strict";
  for (const knop of document.querySelectorAll("[data-afdrukken]")) {
    knop.hidden = false;
    knop.addEventListener("click", () => window.print());
  }
})();
