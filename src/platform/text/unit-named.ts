import { unaccent } from "./unaccent.ts";

/** A name by its letters and digits alone: without accents, capitals and marks. */
export const plain = (name: string): string =>
  unaccent(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const withoutBrackets = (name: string): string => name.replace(/\([^)]*\)/gu, "");

/** The agency's unit that a printed name means, by its full or short name; null when it cannot be told. */
export function unitNamed<Unit extends { name: string; shortName: string }>(
  units: Unit[],
  name: string,
): Unit | null {
  const called = (wanted: string) =>
    units.find((unit) => plain(unit.name) === wanted || plain(unit.shortName) === wanted);
  // Brackets may be part of the name, or a remark behind it.
  return called(plain(name)) ?? called(plain(withoutBrackets(name))) ?? null;
}

/** The same, and "Phòng A" also means "Phòng A (văn hóa)" where no other unit begins so. */
export function unitMeant<Unit extends { name: string; shortName: string }>(
  units: Unit[],
  name: string,
): Unit | null {
  const bare = units.filter((unit) => plain(withoutBrackets(unit.name)) === plain(name));
  return unitNamed(units, name) ?? (bare.length === 1 ? bare[0]! : null);
}

/** "Các phòng, đơn vị thuộc Sở" and the like: everybody by function. */
export const meansEveryUnit = (name: string): boolean =>
  /^(cac|tat ca|toan the)\b.*\b(phong|don vi)\b/.test(plain(name));

/** Pairs of neighbouring letters, each as often as it stands there. */
function pairsOf(text: string): string[] {
  const letters = plain(text).replaceAll(" ", "");
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2));
}

/** How much two names share of their pairs of letters (Dice), 0 to 1. */
function resemblance(one: string, other: string): number {
  const pairs = pairsOf(one);
  const left = pairsOf(other);
  const size = pairs.length + left.length;
  let shared = 0;
  for (const pair of pairs) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return size === 0 ? 0 : (2 * shared) / size;
}

/** Of several names the one most like what was written; null when none is like it at all. */
export function nearestName<Named>(
  rows: Named[],
  namesOf: (row: Named) => string[],
  written: string,
): Named | null {
  const wanted = written.slice(0, 200);
  let best: { row: Named; likeness: number } | null = null;
  for (const row of rows) {
    const likeness = Math.max(0, ...namesOf(row).map((name) => resemblance(name, wanted)));
    if (likeness >= 0.5 && (best === null || likeness > best.likeness)) best = { row, likeness };
  }
  return best?.row ?? null;
}
