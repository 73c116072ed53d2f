import { portalBase } from "#organization";
import { readConfig } from "#platform/config/config.ts";
import type { Queryable } from "#platform/database/database.ts";
import { OutgoingRefused, outgoingFetch } from "#platform/http/outgoing.ts";
import type { RichText } from "#platform/rich-text/rich-text.ts";
import { publishedBySlug } from "../published.ts";
import { blocksOf } from "./blocks-of.ts";

/** Links of one text that are looked at, and those outside that are asked at once. */
const MOST_LINKS = 100;
const MOST_ASKED = 20;

/** The addresses of a text's links, each once. */
const linksIn = (body: RichText): string[] => [
  ...new Set(
    blocksOf({ title: "", summary: "", body }).blocks.flatMap(({ links }) => links.map(({ href }) => href)),
  ),
];

/** The path of an address on this installation; null: it leads elsewhere. */
function pathHere(href: string): string | null {
  if (/^\/(?!\/)/u.test(href)) return href.split(/[?#]/u)[0]!;
  const { baseUrl } = readConfig(process.env);
  if (!baseUrl || !URL.canParse(href)) return null;
  const { origin, pathname } = new URL(href);
  return origin === new URL(baseUrl).origin ? pathname : null;
}

async function whyDead(q: Queryable, agencyId: string, base: string, path: string): Promise<string | null> {
  if (/^\/workspace(?:\/|$)/u.test(path))
    return "Trang này nằm trong phần làm việc, người đọc không mở được; hãy gắn địa chỉ trên cổng.";
  const [, slug] = path.startsWith(`${base}/tin-tuc/`)
    ? (/^([a-z0-9-]{1,200})\/?$/u.exec(path.slice(`${base}/tin-tuc/`.length)) ?? [])
    : [];
  if (!slug) return null;
  const found = await publishedBySlug(q, agencyId, slug);
  if (found === null) return "Trên cổng không có bài nào ở địa chỉ này, hoặc bài ấy chưa đăng.";
  if (found.state === "removed") return "Bài ở địa chỉ này đã được gỡ bỏ khỏi cổng.";
  return found.state === "withdrawn" ? "Bài ở địa chỉ này đã được thu hồi." : null;
}

/** Links within the installation that lead a reader nowhere, each with why. */
export async function deadLinksIn(
  q: Queryable,
  agencyId: string,
  body: RichText,
): Promise<Map<string, string>> {
  const here = linksIn(body)
    .slice(0, MOST_LINKS)
    .flatMap((href) => {
      const path = pathHere(href);
      return path === null ? [] : [{ href, path }];
    });
  const dead = new Map<string, string>();
  if (here.length === 0) return dead;
  const base = await portalBase(q, agencyId);
  for (const { href, path } of here) {
    const why = await whyDead(q, agencyId, base, path);
    if (why !== null) dead.set(href, why);
  }
  return dead;
}

/** What a place outside answered. */
export interface LinkAnswer {
  href: string;
  fine: boolean;
  words: string;
}

async function answerOf(href: string, ask: ReturnType<typeof outgoingFetch>): Promise<LinkAnswer> {
  try {
    let { status } = await ask(href, { method: "HEAD" });
    // Some servers answer no HEAD.
    if (status === 405 || status === 501) status = (await ask(href, {})).status;
    if (status < 300) return { href, fine: true, words: "Mở được." };
    if (status < 400) return { href, fine: true, words: "Chuyển sang địa chỉ khác; nên mở thử." };
    if (status === 404 || status === 410)
      return { href, fine: false, words: `Trang không còn ở địa chỉ này (mã ${status}).` };
    if (status === 401 || status === 403 || status === 429)
      return { href, fine: true, words: "Máy chủ không cho máy kiểm tra; hãy tự mở thử." };
    return { href, fine: false, words: `Máy chủ báo lỗi (mã ${status}).` };
  } catch (error) {
    return error instanceof OutgoingRefused
      ? { href, fine: true, words: "Không kiểm tra: chỉ kiểm tra địa chỉ https ở ngoài hệ thống." }
      : { href, fine: false, words: "Không kết nối được, hoặc quá lâu không trả lời." };
  }
}

/** Asks the places outside that a text links to, some at a time; only when somebody wants it. */
export async function askLinks(body: RichText, ask = outgoingFetch([])): Promise<LinkAnswer[]> {
  const outside = linksIn(body)
    .filter((href) => /^https?:\/\//iu.test(href) && pathHere(href) === null)
    .slice(0, MOST_ASKED);
  return Promise.all(outside.map((href) => answerOf(href, ask)));
}
