/** A whole number as people write it ("1.234", "1 234", "1,234"); null: it is none. */
export function wholeNumber(text: string): number | null {
  const trimmed = text.trim().replaceAll("\u00A0", " ");
  if (/^\d+$/.test(trimmed)) return Number(trimmed);
  return /^\d{1,3}([. ,])\d{3}(\1\d{3})*$/.test(trimmed) ? Number(trimmed.replace(/[. ,]/g, "")) : null;
}
