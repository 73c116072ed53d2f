// Keeps one whole set of what the screen is made of, and answers with it when there is no network. Nothing else is kept.
const PREFIX = "gan-dan-quay ";
const WHOLE = "/quay/tron-bo";
/** A network that does not answer in this time is none. */
const PATIENCE_MS = 4000;

const own = (scope) => `${PREFIX}${scope} `;
const scopeOf = () => new URL(self.registration.scope).pathname.replace(/\/$/, "");

addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** The set that came in whole last; null: none did. */
async function keptSet() {
  for (const name of await caches.keys()) {
    if (!name.startsWith(own(scopeOf()))) continue;
    const set = await caches.open(name);
    if (await set.match(WHOLE)) return { name, set };
  }
  return null;
}

/** Brings a set in; until all of it is there the former one stays. */
async function keep({ version, addresses }) {
  // Another program with the same data is another set.
  const name = `${own(scopeOf())}${version} ${addresses.toSorted().join(" ")}`;
  const before = await keptSet();
  if (before?.name === name) {
    // The same content, yet seen to hold at a later time: the answer tells when.
    const data = addresses.find((one) => one.endsWith("/du-lieu.json"));
    const answer = await fetch(data, { cache: "no-cache", credentials: "omit" });
    if (answer.ok) await before.set.put(data, answer);
    return;
  }
  const set = await caches.open(name);
  for (const address of new Set(addresses)) {
    const answer = await fetch(address, { cache: "no-cache", credentials: "omit" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    await set.put(address, answer);
  }
  await set.put(WHOLE, new Response(""));
  for (const other of await caches.keys())
    if (other.startsWith(own(scopeOf())) && other !== name) await caches.delete(other);
}

let keeping = Promise.resolve();
addEventListener("message", (event) => {
  if (event.data?.act !== "keep") return;
  keeping = keeping.then(() => keep(event.data)).catch(() => undefined);
  event.waitUntil(keeping);
});

async function fromKept(pathname) {
  const answer = await (await keptSet())?.set.match(pathname);
  if (!answer) return null;
  const headers = new Headers(answer.headers);
  headers.set("x-kept", "1");
  return new Response(answer.body, { status: answer.status, headers });
}

/** Files whose names change with their content are answered at once; the page and the data come fresh where they can. */
async function answerTo(request) {
  const { pathname } = new URL(request.url);
  if (/^\/assets\/|\/quay\/tep\//.test(pathname)) {
    const kept = await fromKept(pathname);
    if (kept) return kept;
  }
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status < 500) return answer;
    return (await fromKept(pathname)) ?? answer;
  } catch (error) {
    const kept = await fromKept(pathname);
    if (kept) return kept;
    throw error;
  }
}

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === location.origin) event.respondWith(answerTo(event.request));
});
