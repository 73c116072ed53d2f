/**
 * JSON with one form only: keys in code-point order, no spaces, undefined left out. The same value always gives the
 * same bytes, whatever the order in which it was built. Throws TypeError for what JSON cannot hold (NaN, functions).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("Số vô hạn hoặc NaN không ghi được vào JSON.");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(",")}}`;
  }
  throw new TypeError(`Giá trị kiểu ${typeof value} không ghi được vào JSON.`);
}
