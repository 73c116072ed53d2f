import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, test } from "vitest";
import { createPageCache, TAGS_HEADER } from "#platform/http/page-cache.ts";
import type { PortalAgency, PortalPages, PortalRoute } from "#platform/http/portal-page.ts";
import { loadPortalAssets, type PortalAssets } from "./assets.ts";
import { createPortal } from "./portal.ts";

const HOSTILE = `</script><script>alert(1)</script>"><img src=x onerror=alert(1)>'&<!--]]>\u2028`;
const ORIGIN = "https://so-mau.example.vn";

const agency: PortalAgency = {
  id: "01900000-0000-7000-8000-000000000000",
  slug: "so-mau",
  name: "Sở Mẫu",
  superiorName: "UBND TỈNH MẪU",
  symbol: "SM",
  place: "Nơi Mẫu",
  address: null,
  phone: null,
  email: null,
  openingHours: null,
  hotline: null,
  isSample: false,
  base: "",
  above: null,
  below: [],
  units: [],
};

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** All elements of a page; throws when it is not well-formed. */
function elementsOf(document: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    for (const element of open) element.text += text;
  });
  parser.on("closetag", () => open.pop());
  // Script text is raw in HTML and entities in XML: what JSON-LD holds is checked apart.
  parser
    .write(
      document.replace(/^<!doctype html>/, "").replace(/(<script[^>]*>)(.*?)<\/script>/gs, "$1</script>"),
    )
    .close();
  return elements;
}

const jsonLd = (document: string) =>
  [...document.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) =>
    JSON.parse(json!),
  );

let assets: PortalAssets;
beforeAll(() => {
  assets = loadPortalAssets();
});

function portalOf(
  {
    path = "/tin-tuc/:slug",
    query = [] as string[],
    answer,
  }: Partial<PortalRoute> & Pick<PortalRoute, "answer">,
  { given = agency as PortalAgency | null, pages = {} as Partial<PortalPages> } = {},
) {
  const cache = createPageCache({ maxBytes: 1_000_000 });
  const faults: unknown[] = [];
  const portal = createPortal({
    database: null as never,
    assets,
    cache,
    capabilities: [
      {
        name: "tin-tuc",
        navigation: [{ label: "Tin tức", href: "/tin-tuc" }],
        routes: [{ path, query, answer }],
        ...pages,
      },
    ],
    agencyOf: async () => given,
    otherPortals: async () => [],
    originOf: () => ORIGIN,
    callerOf: () => "127.0.0.1",
    onFault: (error) => faults.push(error),
  });
  return { portal, cache, faults };
}

const plainPage: PortalRoute["answer"] = async ({ params }) => ({
  kind: "page",
  title: "Một cửa",
  description: "Mô tả",
  path: `/tin-tuc/${params.slug}`,
  crumbs: [{ label: "Tin tức", href: "/tin-tuc" }],
  body: "Nội dung" as never,
  tags: ["content:1"],
});

describe("a crowd", () => {
  test("is answered at the pace of the machine; who would wait too long is told when to come again, and a form is taken all the same", async () => {
    const waiting: (() => void)[] = [];
    let sent = 0;
    const { portal, faults } = portalOf(
      {
        answer: async (call) => {
          await new Promise<void>((resolve) => waiting.push(resolve));
          return plainPage(call);
        },
      },
      {
        pages: {
          forms: [
            {
              path: "/gui",
              answer: async () => {
                sent += 1;
                return { kind: "move", to: "/cam-on" };
              },
            },
          ],
        },
      },
    );
    const crowd = Array.from({ length: 300 }, (_, index) => portal.request(`/tin-tuc/bai-${index}`));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(waiting).toHaveLength(4);
    const form = await portal.request("/gui", { method: "POST", body: new FormData() });
    expect([form.status, sent]).toEqual([303, 1]);
    const letAllIn = setInterval(() => {
      for (const go of waiting.splice(0)) go();
    }, 1);
    const answers = await Promise.all(crowd);
    clearInterval(letAllIn);
    const turnedAway = answers.filter(({ status }) => status === 503);
    expect([answers.filter(({ status }) => status === 200).length, turnedAway.length]).toEqual([204, 96]);
    expect(turnedAway[0]!.headers.get("retry-after")).toBe("10");
    expect(turnedAway[0]!.headers.get("cache-control")).toBe("no-store");
    expect(await turnedAway[0]!.text()).toContain("Cổng đang rất đông người");
    expect(faults).toEqual([]);
  });
});

