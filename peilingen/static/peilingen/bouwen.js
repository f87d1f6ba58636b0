/* Grondvlak: dragging questions into another order, and frames that show a question as high as it is.
   Everything here can be done without: the arrows move a question too. */
(() => {
  "use strict";
  const op = (naam, doe, vang) => document.addEventListener(naam, doe, vang);

  /* [data-sleep] is what one holds; its li moves within ol[data-slepen="address"]. */
  let li = null, lijst = null, eerst = null, top = 0;
  const rijen = () => [...lijst.querySelectorAll(":scope > li[data-vraag]")];
  const plaats = (y) => {
    const volgende = rijen().find((el) => {
      const vak = el.getBoundingClientRect();
      return el !== li && y < vak.top + vak.height / 2;
    }) || null;
    if (volgende !== li.nextElementSibling) lijst.insertBefore(li, volgende);
  };
  const laatLos = (bewaar) => {
    if (!li) return;
    const nu = li;
    li = null;
    nu.classList.remove("wordt-gesleept");
    if (!bewaar) return lijst.insertBefore(nu, eerst);
    if (nu.nextElementSibling === eerst) return;
    const voor = nu.nextElementSibling;
    htmx.ajax("POST", lijst.dataset.slepen, {
      source: lijst,
      target: "#vragen",
      swap: "outerHTML",
      values: { vraag: nu.dataset.vraag, voor: voor ? voor.dataset.vraag : "" },
    });
  };
  op("pointerdown", (e) => {
    const greep = e.target.closest?.("[data-sleep]");
    if (!greep || e.button) return;
    e.preventDefault();
    li = greep.closest("li");
    lijst = li.closest("[data-slepen]");
    eerst = li.nextElementSibling;
    li.classList.add("wordt-gesleept");
    try { greep.setPointerCapture(e.pointerId); } catch { /* the pointer is gone already */ }
  });
  op("pointermove", (e) => {
    if (!li) return;
    top = e.clientY;
    plaats(top);
    const rand = 60;
    if (top < rand) window.scrollBy(0, -12);
    else if (top > window.innerHeight - rand) window.scrollBy(0, 12);
  });
  op("pointerup", () => laatLos(true));
  op("pointercancel", () => laatLos(false));
  op("keydown", (e) => { if (e.key === "Escape") laatLos(false); });

  /* iframe[data-hoog] is as high as its page; iframe[data-ververs] loads again after a change of the list. */
  const meet = (kader) => {
    const pagina = kader.contentDocument?.documentElement;
    if (pagina) kader.style.blockSize = `${Math.max(320, Math.min(1400, pagina.scrollHeight))}px`;
  };
  op("load", (e) => { if (e.target.matches?.("iframe[data-hoog]")) meet(e.target); }, true);
  document.querySelectorAll("iframe[data-hoog]").forEach(meet);
  op("htmx:afterSettle", (e) => {
    if (e.detail.elt.id !== "vragen") return;
    document.querySelectorAll("iframe[data-ververs]").forEach((kader) => kader.contentWindow.location.replace(kader.src));
  });
})();
