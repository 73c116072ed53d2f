import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, ORIGIN, type PublicSite, startPublicSite, until } from "./public-site.ts";
import {
  type ReadItem,
  readAtom,
  readJsonFeed,
  readMetadata,
  readRss,
  readSitemap,
} from "./strict-readers.ts";

const HOSTILE = "]]> <b>&amp; “ngoặc” \u0001\u000b\ufffe </title><!-- & \ud83c\udf3e";

let portal: PublicSite;
beforeAll(async () => {
  portal = await startPublicSite();
});
const text = (path: string) => portal.text(path);
const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  portal.site.request(path, { method, headers });
const local = (address: string) => address.replace(ORIGIN, "");

/** Feeds of one list in every format, each read by its strict reader. */
async function everyFormat(list: string): Promise<{ atom: ReadItem[]; rss: ReadItem[]; json: ReadItem[] }> {
  return {
    atom: readAtom(await text(`/feeds/${list}.atom`)).items,
    rss: readRss(await text(`/feeds/${list}.rss`)).items,
    json: readJsonFeed(await text(`/feeds/${list}.json`)).items,
  };
}

describe("feeds", () => {
  test("say the same in every format, whatever stands in the texts", async () => {
    const { id, path } = await portal.publish(`Tin ${HOSTILE}`, {
      summary: HOSTILE,
      body: bodyOf(HOSTILE, "Xem thêm."),
    });
    await until(async () => (await text("/feeds/tin-tuc.atom")).includes(id));
    for (const items of Object.values(await everyFormat("tin-tuc"))) {
      const item = items.find((one) => one.id === `tag:so-mau.example.vn,2026:content/${id}`)!;
      expect(item.url).toBe(ORIGIN + path);
      expect(item.title).toContain("]]> <b>&amp; “ngoặc”");
      expect(item.html).toContain("]]&gt; &lt;b&gt;&amp;amp;");
    }
  });

  test("name each other and themselves, and every list has its own", async () => {
    const atom = readAtom(await text("/feeds/chu-de/cai-cach-thu-tuc-hanh-chinh.atom"));
    expect(atom.id).toBe("tag:so-mau.example.vn,2026:feed/chu-de/pillar.procedures");
    expect(atom.self).toBe(`${ORIGIN}/feeds/chu-de/cai-cach-thu-tuc-hanh-chinh.atom`);
    expect(atom.page).toBe(`${ORIGIN}/tin-tuc?chu-de=cai-cach-thu-tuc-hanh-chinh`);
    const former = await get("/feeds/chu-de/pillar.procedures.atom");
    expect([former.status, former.headers.get("location")]).toEqual([
      301,
      "/feeds/chu-de/cai-cach-thu-tuc-hanh-chinh.atom",
    ]);
    expect(readRss(await text("/feeds/loai/tin.rss")).self).toBe(`${ORIGIN}/feeds/loai/tin.rss`);
    expect(readJsonFeed(await text("/feeds/loai/bai.json")).self).toBe(`${ORIGIN}/feeds/loai/bai.json`);
    const listed = [...(await text("/nguon-tin")).matchAll(/href="(\/feeds\/[^"]+)"/g)].map(
      ([, href]) => href!,
    );
    expect(listed.length).toBeGreaterThan(100);
    for (const path of listed.slice(0, 12)) expect((await get(path)).status).toBe(200);
    const { feeds } = readMetadata(await text("/tin-tuc?chu-de=cai-cach-thu-tuc-hanh-chinh"));
    expect(feeds.map(({ href }) => local(href))).toEqual([
      "/feeds/tin-tuc.atom",
      "/feeds/tin-tuc.rss",
      "/feeds/tin-tuc.json",
      "/feeds/chu-de/cai-cach-thu-tuc-hanh-chinh.atom",
      "/feeds/chu-de/cai-cach-thu-tuc-hanh-chinh.rss",
      "/feeds/chu-de/cai-cach-thu-tuc-hanh-chinh.json",
    ]);
    for (const { href, type } of feeds)
      expect((await get(local(href))).headers.get("content-type")!.split(";")[0]).toBe(type);
  });

  test("of a theme or a kind hold what is of it, and nothing else", async () => {
    const article = await portal.publish(
      "Bài sâu về chuyển đổi số",
      { primaryTheme: "steering", body: bodyOf("Phân tích kỹ từng việc đã làm. ".repeat(40)) },
      { kind: "article" },
    );
    await until(async () => (await text("/feeds/tin-tuc.atom")).includes(article.id));
    const holds = async (list: string) =>
      Object.values(await everyFormat(list)).map((items) => items.some(({ id }) => id.endsWith(article.id)));
    expect(await holds("chu-de/chi-dao-dieu-hanh-cai-cach-hanh-chinh")).toEqual([true, true, true]);
    expect(await holds("loai/bai")).toEqual([true, true, true]);
    expect(await holds("chu-de/cai-cach-thu-tuc-hanh-chinh")).toEqual([false, false, false]);
    expect(await holds("loai/tin")).toEqual([false, false, false]);
  });

  test("tell a correction: same identity and first date, a newer time, and the note in the text", async () => {
    const { id } = await portal.publish("Tin có số sai", { body: bodyOf("Có 1.240 hồ sơ.") });
    await until(async () => (await text("/feeds/tin-tuc.atom")).includes(id));
    const itemOf = async () =>
      Object.values(await everyFormat("tin-tuc")).map((items) => items.find((one) => one.id.endsWith(id))!);
    const before = await itemOf();
    await portal.correct(id, "Tin có số đúng", { body: bodyOf("Có 1.204 hồ sơ.") }, "Sửa số hồ sơ <1.204>.");
    await until(async () => (await text("/feeds/tin-tuc.atom")).includes("Tin có số đúng"));
    for (const [index, after] of (await itemOf()).entries()) {
      expect(after.id).toBe(before[index]!.id);
      expect(after.published).toEqual(before[index]!.published);
      if (after.updated) expect(after.updated.getTime()).toBeGreaterThan(before[index]!.updated!.getTime());
      expect(after.html).toMatch(/<p>Cập nhật ngày \d\d\/\d\d\/\d{4}: Sửa số hồ sơ &lt;1\.204&gt;\.<\/p>$/);
    }
  });

  test("name a withdrawn item as deleted for 30 days, then no more; a removed one never", async () => {
    const [withdrawn, older, removed] = [
      await portal.publish("Tin sẽ thu hồi"),
      await portal.publish("Tin thu hồi từ lâu"),
      await portal.publish("Tin sẽ gỡ bỏ", { body: bodyOf("Chuyện riêng của một người.") }),
    ];
    await until(async () => (await text("/feeds/tin-tuc.atom")).includes(removed.id));
    await portal.withdraw(older.id, "Đã hết hiệu lực.");
    await portal.db.pool.query(
      "update content_item set withdrawn_at = now() - interval '30 days 1 minute' where id = $1",
      [older.id],
    );
    await portal.withdraw(withdrawn.id, "Quy định đã thay đổi.");
    await portal.remove(removed.id, "Có dữ liệu cá nhân.");
    await until(async () => (await get(removed.path)).status === 410);
    await until(async () => !(await text("/feeds/tin-tuc.atom")).includes(removed.id));
    const atom = readAtom(await text("/feeds/tin-tuc.atom"));
    expect(atom.deleted.map(({ id }) => id)).toContain(`tag:so-mau.example.vn,2026:content/${withdrawn.id}`);
    const everything = await everyOutput();
    expect(everything).not.toContain(older.id);
    expect(everything).not.toContain(older.path);
    expect(everything).not.toContain(withdrawn.path);
    for (const trace of [removed.id, removed.path, "Tin sẽ gỡ bỏ", "Chuyện riêng", "dữ liệu cá nhân"])
      expect(everything.includes(trace) ? trace : "").toBe("");
    expect(await text(removed.path)).not.toMatch(/Tin sẽ gỡ bỏ|Chuyện riêng|dữ liệu cá nhân/);
  });

  test("lead through settled months to the first item, each entry once, and through pages elsewhere", async () => {
    const month = (text_: string) => new Date(`${text_}T05:00:00+07:00`);
    const first = await portal.publish("Tin đầu tháng ba", {}, { at: month("2026-03-01") });
    // Midnight belongs to the new month in Việt Nam, to the old one in UTC.
    const second = await portal.publish("Tin nửa đêm", {}, { at: new Date("2026-04-01T00:00:00+07:00") });
    const chain: ReturnType<typeof readAtom>[] = [];
    await portal.db.pool.query(`select pg_notify('page_invalidated', '["content:any"]')`);
    await until(async () => (await text("/feeds/tin-tuc.atom")).includes("prev-archive"));
    for (let next: string | null = "/feeds/tin-tuc.atom"; next; ) {
      const page = readAtom(await text(next));
      expect(local(page.self)).toBe(next);
      if (chain.length > 0) {
        expect(page.isArchive).toBe(true);
        expect(page.current).toBe(`${ORIGIN}/feeds/tin-tuc.atom`);
        expect(page.deleted).toEqual([]);
      }
      chain.push(page);
      next = page.previous && local(page.previous);
    }
    const archived = chain.slice(1).flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(archived).size).toBe(archived.length);
    const [march, april] = [
      await text("/feeds/tin-tuc/2026-03.atom"),
      await text("/feeds/tin-tuc/2026-04.atom"),
    ];
    expect(readAtom(march).items.map(({ id }) => id)).toEqual([expect.stringContaining(first.id)]);
    expect(readAtom(april).items.map(({ id }) => id)).toEqual([expect.stringContaining(second.id)]);
    expect(local(readAtom(march).next!)).toBe("/feeds/tin-tuc/2026-04.atom");
    expect(chain.at(-1)!.items.at(-1)!.id).toContain(first.id);

    for (let count = 0; count < 45; count += 1) await portal.publish(`Tin thứ ${count}`);
    await until(async () => (await text("/feeds/tin-tuc.rss")).includes("trang-2"));
    const pages = [readRss(await text("/feeds/tin-tuc.rss"))];
    while (pages.at(-1)!.next) pages.push(readRss(await text(local(pages.at(-1)!.next!))));
    const ids = pages.flatMap(({ items }) => items.map(({ id }) => id));
    expect(pages[0]!.items).toHaveLength(50);
    expect(new Set(ids).size).toBe(ids.length);
    const json = [readJsonFeed(await text("/feeds/tin-tuc.json"))];
    while (json.at(-1)!.next) json.push(readJsonFeed(await text(local(json.at(-1)!.next!))));
    expect(json.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(ids);
    expect(readAtom(await text("/feeds/tin-tuc.atom")).items.length).toBeGreaterThanOrEqual(50);
  });

  test("that nobody offers are 404", async () => {
    for (const none of [
      "tin-tuc.xml",
      "tin-tuc",
      "chu-de/khong-co.atom",
      "loai/khong-co.rss",
      "tin-tuc/2026-13.atom",
      "tin-tuc/1999-01.atom",
      "tin-tuc/2026-03.rss",
      "tin-tuc/trang-2.atom",
      "tin-tuc/trang-1.rss",
      "tin-tuc/trang-999.json",
      "../tin-tuc.atom",
      "tin-tuc.atom.atom",
    ]) {
      expect([none, (await get(`/feeds/${none}`)).status]).toEqual([none, 404]);
    }
  });

  test("answer conditional, compressed and HEAD requests, and JSON to every origin", async () => {
    for (const [path, type] of [
      ["/feeds/tin-tuc.atom", "application/atom+xml; charset=utf-8"],
      ["/feeds/tin-tuc.rss", "application/rss+xml; charset=utf-8"],
      ["/feeds/tin-tuc.json", "application/feed+json"],
      ["/sitemaps/tin-tuc-1.xml", "application/xml"],
      ["/sitemaps/tin-moi.xml", "application/xml"],
    ] as const) {
      const first = await get(path);
      const whole = await first.text();
      expect(first.headers.get("content-type")).toBe(type);
      expect(first.headers.get("cache-control")).toBe("public, max-age=300, stale-while-revalidate=300");
      expect(first.headers.get("access-control-allow-origin")).toBe(type.includes("json") ? "*" : null);
      const etag = first.headers.get("etag")!;
      expect(etag).toMatch(/^"[^"]+"$/);
      const again = await get(path, { "if-none-match": etag });
      expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
      const changed = first.headers.get("last-modified");
      if (path.startsWith("/feeds/")) expect(changed).toMatch(/GMT$/);
      if (changed) expect((await get(path, { "if-modified-since": changed })).status).toBe(304);
      const head = await get(path, {}, "HEAD");
      expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, etag, ""]);
      const gzip = await get(path, { "accept-encoding": "gzip" });
      expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(whole);
      const brotli = await get(path, { "accept-encoding": "br, gzip" });
      expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(whole);
      expect(brotli.headers.get("vary")).toContain("Accept-Encoding");
    }
  });
});

