import { createHash } from "node:crypto";
import { absoluteAddress, cleanHtml, escapeHtml, plainText } from "./clean-html.ts";
import { decodeFeed } from "./decode-feed.ts";
import { readFeedDate } from "./feed-date.ts";
import { feedsOfPage, isHtmlPage } from "./html-page.ts";
import { readJsonFeed } from "./json-feed.ts";
import { limits } from "./limits.ts";
import type { XmlFault } from "./loose-xml.ts";
import { mendXml } from "./mend-xml.ts";
import type { RawFeed, RawItem, RawText } from "./raw-feed.ts";
import { readSitemap } from "./sitemap.ts";
import { UnreadableFeed } from "./unreadable-feed.ts";
import { type FeedWarning, Warnings } from "./warnings.ts";
import { readXmlFeed } from "./xml-feed.ts";

export interface ReadItem {
  id: string;
  url: string | null;
  title: string | null;
  /** ISO 8601 in Việt Nam's time; null: the feed says none that can be read for sure. */
  publishedAt: string | null;
  /** Words alone. */
  summary: string | null;
  /** Made safe, with whole addresses. */
  html: string | null;
}

export interface ReadFeed {
  title: string | null;
  items: ReadItem[];
  itemsInFile: number;
  warnings: FeedWarning[];
}

interface Source {
  bytes: Uint8Array;
  /** Where it was read; null: in a file. */
  address: string | null;
  contentType: string | null;
}

const faultWords: Record<XmlFault, string> = {
  entities: "Khai báo thực thể (DOCTYPE, ENTITY) trong nguồn tin đã bị bỏ qua, không mở rộng.",
  ampersand: "Có dấu “&” chưa viết đúng cách của XML; đã đọc như chữ thường.",
  control: "Có ký tự điều khiển mà XML không cho phép; đã bỏ.",
  tags: "Có thẻ XML thiếu thẻ đóng hoặc lồng sai; đã sửa khi đọc.",
  cdata: "Có khối CDATA không đóng; đã kết thúc ở thẻ đóng gần nhất.",
  deep: `Có thẻ lồng sâu quá ${limits.depth} tầng; chỉ giữ phần chữ.`,
  roots: "Nguồn tin có nhiều phần tử gốc; đã gộp các mục.",
};

/** Where XML begins: before it stand spaces, or what a broken program printed. */
function fromFirstTag(text: string): string {
  const root = /<(?:[\w-]+:)?(?:rss|feed|rdf|urlset|sitemapindex|channel)(?=[\s>/])/i.exec(text);
  return root ? text.slice(root.index) : text;
}

