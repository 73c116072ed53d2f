/** Keys and addresses that are remembered at most. */
const MOST_REMEMBERED = 10_000;

/** So many calls of one key or address within a minute; gives the seconds that one over it waits, else 0. */
export function callsAMinute(most: number): (whose: string, now?: number) => number {
  let minute = 0;
  let counts = new Map<string, number>();
  return (whose, now = Date.now()) => {
    const current = Math.floor(now / 60_000);
    if (current !== minute || counts.size > MOST_REMEMBERED) {
      minute = current;
      counts = new Map();
    }
    const count = (counts.get(whose) ?? 0) + 1;
    counts.set(whose, count);
    return count <= most ? 0 : 60 - (Math.floor(now / 1000) % 60);
  };
}
