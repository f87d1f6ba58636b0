/* Without a connection a phone goes on with the page of all questions, which `bewoner.js` keeps in the drawer VERSIE.
   Network first; a page with somebody's answers is never kept (ADR 0016). */
addEventListener("install", () => skipWaiting());
addEventListener("activate", (gebeurtenis) =>
  gebeurtenis.waitUntil(
    (async () => {
      for (const naam of await caches.keys()) if (naam !== VERSIE) await caches.delete(naam);
      await clients.claim();
    })(),
  ),
);
addEventListener("fetch", (gebeurtenis) => {
  const vraag = gebeurtenis.request;
  if (vraag.mode === "navigate") gebeurtenis.respondWith(blader(vraag));
  else if (new URL(vraag.url).pathname.startsWith("/static/"))
    gebeurtenis.respondWith(fetch(vraag).catch(() => caches.match(vraag)));
});

async function blader(vraag) {
  const doos = await caches.open(VERSIE);
  try {
    const antwoord = await fetch(await again(vraag));
    if (antwoord.status > 501) throw antwoord;
    if (vraag.method === "GET" && antwoord.ok && (await doos.match(vraag.url))) {
      await doos.put(vraag.url, antwoord.clone());
    }
    return antwoord;
  } catch {
    return (await stay(vraag, doos)) || Response.error();
  }
}

// Going back: a browser keeps no answer to a POST for a worker. It is asked for again; nothing is written then.
async function again(vraag) {
  if (vraag.cache !== "only-if-cached") return vraag;
  if (vraag.method === "GET") return new Request(vraag.url, { cache: "force-cache", redirect: "manual" });
  const headers = { "Content-Type": vraag.headers.get("Content-Type"), "Grondvlak-Terug": "1" };
  return new Request(vraag.url, { method: "POST", headers, body: await vraag.blob(), redirect: "manual" });
}

async function stay(vraag, doos) {
  const url = new URL(vraag.url);
  const pad = (url.pathname.match(/^\/v\/[^/]+\/(u\/[^/]+\/)?/) || [""])[0];
  const zaal = url.searchParams.get("toestel") === "gedeeld" ? "&toestel=gedeeld" : "";
  const zoek = `?taal=${url.searchParams.get("taal") || "nl"}${zaal}`;
  const alles = `${pad}alles/`;
  if (vraag.method !== "GET" && (await doos.match(alles, { ignoreSearch: true })))
    return Response.redirect(alles + zoek, 303);
  const bewaard = (await doos.match(url.pathname + zoek)) || (await doos.match(url, { ignoreSearch: true }));
  if (!bewaard) return null;
  const html = (await bewaard.text()).replace("<html ", "<html data-lokaal ");
  const headers = {};
  for (const naam of ["Content-Type", "Content-Security-Policy"]) headers[naam] = bewaard.headers.get(naam);
  return new Response(html, { headers });
}