describe("the frame around every page", () => {
  test("is well-formed, in Vietnamese, with skip link, landmarks and one heading way home", async () => {
    const { portal } = portalOf({ answer: plainPage });
    const response = await portal.request("/tin-tuc/mot-cua");
    const elements = elementsOf(await response.text());
    const named = (name: string) => elements.filter((element) => element.name === name);
    expect(named("html")[0]!.attributes.lang).toBe("vi");
    expect(named("a")[0]!.attributes.href).toBe("#noi-dung");
    expect(named("main")[0]!.attributes.id).toBe("noi-dung");
    for (const landmark of ["header", "main", "footer"]) expect(named(landmark)).toHaveLength(1);
    expect(named("title")[0]!.text).toBe("Một cửa – Sở Mẫu");
    expect(elements.find(({ attributes }) => attributes["aria-current"] === "true")!.text).toBe("Tin tức");
  });

  test("runs the own script file alone, loads nothing from elsewhere and sets no cookie", async () => {
    const { portal } = portalOf({ answer: plainPage });
    const response = await portal.request("/tin-tuc/mot-cua");
    const policy = response.headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe");
    expect(response.headers.has("set-cookie")).toBe(false);
    const text = await response.text();
    const elements = elementsOf(text);
    for (const { name, attributes } of elements) {
      expect(Object.keys(attributes).filter((key) => key.startsWith("on") || key === "style")).toEqual([]);
      if (name === "script" && attributes.type !== "application/ld+json")
        expect(attributes.src).toMatch(/^\/assets\/portal-[0-9a-f]+\.js$/);
      if (["img", "link"].includes(name) && attributes.rel !== "canonical") {
        expect(attributes.src ?? attributes.href).toMatch(/^(\/[^/]|https:\/\/so-mau\.example\.vn\/)/);
      }
    }
  });

  test("names itself to search engines and link cards", async () => {
    const published = new Date("2026-11-23T00:30:00Z");
    const { portal } = portalOf({
      answer: async (call) => ({
        ...((await plainPage(call)) as Extract<Awaited<ReturnType<typeof plainPage>>, { kind: "page" }>),
        title: "Tiêu đề ".repeat(30).trim(),
        description: "Mô tả ".repeat(100).trim(),
        lastModified: published,
        image: { path: "/media/1", alt: "Quầy một cửa", width: 1200, height: 630 },
        article: { published, modified: published, section: "Thủ tục", tags: ["Thủ tục"] },
        structuredData: [{ "@type": "NewsArticle", headline: "Một cửa" }],
      }),
    });
    const response = await portal.request("/tin-tuc/mot-cua");
    expect(response.headers.get("last-modified")).toBe("Mon, 23 Nov 2026 00:30:00 GMT");
    const text = await response.text();
    const meta = Object.fromEntries(
      elementsOf(text)
        .filter(({ name }) => name === "meta")
        .map(({ attributes }) => [attributes.property ?? attributes.name, attributes.content]),
    );
    expect(meta).toMatchObject({
      "og:type": "article",
      "og:url": `${ORIGIN}/tin-tuc/mot-cua`,
      "og:site_name": "Sở Mẫu",
      "og:locale": "vi_VN",
      "og:image": `${ORIGIN}/media/1`,
      "og:image:alt": "Quầy một cửa",
      "article:published_time": published.toISOString(),
      "article:section": "Thủ tục",
      "twitter:card": "summary_large_image",
    });
    expect(meta["og:title"]!.length).toBeLessThanOrEqual(90);
    expect(meta["og:description"]!.length).toBeLessThanOrEqual(200);
    expect(text).toContain(`<link rel="canonical" href="${ORIGIN}/tin-tuc/mot-cua"/>`);
    const [news, way] = jsonLd(text);
    expect(news).toMatchObject({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      author: { name: "Sở Mẫu" },
    });
    expect(way.itemListElement.map(({ name }: { name: string }) => name).slice(0, 2)).toEqual([
      "Trang chủ",
      "Tin tức",
    ]);
  });

  test("lets no text become markup, wherever it comes from", async () => {
    const hostile: PortalAgency = {
      ...agency,
      name: HOSTILE,
      superiorName: HOSTILE,
      address: HOSTILE,
      phone: HOSTILE,
      email: HOSTILE,
      isSample: true,
    };
    const { portal } = portalOf(
      {
        answer: async () => ({
          kind: "page",
          title: HOSTILE,
          description: HOSTILE,
          path: "/tin-tuc/a",
          crumbs: [{ label: HOSTILE, href: "/tin-tuc" }],
          body: "" as never,
          tags: [],
          image: { path: "/media/1", alt: HOSTILE, width: 1, height: 1 },
          article: { published: new Date(), modified: new Date(), section: HOSTILE, tags: [HOSTILE] },
          structuredData: [{ "@type": "NewsArticle", headline: HOSTILE }],
        }),
      },
      { given: hostile },
    );
    for (const path of [
      "/tin-tuc/a",
      "/",
      "/tro-nang",
      `/tin-tuc/${encodeURIComponent(HOSTILE)}`,
      "/<script>alert(1)</script>",
    ]) {
      const text = await (await portal.request(path)).text();
      expect(text).not.toMatch(/<script>|onerror=alert\(1\)>/);
      for (const { name, attributes } of elementsOf(text)) {
        expect(
          ["script", "img"].includes(name) ? (attributes.onerror ?? attributes.type ?? "image") : "",
        ).not.toBe("alert(1)");
        expect(attributes.onerror).toBeUndefined();
      }
      for (const data of jsonLd(text)) expect(data["@context"]).toBe("https://schema.org");
    }
  });
});

