const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text without the characters that XML 1.0 forbids, in NFC; not yet escaped. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFC")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

const escapeXml = (text: string): string =>
  xmlText(text).replace(/[&<>"']/g, (character) => entities[character]!);

/** An element with text inside; nothing when the text is null or empty. */
export const xmlElement = (
  name: string,
  text: string | null | undefined,
  attributes: Record<string, string> = {},
): string => (text ? `${xmlTag(name, attributes).slice(0, -2)}>${escapeXml(text)}</${name}>` : "");

/** An empty element with attributes. */
export const xmlTag = (name: string, attributes: Record<string, string>): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join("")}/>`;
