import { decodeHTML } from "entities";

export interface FoundLink {
  /** A path of this installation, or a whole address elsewhere; without the part of a page that it points at. */
  address: string;
  words: string;
}

const LONGEST_ADDRESS = 2000;
const LONGEST_WORDS = 300;

const plain = (html: string) =>
  decodeHTML(html.replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();

/** The pictures' own words where a link holds nothing else. */
const wordsOf = (html: string) =>
  (plain(html) || [...html.matchAll(/ alt="([^"]*)"/g)].map(([, alt]) => decodeHTML(alt!)).join(" ")).slice(
    0,
    LONGEST_WORDS,
  );

/** What a search answers cannot break, and is counted as asked. */
const isSearch = (path: string) => /^(\/co-quan\/[^/]+)?\/tim-kiem(\/|\?|$)/.test(path);

/**
 * Where a link leads from a page at `path`; null: to no page (mail, telephone, a place of the same page). `hosts` are
 * our own. What cannot be read as an address is given as it stands.
 */
export function addressOf(href: string, path: string, hosts: readonly string[]): string | null {
  const written = href.trim();
  if (written === "" || written.startsWith("#")) return null;
  const OWN = "http://own.invalid";
  const url = URL.parse(written, OWN + path);
  if (url === null) return written.slice(0, LONGEST_ADDRESS);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  url.hash = "";
  const own = url.origin === OWN || hosts.includes(url.host);
  const address = own ? url.pathname + url.search : url.href;
  if (own && isSearch(address)) return null;
  return address.length > LONGEST_ADDRESS ? null : address;
}

/** The title of a public page and the links in what it says, each address once; the frame around it is not read. */
export function readLinks(
  html: string,
  path: string,
  hosts: readonly string[],
): { title: string; links: FoundLink[] } {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
  const title = plain(/<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? "").slice(0, 500);
  const links = new Map<string, FoundLink>();
  for (const [, attributes, inner] of main.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g)) {
    const href = / href="([^"]*)"/.exec(attributes!)?.[1];
    const address = href === undefined ? null : addressOf(decodeHTML(href), path, hosts);
    if (address === null) continue;
    const words = wordsOf(inner!);
    const known = links.get(address);
    if (!known || known.words === "") links.set(address, { address, words });
  }
  return { title, links: [...links.values()] };
}
