import type { Network } from "./network.ts";

export type Choices = Record<string, string>;

/** The same, pushed to nobody. */
export const unpushed = (network: Network | undefined, chosen: Choices): Choices => ({
  ...chosen,
  ...Object.fromEntries(
    (network?.choices ?? []).flatMap(({ name, usual, reachesPeople: isPushed }) =>
      isPushed && usual !== null && name in chosen ? [[name, usual]] : [],
    ),
  ),
});

/** Whether a post with these choices is pushed to people, and not as `before`, where somebody decided so already. */
export const reachesPeople = (network: Network | undefined, chosen: Choices, before: Choices = {}): boolean =>
  (network?.choices ?? []).some(
    ({ name, usual, reachesPeople: isPushed }) =>
      isPushed && chosen[name] !== usual && chosen[name] !== before[name],
  );

/** What is chosen for a post on a network, with what is usual where nothing was; `lacks`: why it is not whole. */
export function choose(
  network: Network | undefined,
  given: Choices,
): { choices: Choices; lacks: string | null } {
  const choices: Choices = {};
  for (const { name, label, options, usual } of network?.choices ?? []) {
    const value = given[name] || usual;
    if (value === null) return { choices, lacks: `Hãy chọn “${label}” cho ${network!.label}.` };
    if (!options.some((option) => option.value === value))
      return { choices, lacks: `${network!.label} không có lựa chọn này ở “${label}”.` };
    choices[name] = value;
  }
  return { choices, lacks: null };
}
