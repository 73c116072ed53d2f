import { type JsonFeed, parseJsonFeed } from "feedsmith";
import { html, type RawFeed, text } from "./raw-feed.ts";

/** A feed needs five; a file that only nests takes the memory of the machine before it is refused. */
const MOST_NESTED = 100;

function isNestedTooDeep(printed: string): boolean {
  let depth = 0;
  for (const [sign] of printed.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/gs)) {
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    if (depth > MOST_NESTED) return true;
  }
  return false;
}

/** JSON as programs write it by hand: breaks of lines inside texts, and other control characters. */
function looseJson(printed: string): unknown {
  try {
    return JSON.parse(printed);
  } catch {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them inside texts.
    return JSON.parse(printed.replace(/[\u0000-\u001f]+/g, " ").replace(/,\s*([\]}])/g, "$1"));
  }
}

/** JSON Feed 1 or 1.1, by feedsmith; null: it is JSON of another kind. @throws SyntaxError where it is none */
export function readJsonFeed(printed: string): RawFeed | null {
  if (isNestedTooDeep(printed)) throw new SyntaxError("nested too deep");
  const data = looseJson(printed);
  let feed: JsonFeed.Feed<string>;
  try {
    feed = parseJsonFeed(data);
  } catch {
    return null;
  }
  const listed =
    typeof data === "object" && data !== null && "items" in data && Array.isArray(data.items)
      ? data.items
      : [];
  return {
    title: text(feed.title),
    addresses: [feed.feed_url, feed.home_page_url],
    itemsInFile: listed.length,
    items: (feed.items ?? []).map((item) => ({
      id: item.id ?? null,
      link: item.url ?? item.external_url ?? null,
      base: null,
      title: text(item.title),
      dates: [item.date_published, item.date_modified],
      changed: item.date_modified ?? null,
      summary: text(item.summary),
      content: html(item.content_html) ?? text(item.content_text),
    })),
  };
}
