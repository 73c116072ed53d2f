/** The beginning of a text, cut between words: at most `longest` characters, and "…" where something is left out. */
export function beginning(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const at = text.lastIndexOf(" ", longest - 1);
  return `${text.slice(0, at > 0 ? at : longest - 1)}…`;
}
