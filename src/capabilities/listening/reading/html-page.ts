import { absoluteAddress, plainText } from "./clean-html.ts";
import { htmlTokens } from "./html-tokens.ts";
import { limits } from "./limits.ts";

const FEED_TYPE = /^(?:application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)|text\/xml)\b/i;
const MOST = 5;

/** Whether a text is a page for people: it begins as one, and no feed begins anywhere near. */
export const isHtmlPage = (text: string): boolean => {
  const head = text.slice(0, 4_000).trimStart();
  return (
    /^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<(?:html|head|body|meta)\b)/i.test(head) &&
    !/<(?:rss|feed|rdf:rdf|urlset|sitemapindex)[\s>]/i.test(head.replace(/<!--[\s\S]*?-->/g, ""))
  );
};

/** Feeds that a page names in its head. */
export function feedsOfPage(page: string, address: string | null): string[] {
  // The head is read with its elements, which a text from elsewhere loses.
  const head = page.slice(0, 500_000).replace(/<\/?(?:head|title)\b[^>]*>/gi, " ");
  const base = { at: address };
  const found = new Set<string>();
  for (const token of htmlTokens(head)) {
    if (token.kind !== "open") continue;
    const { name, attributes } = token;
    if (name === "base") base.at = absoluteAddress(attributes.get("href"), address) ?? base.at;
    if (name !== "link" || !/\balternate\b/i.test(attributes.get("rel") ?? "")) continue;
    if (!FEED_TYPE.test(attributes.get("type")?.trim() ?? "")) continue;
    const href =
      absoluteAddress(attributes.get("href"), base.at) ??
      plainText(attributes.get("href") ?? "", limits.line);
    if (href && found.size < MOST && !/^(?!https?:)[a-z]+:/i.test(href)) found.add(href);
  }
  return [...found];
}
