import { formatNumber } from "./number-format.ts";
import { bulletOf } from "./numbering.ts";
import type { OdtListLevel } from "./odt-styles.ts";

const deepest = 10;
const formats: Record<string, string> = {
  I: "upperRoman",
  i: "lowerRoman",
  A: "upperLetter",
  a: "lowerLetter",
};

/** The counters of one list, or of the headings. */
export class OdtCounter {
  #counts: (number | undefined)[] = [];

  /** The label of the next item at `level` (from 1); null when the level prints none. */
  next(
    levels: Map<number, OdtListLevel> | undefined,
    level: number,
    startValue: number | null,
  ): string | null {
    if (level < 1 || level > deepest) return null;
    const definition = levels?.get(level);
    const last = this.#counts[level];
    this.#counts[level] = startValue ?? (last === undefined ? (definition?.start ?? 1) : last + 1);
    this.#counts.length = level + 1;
    if (!definition) return null;
    if (definition.format === null) return bulletOf(definition.bullet);
    if (definition.format === "" && definition.pattern === null) return null;
    const number = (at: number): string => {
      const { format = "1", start = 1 } = levels?.get(at) ?? {};
      const value = this.#counts[at] ?? start;
      return format === "" || format === null ? "" : formatNumber(value, formats[format] ?? "decimal");
    };
    if (definition.pattern !== null)
      return definition.pattern.replace(/%(\d{1,2})%/g, (_, at: string) => number(Number(at))).trim() || null;
    const first = Math.max(1, level - definition.shown + 1);
    const numbers = Array.from({ length: level - first + 1 }, (_, at) => number(first + at)).filter(Boolean);
    return `${definition.prefix}${numbers.join(".")}${definition.suffix}`.trim() || null;
  }
}
