/** Parts of a page that nobody reads. */
const UNREAD = /<(script|style|noscript|template|svg|iframe|object|title)\b[^>]*>[\s\S]*?<\/\1\s*>/giu;
const BLOCK =
  /<\/?(?:p|div|h[1-6]|li|ul|ol|tr|table|section|article|header|footer|main|nav|aside|figure|figcaption|blockquote|dl|dt|dd|br|hr)\b[^>]*>/giu;
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

const character = (code: number): string =>
  Number.isInteger(code) && code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : "";

const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/giu, (whole, hex, decimal, name) => {
    if (hex) return character(Number.parseInt(hex, 16));
    if (decimal) return character(Number(decimal));
    return NAMED[String(name).toLowerCase()] ?? whole;
  });

const plain = (html: string): string => decoded(html.replace(/<[^>]*>/gu, ""));

const LONGEST = 100_000;

/** What a page says, as plain lines: its title first. Never shown as anything but text. */
export function pageText(html: string): string {
  const title = /<title\b[^>]*>([\s\S]*?)<\/title\s*>/iu.exec(html)?.[1] ?? "";
  const body = html
    .replace(/<!--[\s\S]*?-->/gu, "")
    .replace(UNREAD, "")
    .replace(BLOCK, "\n");
  return [title, ...body.split("\n")]
    .map((line) => plain(line).replace(/\s+/gu, " ").trim())
    .filter(Boolean)
    .join("\n")
    .normalize("NFC")
    .replace(/\p{Cc}/gu, (letter) => (letter === "\n" ? letter : ""))
    .slice(0, LONGEST)
    .toWellFormed();
}

/** The bytes of a page as text, in the letters that it names. */
export function pageLetters(bytes: Uint8Array, contentType: string): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const named =
    /charset\s*=\s*["']?([\w-]+)/iu.exec(contentType)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(start)?.[1] ??
    "utf-8";
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

const bare = (text: string) => text.normalize("NFC").toLocaleLowerCase("vi").replace(/\s+/gu, " ").trim();

/** Whether the page shows the text: by its title, the first words it went out with, or the marker in its link. */
export const shows = (page: string, words: string, signs: (string | null)[]): boolean => {
  const said = bare(words);
  return signs.some((sign) => {
    const wanted = bare(sign ?? "");
    return (
      wanted.length >= 8 &&
      (said.includes(wanted) || (/^[\da-f]{16}$/u.test(wanted) && page.includes(wanted)))
    );
  });
};
