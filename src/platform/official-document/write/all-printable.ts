/** Every text of what is printed, through what the font can print; a picture in SVG stays what it is. */
export function allPrintable<Value>(value: Value, printable: (text: string) => string): Value {
  if (typeof value === "string") return (value.startsWith("<svg") ? value : printable(value)) as Value;
  if (Array.isArray(value)) return value.map((item) => allPrintable(item, printable)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, allPrintable(item, printable)]),
  ) as Value;
}
