// Tells the person of what comes while no page is open, and opens the place for writing while there is no network. It
// answers from its copy only what the network does not give, and files that never change under their name, so that
// nothing of the workspace comes from a copy that is out of date.

const WORKSPACE = "/workspace/";
const FILES = "/workspace/offline-files.json";
const PLACE = "/workspace/viet-tam";
const COPY = "gandan-offline";

self.addEventListener("push", (event) => {
  const { id, title, href } = event.data?.json() ?? {};
  event.waitUntil(
    self.registration.showNotification(title ?? "Có việc mới trong Gần Dân", {
      tag: id,
      lang: "vi",
      icon: "/workspace/icon-192.png",
      data: { href },
    }),
  );
});

/** Only screens of the workspace are opened, whatever a message says. */
function addressOf(href) {
  const url = new URL(typeof href === "string" ? href : WORKSPACE, self.location.origin);
  const within = url.origin === self.location.origin && url.pathname.startsWith(WORKSPACE);
  return within ? url.href : new URL(WORKSPACE, self.location.origin).href;
}

async function open(address) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = pages.find(({ url }) => url === address);
  return there ? there.focus() : self.clients.openWindow(address);
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(addressOf(event.notification.data?.href)));
});

/** Takes over the page's files of this build and lets go of those of the last one; a file missing leaves the old copy. */
async function keepFiles() {
  const answer = await fetch(FILES, { cache: "no-store" });
  if (!answer.ok) return;
  const { files } = await answer.json();
  const copy = await caches.open(COPY);
  await Promise.all(files.map(async (file) => (await copy.match(file)) ?? copy.add(file)));
  // The page comes last: it is there only together with all its files.
  await copy.add(new Request(PLACE, { cache: "no-store" }));
  const wanted = new Set([PLACE, ...files]);
  for (const { url } of await copy.keys()) if (!wanted.has(new URL(url).pathname)) await copy.delete(url);
}

self.addEventListener("message", (event) => {
  if (event.data !== "keep-files") return;
  const said = keepFiles().then(
    () => "kept",
    () => "not-kept",
  );
  event.waitUntil(said.then((word) => event.ports[0]?.postMessage(word)));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && pathname.startsWith(WORKSPACE)) {
    event.respondWith(
      fetch(request).catch(async (lost) => (await caches.match(PLACE)) ?? Promise.reject(lost)),
    );
  } else if (pathname.startsWith("/workspace/assets/")) {
    event.respondWith(caches.match(request, { ignoreVary: true }).then((kept) => kept ?? fetch(request)));
  }
});
