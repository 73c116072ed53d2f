import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { raw } from "hono/html";
import { loadPortalAssets } from "../src/apps/portal/assets.ts";
import { createPortal } from "../src/apps/portal/portal.ts";
import { createPageCache } from "../src/platform/http/page-cache.ts";
import type { PortalAgency, PortalPages } from "../src/platform/http/portal-page.ts";
import { type RichNode, renderRichText } from "../src/platform/rich-text/render-rich-text.ts";

const agency: PortalAgency = {
  id: "01900000-0000-7000-8000-000000000000",
  slug: "so-mau",
  name: "Sở Mẫu",
  superiorName: "UBND TỈNH MẪU",
  symbol: "SM",
  place: "Nơi Mẫu",
  address: "Số 1, phố Thí Dụ",
  phone: "0200 000 0000",
  email: "lien-he@mau.gandan.vn",
  openingHours: null,
  hotline: null,
  isSample: true,
  base: "",
  units: [],
  above: null,
  below: [],
};

const paragraph = (index: number): RichNode => ({
  type: "paragraph",
  content: [
    { type: "text", text: `Đoạn ${index}: ` },
    { type: "text", text: "hồ sơ được nhận, xử lý và trả kết quả ", marks: [{ type: "bold" }] },
    { type: "text", text: "trên một phần mềm; người dân theo dõi được từng bước bằng mã hồ sơ. ".repeat(3) },
  ],
});
const article = { type: "doc" as const, content: Array.from({ length: 24 }, (_, index) => paragraph(index)) };
const published = new Date("2026-11-23T01:00:00Z");

const newsroom: PortalPages = {
  name: "tin-tuc",
  navigation: [{ label: "Tin tức", href: "/tin-tuc" }],
  routes: [
    {
      path: "/tin-tuc/:slug",
      query: [],
      answer: async ({ params }) => ({
        kind: "page",
        title: "Bài đo tốc độ của cổng thông tin",
        description: "Một bài dài vừa phải, dựng như mọi bài khác.",
        path: `/tin-tuc/${params.slug}`,
        crumbs: [{ label: "Tin tức", href: "/tin-tuc" }],
        body: raw(`<article class="article"><div class="rich">${renderRichText(article)}</div></article>`),
        tags: ["content:1"],
        lastModified: published,
        article: { published, modified: published, section: null, tags: [] },
      }),
    },
  ],
};

/** The portal with one article and no database, as the benchmark's servers use it. */
export function benchPortal() {
  const pages = createPageCache({ maxBytes: 50_000_000 });
  pages.setInStep(true);
  const portal = createPortal({
    database: null as never,
    assets: loadPortalAssets(),
    cache: pages,
    capabilities: [newsroom],
    agencyOf: async () => agency,
    otherPortals: async () => [],
    callerOf: () => "127.0.0.1",
    originOf: () => "https://so-mau.example.vn",
    onFault: (error) => {
      throw error;
    },
  });
  return { portal, pages };
}

/** Run as a process of its own: "cached" is the portal, "bare" sends the same bytes from node:http alone. */
if (process.argv[2] === "cached" || process.argv[2] === "bare") {
  const { portal, pages } = benchPortal();
  const route = getRequestListener(portal.fetch);
  const first = await portal.request("/tin-tuc/mau", { headers: { "accept-encoding": "br" } });
  const bytes = Buffer.from(await first.arrayBuffer());
  const headers = [...first.headers].flat();
  const server =
    process.argv[2] === "bare"
      ? createServer((_, response) => {
          response.writeHead(200, headers);
          response.end(bytes);
        })
      : createServer((request, response) => {
          if (!pages.answer(request, response)) void route(request, response);
        });
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1_000_000);
  });
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
}
