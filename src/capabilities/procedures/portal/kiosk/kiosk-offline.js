// Gets what the screen shows, keeps the whole set for when there is no network, and looks whether it is still so.
globalThis.kioskOffline = (() => {
  /** It looks for something newer so often. */
  const LOOK_MS = 5 * 60 * 1000;
  /** Without a network, so often whether it is back: browsers say so too early, or not at all. */
  const AGAIN_MS = 5000;
  /** A network that does not answer in this time is none. */
  const PATIENCE_MS = 8000;

  const start = ({ base, onData, onState }) => {
    const scope = `${base}/quay`;
    const address = `${scope}/du-lieu.json`;
    let known = null;
    let lookedAt = null;
    let isOnline = false;
    let worker = null;
    let looks = 0;
    let timer = 0;

    const tell = () => onState({ isOnline, lookedAt });

    /** Exactly what this page is made of: its own address, what it names, and the data. */
    const wholeSet = () => [
      location.pathname,
      address,
      ...[
        ...document.querySelectorAll("script[src],link[rel~=stylesheet],link[rel=preload],link[rel=icon]"),
      ].map((one) => new URL(one.src || one.href).pathname),
    ];
    const keep = () =>
      worker?.active?.postMessage({ act: "keep", scope, version: known.version, addresses: wholeSet() });

    const timeOf = (answer) => new Date(answer.headers.get("date") ?? Date.now());

    /** Newest from the server; where it cannot be reached, what was kept. */
    const look = async () => {
      looks += 1;
      const mine = looks;
      try {
        const answer = await fetch(address, { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE_MS) });
        if (!answer.ok) throw new Error(String(answer.status));
        const data = await answer.json();
        // One that was begun later knows better.
        if (mine !== looks) return;
        isOnline = answer.headers.get("x-kept") === null;
        if (isOnline || lookedAt === null) lookedAt = timeOf(answer);
        const isNew = data.version !== known?.version;
        if (isNew) {
          known = data;
          onData(data);
        }
        if (isOnline) keep();
      } catch {
        if (mine !== looks) return;
        isOnline = false;
      }
      tell();
      clearTimeout(timer);
      timer = setTimeout(look, isOnline ? LOOK_MS : AGAIN_MS);
    };

    const begin = async () => {
      if ("serviceWorker" in navigator) {
        try {
          worker = await navigator.serviceWorker.register(`${base}/quay-ngoai-tuyen.js`, { scope });
          await Promise.race([
            navigator.serviceWorker.ready,
            new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
          ]);
        } catch {
          // An address without encryption has no such keeper: the screen works while there is a network.
        }
      }
      await look();
    };
    addEventListener("online", look);
    addEventListener("offline", look);
    void look().then(begin);
  };

  return { start };
})();
