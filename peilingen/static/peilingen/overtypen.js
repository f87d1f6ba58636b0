// Typing paper over: Enter goes to the next field, and from the last one to the button that saves.
// Without this script Enter only looks whether all is well, and nothing is saved by accident.
(function () {
  "use strict";
  const form = document.querySelector("[data-overtypen]");
  if (!form) return;
  form.addEventListener("keydown", function (event) {
    const veld = event.target;
    if (event.key !== "Enter" || event.isComposing) return;
    const regel = veld.matches("input[type=text]");
    if (!regel && !(veld.matches("textarea") && event.ctrlKey)) return;
    event.preventDefault();
    const velden = Array.from(form.querySelectorAll("input[type=text], textarea, button[name=bewaar]"));
    const volgende = velden[velden.indexOf(veld) + 1];
    if (!volgende) return;
    volgende.focus();
    if (volgende.matches("input")) volgende.select();
  });
})();
