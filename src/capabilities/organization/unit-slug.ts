/** The address of a new unit: the one that is wanted, with a number where that is taken ("vp", "vp-2"). */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  let free = wanted;
  for (let number = 2; taken.has(free); number += 1) free = `${wanted}-${number}`;
  return free;
}