describe("addresses", () => {
  test("what does not exist is 404 with a way on, what moved is 301, a final slash is dropped on this site", async () => {
    const { portal } = portalOf({
      answer: async ({ params }) => (params.slug === "cu" ? { kind: "move", to: "/tin-tuc/moi" } : null),
    });
    const missing = await portal.request("/tin-tuc/khong-co");
    expect(missing.status).toBe(404);
    const text = await missing.text();
    expect(text).toContain("Không tìm thấy trang");
    expect(text).toContain('name="robots" content="noindex"');
    expect(text).not.toContain('rel="canonical"');
    const moved = await portal.request("/tin-tuc/cu");
    expect([moved.status, moved.headers.get("location")]).toEqual([301, "/tin-tuc/moi"]);
    const slash = await portal.request("/tin-tuc/a/");
    expect([slash.status, slash.headers.get("location")]).toEqual([301, "/tin-tuc/a"]);
    const double = await portal.request("http://localhost//evil.example/");
    expect([double.status, double.headers.get("location")]).toEqual([301, "/evil.example"]);
  });

  test("a failure is told in Vietnamese, reported, and not kept", async () => {
    const { portal, cache, faults } = portalOf({
      answer: async () => {
        throw new Error("hỏng");
      },
    });
    cache.setInStep(true);
    const response = await portal.request("/tin-tuc/a");
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain("Máy chủ gặp lỗi");
    expect(text).not.toContain("hỏng");
    expect(faults).toHaveLength(1);
    expect(cache.held().pages).toBe(0);
  });

  test("before an agency is set up the portal says so, and keeps nothing", async () => {
    const { portal, cache } = portalOf({ answer: plainPage }, { given: null });
    cache.setInStep(true);
    const text = await (await portal.request("/")).text();
    expect(text).toContain("Cổng thông tin chưa mở");
    expect(text).toContain("/workspace/");
    expect(cache.held().pages).toBe(0);
  });

  test("every page carries the agency's tags in the cache and shows none to the reader", async () => {
    const { portal, cache } = portalOf({ answer: plainPage });
    cache.setInStep(true);
    const response = await portal.request("/tin-tuc/a");
    expect(response.headers.has(TAGS_HEADER)).toBe(false);
    expect(cache.held().pages).toBe(1);
    cache.invalidate([`agency:${agency.id}`]);
    expect(cache.held().pages).toBe(0);
    await portal.request("/tin-tuc/a");
    cache.invalidate(["agency"]);
    expect(cache.held().pages).toBe(0);
  });

  test("the sitemap lists what the capabilities name, with true dates", async () => {
    const { portal } = portalOf(
      { answer: plainPage },
      {
        pages: {
          sitemap: async (_, page) =>
            page === 1
              ? [
                  { path: "/tin-tuc/a?b&c", lastModified: new Date("2026-11-01T00:00:00Z") },
                  { path: "/tin-tuc/b", lastModified: null },
                ]
              : [],
        },
      },
    );
    const index = await portal.request("/sitemap.xml");
    expect(index.headers.get("content-type")).toBe("application/xml");
    const parts = elementsOf((await index.text()).replace(/^<\?xml.*?\?>/, "")).filter(
      ({ name }) => name === "loc",
    );
    expect(parts.map(({ text }) => text)).toEqual([`${ORIGIN}/sitemaps/tin-tuc-1.xml`]);
    const part = elementsOf(
      (await (await portal.request("/sitemaps/tin-tuc-1.xml")).text()).replace(/^<\?xml.*?\?>/, ""),
    );
    expect(part.filter(({ name }) => name === "loc").map(({ text }) => text)).toEqual([
      `${ORIGIN}/tin-tuc/a?b&c`,
      `${ORIGIN}/tin-tuc/b`,
    ]);
    expect(part.filter(({ name }) => name === "lastmod").map(({ text }) => text)).toEqual([
      "2026-11-01T00:00:00.000Z",
    ]);
    for (const none of ["tin-tuc-2.xml", "khac-1.xml", "tin-tuc-0.xml", "tin-tuc-1"]) {
      expect((await portal.request(`/sitemaps/${none}`)).status).toBe(404);
    }
    expect(await (await portal.request("/robots.txt")).text()).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
  });
});

describe("what pages are dressed in", () => {
  test("is one stylesheet under 20 KB and fonts that hold every Vietnamese letter, kept for a year", async () => {
    const { portal } = portalOf({ answer: plainPage });
    const style = await portal.request(assets.stylesheet);
    expect(style.headers.get("cache-control")).toContain("immutable");
    const css = await style.text();
    expect(css.length).toBeLessThan(20_000);
    const ranges = [...css.matchAll(/unicode-range:([^}]+)}/g)].flatMap(([, range]) => range!.split(","));
    const holds = (code: number) =>
      ranges.some((range) => {
        const [from, to = from] = range.replace("U+", "").split("-");
        return code >= Number.parseInt(from!, 16) && code <= Number.parseInt(to!, 16);
      });
    const letters =
      "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";
    for (const letter of letters + letters.toUpperCase()) expect(holds(letter.codePointAt(0)!)).toBe(true);
    for (const [, path] of css.matchAll(/url\(([^)]+)\)/g))
      expect((await portal.request(path!)).status).toBe(200);
    expect((await portal.request("/assets/khong-co.css")).status).toBe(404);
  });
});