function parsed(text: string, address: string | null, warnings: Warnings): RawFeed {
  const begin = text.replace(/^\ufeff/, "").trimStart();
  if (begin === "") throw new UnreadableFeed("empty", "Nguồn tin trống, không có nội dung nào để đọc.");
  if (/^[{[]/.test(begin)) {
    let feed: RawFeed | null;
    try {
      feed = readJsonFeed(begin);
    } catch {
      throw new UnreadableFeed(
        "damaged",
        "Nguồn tin là JSON bị hỏng nên không đọc được; hãy báo nơi phát hành.",
      );
    }
    if (feed) return feed;
    throw new UnreadableFeed(
      "unknown-type",
      "Tệp JSON này không phải JSON Feed; hãy kiểm tra lại địa chỉ nguồn tin.",
    );
  }
  if (isHtmlPage(begin)) {
    const named = feedsOfPage(begin, address);
    throw new UnreadableFeed(
      "html",
      named.length > 0
        ? `Đây là trang web (HTML), không phải nguồn tin. Trang giới thiệu các nguồn tin: ${named.join(" , ")}`
        : "Đây là trang web (HTML), không phải nguồn tin, và trang không giới thiệu nguồn tin nào; hãy tìm mục RSS trên trang.",
    );
  }
  const declared = begin.slice(0, begin.indexOf("<rss") + 1 || 4_000);
  const xml = fromFirstTag(begin);
  if (/<!ENTITY/i.test(declared)) warnings.add("entities", () => faultWords.entities);
  if (/^<(?:\w+:)?(?:urlset|sitemapindex)/i.test(xml)) {
    const { isIndex, faults, ...sitemap } = readSitemap(xml);
    for (const fault of faults) warnings.add(fault, () => faultWords[fault]);
    if (isIndex)
      warnings.add(
        "sitemap-index",
        () =>
          "Đây là mục lục các sơ đồ trang; mỗi mục là địa chỉ một sơ đồ trang, hãy đọc tiếp từng địa chỉ.",
      );
    return sitemap;
  }
  const mended = mendXml(/^<channel/i.test(xml) ? `<rss version="2.0">${xml}` : xml, address);
  for (const fault of mended.faults) warnings.add(fault, () => faultWords[fault]);
  const feed = readXmlFeed(mended);
  if (feed) return feed;
  throw new UnreadableFeed(
    "unknown-type",
    "Không nhận ra nguồn tin: chỉ đọc được RSS, Atom, JSON Feed và sơ đồ trang (sitemap).",
  );
}

const words = (part: RawText | null, most: number): string | null => {
  if (!part) return null;
  // The words of a plain text are its own, but for tags that somebody wrote into it.
  const html = part.kind === "html" ? part.value : part.value.replace(/&/g, "&amp;");
  return plainText(html, most) || null;
};

const asHtml = (part: RawText | null, base: string | null): string | null => {
  if (!part) return null;
  if (part.kind === "html") return cleanHtml(part.value, part.base ?? base) || null;
  const paragraphs = part.value.split(/\n\s*\n/).map((one) => escapeHtml(one.trim()));
  return cleanHtml(
    paragraphs
      .filter((one) => one !== "")
      .map((one) => `<p>${one.replace(/\n/g, "<br>")}</p>`)
      .join(""),
    null,
  );
};

const MARKUP = /<[a-z!/]|&(?:#\d+|#x[\da-f]+|[a-z]+);/i;

function finished(raw: RawItem, feedBase: string | null, warnings: Warnings): ReadItem {
  const base = raw.base ?? feedBase;
  const url = absoluteAddress(raw.link, base);
  const title = words(raw.title, limits.line);
  const summary = words(raw.summary, limits.summary);
  const printed = raw.dates.find((date) => date?.trim()) ?? null;
  const publishedAt = raw.dates.map(readFeedDate).find((date) => date !== null) ?? null;
  const content = raw.content ?? (raw.summary && MARKUP.test(raw.summary.value) ? raw.summary : null);
  const own = raw.id?.normalize("NFC").replace(/\s+/gu, " ").trim();
  const id =
    (own && own.length <= limits.line ? own : null) ??
    url ??
    `sha256:${createHash("sha256")
      .update(JSON.stringify([own, title, printed, summary ?? raw.content?.value.slice(0, 10_000)]))
      .digest("hex")}`;
  if (raw.link?.trim() && url === null)
    warnings.add("link", (count) => `${count} mục có đường dẫn không dùng được nên đã bỏ đường dẫn.`, id);
  if (printed !== null && publishedAt === null)
    warnings.add(
      "date",
      (count) => `${count} mục có thời điểm đăng không đọc được chắc chắn nên để trống.`,
      id,
    );
  return {
    id,
    url,
    title,
    publishedAt,
    summary,
    html: asHtml(content ?? raw.summary, url && !raw.base ? url : base),
  };
}

/** One item an id: of those with the same the last changed stands, at the place of the first. */
function joined(items: RawItem[], base: string | null, warnings: Warnings): ReadItem[] {
  const kept = new Map<string, { item: ReadItem; changed: string }>();
  for (const raw of items) {
    const item = finished(raw, base, warnings);
    const changed = readFeedDate(raw.changed) ?? item.publishedAt ?? "";
    const before = kept.get(item.id);
    if (before) {
      warnings.add(
        "duplicate",
        (count) => `${count} mục trùng định danh với mục khác; mỗi định danh giữ một mục.`,
        item.id,
      );
      if (changed > before.changed) kept.set(item.id, { item, changed });
    } else if (kept.size < limits.items) kept.set(item.id, { item, changed });
    else warnings.add("too-many", (count) => `Nguồn tin có quá nhiều mục; ${count} mục cuối không được đọc.`);
  }
  return [...kept.values()].map(({ item }) => item);
}

/**
 * Reads a feed of any kind and makes it safe: RSS 0.9x, 1.0, 2.0, Atom, JSON Feed, sitemaps; however broken, in
 * whatever encoding. @throws UnreadableFeed
 */
export function readFeed({ bytes, address, contentType }: Source): ReadFeed {
  if (bytes.length > limits.bytes)
    throw new UnreadableFeed("too-large", "Nguồn tin lớn hơn 50 MB nên không được đọc.");
  const warnings = new Warnings();
  const raw = parsed(decodeFeed(bytes, contentType, warnings), address, warnings);
  const base =
    [address, ...raw.addresses].map((one) => absoluteAddress(one, address)).find((one) => one !== null) ??
    null;
  const items = joined(raw.items, base, warnings);
  const empty = raw.itemsInFile - raw.items.length;
  if (empty > 0) warnings.add("empty", () => `${empty} mục không có nội dung nào nên không kể.`);
  return {
    title: words(raw.title, limits.line),
    items,
    itemsInFile: raw.itemsInFile,
    warnings: warnings.list(),
  };
}
