import type { Found } from "./remark.ts";

/** A document that holds no more, as the register of the agency says. */
export interface Ended {
  /** Whole number, "61/2018/NĐ-CP". */
  number: string;
  /** "Nghị định"; "" where the register does not say. */
  type: string;
  /** Number of what took its place; null: nothing is known of. */
  successor: string | null;
  /** Nobody has compared the entry with the official text yet. */
  toConfirm: boolean;
}

const WHOLE = /(?<![\d/\p{L}])\d{1,4}\/(?:\d{4}\/)?[A-ZĐ][A-ZĐa-z0-9]{0,12}(?:-[A-ZĐ][A-ZĐa-z]{0,12}){0,4}/gu;
/** "Nghị định 61/2018", "Nghị định số 61/2018": without its symbol. */
const SHORT =
  /(?<![\p{L}\p{M}])(Luật|Nghị định|Thông tư|Quyết định|Nghị quyết) (?:số )?(\d{1,4}\/\d{4})(?![\d/])/giu;

/** Cited documents that are replaced or ended, unless the text names the successor beside them. */
export function endedCitations(ended: readonly Ended[]) {
  const byNumber = new Map(ended.map((one) => [one.number.toLowerCase(), one]));
  const short = new Map(
    ended.flatMap((one) => {
      const [, year] = /^(\d{1,4}\/\d{4})\//u.exec(one.number) ?? [];
      return year ? [[`${one.type.toLowerCase()} ${year}`, one]] : [];
    }),
  );
  const said = (one: Ended, from: number, to: number, text: string, whole = false): Found[] => {
    const near = text.slice(Math.max(0, from - 400), to + 400).toLowerCase();
    if (one.successor && near.includes(one.successor.toLowerCase())) return [];
    const doubt = one.toConfirm ? " Mục này trong sổ chưa được đối chiếu với bản gốc." : "";
    return [
      {
        from,
        to,
        about: one.successor ?? "",
        ...(whole && one.successor && { instead: one.successor }),
        why: one.successor
          ? `Sổ văn bản ghi văn bản này đã được thay bằng ${one.successor}.${doubt}`
          : `Sổ văn bản ghi văn bản này đã hết hiệu lực.${doubt}`,
      },
    ];
  };
  return (text: string): Found[] => {
    if (byNumber.size === 0) return [];
    const found: Found[] = [];
    for (const { 0: number, index } of text.matchAll(WHOLE)) {
      const one = byNumber.get(number.toLowerCase());
      if (one) found.push(...said(one, index, index + number.length, text, true));
    }
    for (const { 0: words, 1: type, 2: number, index } of text.matchAll(SHORT)) {
      const one = short.get(`${type!.toLowerCase()} ${number}`);
      if (one) found.push(...said(one, index, index + words.length, text));
    }
    return found;
  };
}
