const combiningMarks = /[\u0300-\u036f]/g;

/** The text without Vietnamese diacritics, case kept: "Đường Bắc Ninh" → "Duong Bac Ninh". */
export function unaccent(text: string): string {
  return text
    .normalize("NFD")
    .replace(combiningMarks, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .normalize("NFC");
}
