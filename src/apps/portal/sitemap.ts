import {
  type PortalCall,
  type PortalFile,
  type PortalPages,
  SITEMAP_PART,
  type SitemapEntry,
} from "#platform/http/portal-page.ts";
import { xmlElement } from "#platform/http/xml.ts";

/** Not named in the index: news search engines read it from robots.txt. */
export const NEWS_SITEMAP = "/sitemaps/tin-moi.xml";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

const file = (body: string): PortalFile => ({
  kind: "file",
  contentType: "application/xml",
  body,
  tags: ["content:any", "plan:any"],
  maxAge: 300,
});

const listed = (tag: string, origin: string, { path, lastModified }: SitemapEntry) =>
  `<${tag}>${xmlElement("loc", origin + path)}${xmlElement("lastmod", lastModified?.toISOString())}</${tag}>`;

const newestOf = (entries: SitemapEntry[]): Date | null =>
  entries.reduce<Date | null>(
    (newest, { lastModified }) =>
      lastModified && (!newest || lastModified > newest) ? lastModified : newest,
    null,
  );

/** /sitemap.xml: the index of all parts. */
export async function sitemapIndex(call: PortalCall, capabilities: PortalPages[]): Promise<PortalFile> {
  const parts: SitemapEntry[] = [];
  for (const { name, sitemap } of capabilities) {
    if (!sitemap) continue;
    for (let page = 1; ; page += 1) {
      const entries = await sitemap(call, page);
      if (entries.length > 0) {
        parts.push({ path: `/sitemaps/${name}-${page}.xml`, lastModified: newestOf(entries) });
      }
      if (entries.length < SITEMAP_PART) break;
    }
  }
  const lines = parts.map((part) => listed("sitemap", call.origin, part));
  return file([HEAD, `<sitemapindex ${NAMESPACE}>`, ...lines, "</sitemapindex>", ""].join("\n"));
}

/** /sitemaps/<name>-<page>.xml; null when there is no such part. */
export async function sitemapPart(call: PortalCall, capabilities: PortalPages[]): Promise<PortalFile | null> {
  const [, name, page] = /^([a-z-]+)-([1-9]\d{0,4})\.xml$/.exec(call.params.part ?? "") ?? [];
  const entries = await capabilities.find((one) => one.name === name)?.sitemap?.(call, Number(page));
  if (!entries || entries.length === 0) return null;
  const lines = entries.map((entry) => listed("url", call.origin, entry));
  return file([HEAD, `<urlset ${NAMESPACE}>`, ...lines, "</urlset>", ""].join("\n"));
}

/** /sitemaps/tin-moi.xml: what was published in the last two days, for news search engines; it may be empty. */
export async function newsSitemap(call: PortalCall, capabilities: PortalPages[]): Promise<PortalFile> {
  const publication = `<news:publication>${xmlElement("news:name", call.agency.name)}<news:language>vi</news:language></news:publication>`;
  const entries = (await Promise.all(capabilities.map((one) => one.news?.(call) ?? []))).flat();
  const lines = entries
    .slice(0, 1000)
    .map(({ path, title, publishedAt }) =>
      [
        `<url>${xmlElement("loc", call.origin + path)}<news:news>${publication}`,
        xmlElement("news:publication_date", publishedAt.toISOString()),
        `${xmlElement("news:title", title)}</news:news></url>`,
      ].join(""),
    );
  const namespaces = `${NAMESPACE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"`;
  return file([HEAD, `<urlset ${namespaces}>`, ...lines, "</urlset>", ""].join("\n"));
}

/** /robots.txt of an installation whose agencies' portals stand at these addresses, its own first. */
export const robots = (sites: string[]): string =>
  [
    "User-agent: *",
    "Disallow: /api/",
    "Disallow: /workspace/",
    "Disallow: /tim-kiem?",
    "Disallow: /co-quan/*/tim-kiem?",
    "",
    ...sites.flatMap((origin) => [`Sitemap: ${origin}/sitemap.xml`, `Sitemap: ${origin}${NEWS_SITEMAP}`]),
    "",
  ].join("\n");
