import { unaccent } from "#platform/text/unaccent.ts";

const plain = (name: string) =>
  unaccent(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** The agency's unit that a printed name means, by its full or short name; null when it cannot be told. */
export function unitNamed<Unit extends { name: string; shortName: string }>(
  units: Unit[],
  name: string,
): Unit | null {
  const wanted = plain(name.replace(/\([^)]*\)/gu, ""));
  return units.find((unit) => plain(unit.name) === wanted || plain(unit.shortName) === wanted) ?? null;
}

/** "Các phòng, đơn vị thuộc Sở" and the like: everybody by function. */
export const meansEveryUnit = (name: string): boolean =>
  /^(cac|tat ca|toan the)\b.*\b(phong|don vi)\b/.test(plain(name));
