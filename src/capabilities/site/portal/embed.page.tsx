/** @jsxImportSource hono/jsx */
import { createHash } from "node:crypto";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Markup, PortalCall, PortalFile, PortalPage } from "#platform/http/portal-page.ts";
import { newestBriefs, sectionsTag, siteRuleOf, themeOfTopic, topicsToFollow } from "../published.ts";

export const EMBED_PATH = "/nhung";
const MOST = 20;

const STYLE =
  "body{margin:0;padding:.5rem;font:1rem/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff}ul{margin:0;padding:0;list-style:none}li{padding:.5rem 0;border-bottom:1px solid #d0d0d0}a{color:#7d1019}small{display:block;color:#4a4a4a}a:focus-visible{outline:3px solid #0b57d0}";
const STYLE_HASH = `'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;

async function list(call: PortalCall): Promise<Markup> {
  const asked = Number(call.query.so ?? 5);
  const limit = Number.isInteger(asked) ? Math.min(MOST, Math.max(1, asked)) : 5;
  const theme = call.query["chu-de"];
  const items = await newestBriefs(call.database, call.agency.id, { limit, ...(theme && { theme }) });
  return (
    <ul>
      {items.map(({ slug, title, publishedAt }) => (
        <li>
          <a href={`${call.origin}/tin-tuc/${slug}`} target="_top">
            {title}
          </a>{" "}
          <small>
            <time datetime={publishedAt.toISOString()}>{formatDate(toVietnamDate(publishedAt))}</time>
          </small>
        </li>
      ))}
    </ul>
  ) as Markup;
}

/** /nhung/tin-moi.html: the newest texts as plain HTML to copy or take in, without style or script. */
export async function answerFragment(call: PortalCall): Promise<PortalFile> {
  return {
    kind: "file",
    contentType: "text/html; charset=utf-8",
    body: String(await list(call)),
    tags: ["content:any"],
    maxAge: 300,
  };
}

/** /nhung/tin-moi: the same as a small page for a frame on the sites that the agency names. */
export async function answerWidget(call: PortalCall): Promise<PortalFile> {
  const { frameHosts } = await siteRuleOf(call.database, call.agency.id);
  const items = await list(call);
  return {
    kind: "file",
    contentType: "text/html; charset=utf-8",
    body: `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Tin mới</title><style>${STYLE}</style></head><body><main>${items}</main></body></html>`,
    tags: ["content:any", sectionsTag(call.agency.id)],
    maxAge: 300,
    framed: { by: frameHosts, style: STYLE_HASH },
  };
}

/** /nhung: how to put our news on another page. */
export async function answerEmbedding({ database, agency, origin, now }: PortalCall): Promise<PortalPage> {
  const { frameHosts } = await siteRuleOf(database, agency.id);
  const topics = await topicsToFollow(database, agency.id, { procedure: "" }, now);
  const frame = `<iframe src="${origin}${EMBED_PATH}/tin-moi?so=5" title="Tin mới của ${agency.name}" width="100%" height="420" loading="lazy"></iframe>`;
  return {
    kind: "page",
    title: "Đưa tin lên trang khác",
    description: "HTML sạch để chép, khung nhúng không cần mã lệnh, nguồn tin.",
    path: EMBED_PATH,
    crumbs: [],
    tags: ["content:any", sectionsTag(agency.id)],
    body: (
      <div class="rich">
        <h1>Đưa tin lên trang khác</h1>
        <h2>HTML để chép hoặc máy chủ tự lấy</h2>
        <p>
          <a href={`${EMBED_PATH}/tin-moi.html?so=5`}>Năm tin mới nhất</a>: chỉ có danh sách và liên kết,
          không mã lệnh, không kiểu chữ. Thêm <code>so=10</code> (nhiều nhất {MOST}), <code>chu-de=…</code> để
          chọn.
        </p>
        <h2>Khung nhúng</h2>
        {frameHosts.length > 0 ? (
          <p>Dùng được trên: {frameHosts.join(", ")}.</p>
        ) : (
          <p>Cơ quan chưa cho trang nào nhúng khung; xin liên hệ cơ quan để được thêm địa chỉ.</p>
        )}
        <pre class="code">
          <code>{frame}</code>
        </pre>
        <h2>Mã chủ đề</h2>
        <ul>
          {topics.flatMap(({ topic, label }) => {
            const theme = themeOfTopic(topic);
            return theme === null
              ? []
              : [
                  <li>
                    {label}: <code>{theme}</code>
                  </li>,
                ];
          })}
        </ul>
        <p>
          Xem thêm <a href="/nguon-tin">nguồn tin Atom, RSS, JSON</a> và <a href="/du-lieu-mo">dữ liệu mở</a>.
        </p>
      </div>
    ),
  };
}
