import type { Network } from "./network.ts";

export type Choices = Record<string, string>;

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
