const name = (key: string) => `gandan.writing.${key}`;

/**
 * Says to the other tabs of this browser that an open screen looks after what is kept of a text; several may. Gives
 * what ends it. Only pages over HTTPS can say so: on others nothing is sent by itself.
 */
export function lookAfter(key: string): () => void {
  const given = new AbortController();
  let letGo = () => given.abort();
  if ("locks" in navigator)
    void navigator.locks
      .request(name(key), { mode: "shared", signal: given.signal }, async () => {
        await new Promise<void>((resolve) => {
          letGo = resolve;
        });
      })
      .catch(() => undefined);
  return () => letGo();
}

/** Does something with what is kept of a text that no screen looks after; null: one does, or it cannot be known. */
export async function whenLeftAlone<Result>(key: string, act: () => Promise<Result>): Promise<Result | null> {
  if (!("locks" in navigator)) return null;
  return navigator.locks.request(name(key), { ifAvailable: true }, async (free) => (free ? act() : null));
}
