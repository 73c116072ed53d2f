const KEY = "gandan.last-active";
const WRITE_EVERY = 10_000;

let written = 0;
let here = Date.now();

const stored = (): number => {
  try {
    return Number(localStorage.getItem(KEY)) || 0;
  } catch {
    return 0;
  }
};

/** Notes that the person is there; the other tabs see it too. */
export function noteActive(now = Date.now()): void {
  here = now;
  if (now - written < WRITE_EVERY) return;
  written = now;
  try {
    localStorage.setItem(KEY, String(now));
  } catch {
    // Without storage each tab counts for itself.
  }
}

/** When the person was last there, in any tab; milliseconds since 1970. */
export const lastActive = (): number => Math.max(here, stored());

export type IdleState = { phase: "active" } | { phase: "warned"; secondsLeft: number } | { phase: "over" };

/** How idle counts: a warning in the last two minutes, then over. `minutes` is the server's limit. */
export function idleState(last: number, now: number, minutes: number): IdleState {
  const left = last + minutes * 60_000 - now;
  if (left <= 0) return { phase: "over" };
  return left <= 120_000 ? { phase: "warned", secondsLeft: Math.ceil(left / 1000) } : { phase: "active" };
}
