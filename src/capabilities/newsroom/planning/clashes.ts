/** Texts on one channel that come out within so many minutes take each other's readers. */
export const CLASH_MINUTES = 30;

export interface Timed {
  id: string;
  channel: string;
  at: Date;
  title: string;
}

/** The nearest other publication on the channel. */
export interface Clash {
  title: string;
  minutes: number;
}

/** Of each publication that has another near it on its channel: which one, and how near. */
export function clashesOf(rows: Timed[]): Map<string, Clash> {
  const found = new Map<string, Clash>();
  for (const [, its] of Map.groupBy(rows, ({ channel }) => channel)) {
    const sorted = its.toSorted((one, other) => one.at.getTime() - other.at.getTime());
    for (const [at, row] of sorted.entries()) {
      const near = [sorted[at - 1], sorted[at + 1]]
        .flatMap((other) =>
          other
            ? [{ title: other.title, minutes: Math.abs(other.at.getTime() - row.at.getTime()) / 60_000 }]
            : [],
        )
        .toSorted((one, other) => one.minutes - other.minutes)[0];
      if (near && near.minutes < CLASH_MINUTES)
        found.set(row.id, { ...near, minutes: Math.floor(near.minutes) });
    }
  }
  return found;
}
