/** Single spaces, trimmed. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** True for words with letters, none of them small. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** The words without surrounding spaces and closing punctuation. */
export function trimValue(text: string): string {
  let value = text
    .trim()
    .replace(/(\.\/\.|[.;,:])$/, "")
    .trim();
  if (value.endsWith(")") && !value.includes("(")) value = value.slice(0, -1).trim();
  return value.replace(/[.;,:]$/, "").trim();
}
