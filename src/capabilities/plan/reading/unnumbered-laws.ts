import type { ReadingWarning } from "./plan-reading.ts";

/** A law by its name, with the year or day behind it. */
const law = /(?<!\p{L})(Bộ luật|Luật|Pháp lệnh)\s(\p{Lu}[^;:.()“”"\n]{1,160})/gu;
const end =
  /\s(?:số\s|được|đã|có hiệu lực|quy định|sửa đổi|và các|và (?=Bộ luật|Luật|Nghị|Pháp lệnh|Quyết định|Kế hoạch|Thông tư|Chỉ thị)|trên|tại|theo|đến|cho|trong|vào)|,\s(?=\p{Lu})|\sngày\s\d|\s(?:năm\s)?\d{4}/u;
const when =
  /^\s(?:năm\s)?(\d{4})|^\sngày\s(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4})/u;

/**
 * Laws that are named without a number: a citation is known by its whole number, so they are told in a warning
 * instead. In running text only those count that are cited with their year or day.
 */
export class UnnumberedLaws {
  #seen = new Set<string>();
  #numbered = new Set<string>();
  readonly warnings: ReadingWarning[] = [];

  add(text: string, where: string, basis: boolean): void {
    if (!/luật|pháp lệnh/i.test(text)) return;
    for (const match of text.slice(0, 100_000).matchAll(law)) {
      const rest = ` ${match[2]!}`;
      const stop = end.exec(rest);
      const name = `${match[1]}${rest.slice(0, stop ? stop.index : rest.length)}`.replace(/[\s,]+$/, "");
      const behind = stop ? rest.slice(stop.index) : "";
      const key = name.toLowerCase();
      if (/^\s(?:năm\s\d{4}\s)?số\s/.test(behind) || /^[^;]{0,60}\d\/\d{4}\/QH\d/.test(behind)) {
        this.#numbered.add(key);
        continue;
      }
      const dated = when.exec(behind)?.[0] ?? "";
      if ((dated === "" && !basis) || this.#seen.has(key) || this.#numbered.has(key)) continue;
      this.#seen.add(key);
      this.warnings.push({
        code: "citation-without-number",
        message: `“${name}${dated}” được dẫn mà không ghi số nên không có trong danh sách văn bản; cần tra số nếu muốn theo dõi.`,
        where,
      });
    }
  }
}
