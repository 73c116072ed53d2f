// Tells the person of what comes while no page is open. It answers no request of a page, so that nothing of the
// workspace ever comes from a copy that is out of date.

const WORKSPACE = "/workspace/";

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
