/** The text in Unicode NFC, the only form that is stored and compared. */
export function toNfc(text: string): string {
  return text.normalize("NFC");
}
