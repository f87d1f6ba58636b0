/* Grondvlak, the wall. It works without this file; this keeps a screen on, and a wall whole when someone was signed out. */
(() => {
  "use strict";
  document.addEventListener("htmx:beforeSwap", (e) => {
    if (!e.detail.xhr.responseText.includes('id="wandvlak"')) e.detail.shouldSwap = false;
  });
  const waak = () => {
    if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
  };
  document.addEventListener("visibilitychange", waak);
  waak();
})();