describe("sitemaps", () => {
  test("name every page that search engines may list, each once, each there, with true dates", async () => {
    const { path } = await portal.publish("Tin có trong sơ đồ trang");
    await until(async () => (await text("/sitemaps/tin-tuc-1.xml")).includes(path));
    const parts = readSitemap(await text("/sitemap.xml"));
    const entries: ReturnType<typeof readSitemap> = [];
    for (const { loc } of parts) entries.push(...readSitemap(await text(local(loc))));
    expect(new Set(entries.map(({ loc }) => loc)).size).toBe(entries.length);
    const places = entries.map(({ loc }) => local(loc));
    for (const page of ["/", "/tin-tuc", "/ke-hoach", "/gioi-thieu", "/tro-nang", "/nguon-tin", path])
      expect(places).toContain(page);
    for (const { loc, changed } of entries) {
      const page = await get(local(loc));
      const { canonical, meta } = readMetadata(await page.text());
      expect([loc, page.status, canonical, meta.robots]).toEqual([loc, 200, loc, undefined]);
      if (changed && page.headers.has("last-modified"))
        expect(Math.floor(changed.getTime() / 1000)).toBe(
          Date.parse(page.headers.get("last-modified")!) / 1000,
        );
    }
  });

  test("for news name the last two days alone, and robots.txt names both", async () => {
    const old = await portal.publish("Tin ba ngày trước", {}, { at: new Date(Date.now() - 3 * 86_400_000) });
    const recent = await portal.publish("Tin hôm nay & hôm qua");
    await until(async () => (await text("/sitemaps/tin-moi.xml")).includes(recent.path));
    const news = readSitemap(await text("/sitemaps/tin-moi.xml"));
    const found = news.find(({ loc }) => local(loc) === recent.path)!.news!;
    expect(found).toMatchObject({
      title: "Tin hôm nay & hôm qua",
      publication: "Sở Văn hóa, Thể thao và Du lịch",
    });
    expect(news.some(({ loc }) => local(loc) === old.path)).toBe(false);
    const twoDaysAgo = Date.now() - 2 * 86_400_000;
    for (const { news: item } of news) expect(item!.at.getTime()).toBeGreaterThan(twoDaysAgo);
    const robots = await text("/robots.txt");
    expect(robots).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
    expect(robots).toContain(`Sitemap: ${ORIGIN}/sitemaps/tin-moi.xml`);
  });
});

