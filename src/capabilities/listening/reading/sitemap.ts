import { readLooseXml, type XmlFault } from "./loose-xml.ts";
import { html, type RawFeed, type RawItem } from "./raw-feed.ts";

const local = (name: string): string => name.replace(/^.*:/, "");

/** What is read of an address in a sitemap. Names of pictures and videos have their own prefixes, and are left. */
const FIELD = /^(?:(?!image:|video:)\w+:)?(?:loc|lastmod|publication_date|title|name)$/;

/** A sitemap, with the news of its addresses where it has them, or an index of sitemaps. feedsmith reads none. */
export function readSitemap(xml: string): RawFeed & { isIndex: boolean; faults: Set<XmlFault> } {
  const faults = new Set<XmlFault>();
  const items: RawItem[] = [];
  let itemsInFile = 0;
  let isIndex = false;
  let publication: string | null = null;
  let fields: Record<string, string> | null = null;
  let field: string | null = null;
  readLooseXml(xml, {
    open: (name) => {
      const plain = local(name);
      if (plain === "sitemapindex") isIndex = true;
      if (plain === "url" || plain === "sitemap") {
        itemsInFile += 1;
        fields = {};
      }
      if (fields) field = FIELD.test(name) ? plain : null;
    },
    close: (name) => {
      field = null;
      if (!fields || !["url", "sitemap"].includes(local(name))) return;
      const { loc, lastmod, publication_date: date, title } = fields;
      publication ??= fields.name?.trim() || null;
      if (loc?.trim())
        items.push({
          id: loc.trim(),
          link: loc.trim(),
          base: null,
          title: html(title?.trim()),
          dates: [date, lastmod],
          changed: lastmod ?? null,
          summary: null,
          content: null,
        });
      fields = null;
    },
    text: (text) => {
      if (fields && field) fields[field] = `${fields[field] ?? ""}${text}`.slice(0, 20_000);
    },
    fault: (fault) => faults.add(fault),
  });
  return { title: html(publication), addresses: [], items, itemsInFile, isIndex, faults };
}
