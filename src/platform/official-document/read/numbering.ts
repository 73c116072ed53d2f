import { formatNumber } from "./number-format.ts";

export interface NumberingLevel {
  start: number;
  format: string;
  /** "%1.%2." as in w:lvlText. */
  text: string;
  /** Level (from 1) whose use restarts this one; 0 for never; null for every outer level. */
  restart: number | null;
  /** Print all counters as digits. */
  legal: boolean;
  /** The paragraph style that stands for this level. */
  style: string | null;
}

export interface AbstractNumbering {
  levels: Map<number, NumberingLevel>;
  /** Name of the numbering style where the levels really are. */
  link: string | null;
  /** Name of the numbering style that this definition is. */
  linked: string | null;
}

export interface NumberingInstance {
  abstractId: string;
  starts: Map<number, number>;
  levels: Map<number, NumberingLevel>;
}

/** Definitions of word/numbering.xml. */
export interface NumberingDefinitions {
  abstracts: Map<string, AbstractNumbering>;
  instances: Map<string, NumberingInstance>;
}

const deepest = 8;

/** Counts through a document in reading order and prints each automatic label as Word would. */
export class NumberingCounter {
  #definitions: NumberingDefinitions;
  #counts = new Map<string, (number | undefined)[]>();
  #restarted = new Set<string>();

  constructor(definitions: NumberingDefinitions) {
    this.#definitions = definitions;
  }

  /** The level that a paragraph style stands for in a numbering; null when it names none. */
  levelOfStyle(numId: string, styleId: string): number | null {
    const abstract = this.#abstract(numId);
    for (const [level, definition] of abstract?.definition.levels ?? [])
      if (definition.style === styleId) return level;
    return null;
  }

  /** The label of the next paragraph numbered `numId` at `level` (0–8); null when the numbering is unknown. */
  next(numId: string, level: number): string | null {
    const instance = this.#definitions.instances.get(numId);
    const abstract = this.#abstract(numId);
    if (!instance || !abstract || level < 0 || level > deepest) return null;
    const definitionOf = (at: number) => instance.levels.get(at) ?? abstract.definition.levels.get(at);
    const definition = definitionOf(level);
    if (!definition) return null;
    const counts = this.#counts.get(abstract.id) ?? [];
    this.#counts.set(abstract.id, counts);

    const startOf = (at: number) => instance.starts.get(at) ?? definitionOf(at)?.start ?? 1;
    if (!this.#restarted.has(numId)) {
      this.#restarted.add(numId);
      for (const at of instance.starts.keys()) counts[at] = undefined;
    }
    const last = counts[level];
    counts[level] = last === undefined ? startOf(level) : last + 1;
    for (let deeper = level + 1; deeper <= deepest; deeper += 1) {
      const restart = definitionOf(deeper)?.restart ?? null;
      if (restart === null || (restart > 0 && level < restart)) counts[deeper] = undefined;
    }
    if (definition.format === "bullet") return bulletOf(definition.text);
    return definition.text
      .replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = definitionOf(at)?.format ?? "decimal";
        return formatNumber(counts[at] ?? startOf(at), definition.legal ? "decimal" : format);
      })
      .trim();
  }

  #abstract(numId: string): { id: string; definition: AbstractNumbering } | null {
    const { abstracts, instances } = this.#definitions;
    const id = instances.get(numId)?.abstractId;
    const definition = id === undefined ? undefined : abstracts.get(id);
    if (id === undefined || !definition) return null;
    if (definition.levels.size > 0 || definition.link === null) return { id, definition };
    for (const [otherId, other] of abstracts)
      if (other.linked === definition.link && other.levels.size > 0)
        return { id: otherId, definition: other };
    return { id, definition };
  }
}

/** Bullets are drawn in symbol fonts; what matters is whether the author meant "-" , "+" or another mark. */
export function bulletOf(text: string): string {
  const mark = text.trim();
  if (mark === "+" || mark === "*") return mark;
  return mark === "" || mark === "-" || mark === "–" || mark === "—" ? "-" : "•";
}