describe("link cards and structured data", () => {
  test("hold on every kind of page, read from the bare HTML", async () => {
    const { path } = await portal.publish("Tin để chia sẻ </script>", { summary: "Dài ".repeat(120).trim() });
    await until(async () => (await text(path)).includes("Tin để chia sẻ"));
    const plan = /href="(\/ke-hoach\/[^"#]+)"/.exec(await text("/ke-hoach"))![1]!;
    for (const page of [
      "/",
      "/tin-tuc",
      "/ke-hoach",
      plan,
      "/gioi-thieu",
      "/tro-nang",
      "/nguon-tin",
      "/tim-kiem",
      path,
    ]) {
      const { meta, canonical, data } = readMetadata(await text(page));
      expect(meta["og:url"]).toBe(ORIGIN + page);
      expect(canonical).toBe(ORIGIN + page);
      expect(data.length).toBeGreaterThan(0);
    }
    const { meta, data } = readMetadata(await text(path));
    expect(meta["og:type"]).toBe("article");
    const article = data.find((one) => one["@type"] === "NewsArticle") as Record<string, string>;
    expect(article["@id"]).toBe(`${ORIGIN}${path}#article`);
    expect(article.mainEntityOfPage).toBe(ORIGIN + path);
    expect(article.datePublished).toBe(meta["article:published_time"]);
    expect(article).toMatchObject({
      inLanguage: "vi",
      author: { "@type": "GovernmentOrganization", url: `${ORIGIN}/` },
      publisher: { "@type": "GovernmentOrganization", logo: { "@type": "ImageObject" } },
    });
  });
});

/** Everything that readers and machines can fetch of lists, in every format. */
async function everyOutput(): Promise<string> {
  const parts = readSitemap(await text("/sitemap.xml")).map(({ loc }) => local(loc));
  const months = ["/feeds/tin-tuc.atom"];
  for (let next: string | null = months[0]!; next; ) {
    const { previous } = readAtom(await text(next));
    next = previous && local(previous);
    if (next) months.push(next);
  }
  const plan = /href="(\/ke-hoach\/[^"#]+)"/.exec(await text("/ke-hoach"))![1]!;
  const paths = [
    "/",
    "/tin-tuc",
    "/tin-tuc?chu-de=cai-cach-thu-tuc-hanh-chinh",
    "/ke-hoach",
    plan,
    "/sitemap.xml",
    "/sitemaps/tin-moi.xml",
    "/tim-kiem?q=tin",
    "/tim-kiem?q=chuyen+rieng",
    ...["tin-tuc", "loai/tin", "chu-de/cai-cach-thu-tuc-hanh-chinh"].flatMap((list) =>
      ["atom", "rss", "json"].map((ending) => `/feeds/${list}.${ending}`),
    ),
    ...months,
    ...parts,
  ];
  return (await Promise.all(paths.map(text))).join("\n");
}
