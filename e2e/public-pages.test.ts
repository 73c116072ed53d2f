import { parseAtomFeed } from "feedsmith";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, test } from "vitest";
import { addCommune, bodyOf, ORIGIN, type PublicSite, startPublicSite, until } from "./public-site.ts";

const HOSTILE = `</script><script>alert(1)</script>"><img src=x onerror=alert(1)>'&<!--]]>`;

let db: PublicSite["db"];
let site: PublicSite["site"];
let secondSite: PublicSite["secondSite"];
let text: PublicSite["text"];
let publish: PublicSite["publish"];
let correct: PublicSite["correct"];
let withdraw: PublicSite["withdraw"];
let remove: PublicSite["remove"];
beforeAll(async () => {
  ({ db, site, secondSite, text, publish, correct, withdraw, remove } = await startPublicSite());
});

/** Everything that readers and machines can fetch of lists. */
async function outputs(): Promise<string> {
  const parts = [...(await text("/sitemap.xml")).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url]) => new URL(url!).pathname,
  );
  const paths = [
    "/",
    "/tin-tuc",
    "/tin-tuc?chu-de=cai-cach-thu-tuc-hanh-chinh",
    "/feeds/tin-tuc.atom",
    "/ke-hoach",
    ...parts,
  ];
  return (await Promise.all(paths.map((path) => text(path)))).join("\n");
}

function expectWellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
}

describe("a published item", () => {
  test("is on the home page, in the list, its theme, the feed, the sitemap and found by search", async () => {
    const { id, path } = await publish("Thư viện làm thẻ trực tuyến");
    await until(async () => (await text("/")).includes(path));
    expect(await text("/tin-tuc")).toContain(path);
    expect(await text("/tin-tuc?chu-de=cai-cach-thu-tuc-hanh-chinh")).toContain(path);
    expect(await text("/tin-tuc?chu-de=chi-dao-dieu-hanh-cai-cach-hanh-chinh")).not.toContain(path);
    expect(await text("/sitemaps/tin-tuc-1.xml")).toContain(`<loc>${ORIGIN}${path}</loc>`);
    for (const query of ["thẻ trực tuyến", "the truc tuyen", "THU VIEN", "thẻ trực tuyến".normalize("NFD")]) {
      expect(await text(`/tim-kiem?q=${encodeURIComponent(query)}`)).toContain(path);
    }
    const feed = parseAtomFeed(await text("/feeds/tin-tuc.atom"));
    const entry = feed.entries!.find((one) => one.id === `tag:so-mau.example.vn,2026:content/${id}`)!;
    expect(entry.links![0]!.href).toBe(ORIGIN + path);
    expect(new Date(entry.published!).getTime()).not.toBeNaN();
    expect(JSON.stringify(entry.content)).toContain("Nội dung của bài.");
  });

  test("has its own page, kept and answered 304 until it changes", async () => {
    const { path } = await publish("Bài có địa chỉ ổn định");
    const first = await site.request(path);
    expect(first.status).toBe(200);
    const etag = first.headers.get("etag")!;
    expect((await site.request(path, { headers: { "if-none-match": etag } })).status).toBe(304);
    const html = await first.text();
    expect(html).toContain(`<link rel="canonical" href="${ORIGIN}${path}"/>`);
    const data = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      ([, json]) => JSON.parse(json!),
    );
    expect(data[0]).toMatchObject({
      "@type": "NewsArticle",
      headline: "Bài có địa chỉ ổn định",
      inLanguage: "vi",
      mainEntityOfPage: ORIGIN + path,
      publisher: { "@type": "GovernmentOrganization", name: "Sở Văn hóa, Thể thao và Du lịch" },
    });
  });

  test("stands as evidence on the page of the plan", async () => {
    const { path } = await publish("Bài làm minh chứng cho kế hoạch");
    const plan = /href="(\/ke-hoach\/[^"]+)"/.exec(await text("/ke-hoach"))![1]!;
    await until(async () => (await text(plan)).includes(`href="${path}"`));
    expect(await text(plan)).toMatch(/trên <strong>\d+<\/strong> nhiệm vụ/);
  });

  test("with hostile text in every field stays text everywhere", async () => {
    const { path } = await publish(HOSTILE, { summary: HOSTILE, body: bodyOf(HOSTILE) });
    await until(async () => (await text("/")).includes(path));
    for (const page of [path, "/", "/tin-tuc", `/tim-kiem?q=${encodeURIComponent(HOSTILE)}`]) {
      const html = await text(page);
      expect(html).not.toMatch(/<script>|<img src=x/);
    }
    const feed = await text("/feeds/tin-tuc.atom");
    expectWellFormed(feed);
    expect(parseAtomFeed(feed).entries!.some(({ title }) => JSON.stringify(title).includes("alert(1)"))).toBe(
      true,
    );
    expectWellFormed(await text("/sitemaps/tin-tuc-1.xml"));
  });

  test("is seen by a second process too, and what changes there is seen here", async () => {
    for (const one of [site, secondSite]) await text("/tin-tuc", one);
    const { path } = await publish("Bài mà hai tiến trình cùng thấy");
    for (const one of [site, secondSite])
      await until(async () => (await text("/tin-tuc", one)).includes(path));
  });
});

describe("the plan", () => {
  test("is found by the words of its clauses, with and without diacritics", async () => {
    for (const query of ["kinh phí", "kinh phi"]) {
      expect(await text(`/tim-kiem?q=${encodeURIComponent(query)}`)).toMatch(
        /href="\/ke-hoach\/[^"#]+#muc-IV"/,
      );
    }
  });
});

describe("a correction", () => {
  test("changes the page and the feed's time, shows its note, and keeps identity and first date", async () => {
    const { id, path } = await publish("Bài có con số sai", { body: bodyOf("Có 1.240 hồ sơ.") });
    const entryOf = async () =>
      parseAtomFeed(await text("/feeds/tin-tuc.atom")).entries!.find((one) => one.id!.endsWith(id))!;
    await until(async () => (await text("/feeds/tin-tuc.atom")).includes(id));
    const before = await entryOf();
    expect(await text(path)).toContain("1.240");
    await correct(
      id,
      "Bài có con số đúng",
      { body: bodyOf("Có 1.204 hồ sơ.") },
      "Sửa số hồ sơ từ 1.240 thành 1.204.",
    );
    await until(async () => (await text(path)).includes("Sửa số hồ sơ từ 1.240 thành 1.204."));
    const html = await text(path);
    expect(html).toContain("Có 1.204 hồ sơ.");
    expect(html).toContain("Đính chính và cập nhật");
    await until(async () => (await entryOf()).title !== before.title);
    const after = await entryOf();
    expect(after.published).toBe(before.published);
    expect(after.updated).not.toBe(before.updated);
  });
});

describe("taking back", () => {
  test("a withdrawn item stays readable under a banner, out of lists, search and search engines", async () => {
    const { id, path } = await publish("Bài sẽ bị thu hồi");
    await until(async () => (await text("/tin-tuc")).includes(path));
    await text(path);
    await withdraw(id, "Quy định đã thay đổi.");
    await until(async () => (await text(path)).includes("đã được thu hồi"));
    const page = await site.request(path);
    expect(page.status).toBe(200);
    expect(page.headers.get("x-robots-tag")).toBe("noindex");
    const html = await page.text();
    expect(html).toContain("Quy định đã thay đổi.");
    expect(html).toContain("Nội dung của bài.");
    expect(html).not.toContain('"NewsArticle"');
    await until(async () => !(await text("/tin-tuc")).includes(path));
    const lists = await outputs();
    expect(lists).not.toContain(path);
    expect(lists).toContain(`<at:deleted-entry ref="tag:so-mau.example.vn,2026:content/${id}"`);
    expect(await text("/tim-kiem?q=se+bi+thu+hoi")).not.toContain(path);
  });

  test("a removed item is gone: 410, and no output mentions it", async () => {
    const { id, path } = await publish("Bài sẽ bị gỡ bỏ", { body: bodyOf("Chuyện riêng của một người.") });
    await text(path);
    await remove(id, "Có dữ liệu cá nhân.");
    await until(async () => (await site.request(path)).status === 410);
    const gone = await text(path);
    expect(gone).toContain("đã được gỡ bỏ");
    expect(gone).not.toContain("Chuyện riêng");
    expect(gone).not.toContain("Có dữ liệu cá nhân.");
    await until(async () => !(await text("/")).includes(path));
    const lists = await outputs();
    expect([id, path, "Bài sẽ bị gỡ bỏ"].filter((trace) => lists.includes(trace))).toEqual([]);
    expect(await text("/tim-kiem?q=chuyen+rieng+cua+mot+nguoi")).not.toContain(path);
  });
});

describe("lists", () => {
  test("are cut into pages with their own addresses; a page that is not there is 404", async () => {
    for (let index = 0; index < 14; index += 1) await publish(`Tin trong danh sách dài ${index}`);
    await until(async () => (await text("/tin-tuc")).includes("tin-trong-danh-sach-dai-13"));
    expect(await text("/tin-tuc")).toContain('href="/tin-tuc?trang=2"');
    const second = await text("/tin-tuc?trang=2");
    expect(second).toContain('aria-current="page"');
    expect(second).toContain(`<link rel="canonical" href="${ORIGIN}/tin-tuc?trang=2"/>`);
    for (const none of [
      "/tin-tuc?trang=999",
      "/tin-tuc?trang=0",
      "/tin-tuc?trang=x",
      "/tin-tuc?chu-de=khong-co",
    ]) {
      expect((await site.request(none)).status).toBe(404);
    }
    // Addresses by a theme's former name lead on for good; a theme without items is not offered.
    const former = await site.request("/tin-tuc?chu-de=pillar.procedures&trang=1");
    expect([former.status, former.headers.get("location")]).toEqual([
      301,
      "/tin-tuc?chu-de=cai-cach-thu-tuc-hanh-chinh",
    ]);
    const offered = [...(await text("/tin-tuc")).matchAll(/<option value="([^"]+)"/g)].map(([, one]) => one);
    expect(offered).toContain("cai-cach-thu-tuc-hanh-chinh");
    expect(offered).not.toContain("nen-hanh-chinh-gan-dan");
    expect(await text("/tin-tuc?chu-de=nen-hanh-chinh-gan-dan")).toContain(
      "Chưa có tin, bài nào về chủ đề này.",
    );
    expect(await text("/tin-tuc?fbclid=x&chu-de=")).toContain(
      `<link rel="canonical" href="${ORIGIN}/tin-tuc"/>`,
    );
  });
});

describe("another agency of the installation", () => {
  test("has its own portal, feeds, sitemap and search; nothing of one stands on the other's", async () => {
    const by = await addCommune(db, "Ủy ban nhân dân xã Thí Dụ Một", "Thí Dụ Một");
    const base = "/co-quan/uy-ban-nhan-dan-xa-thi-du-mot-thi-du-mot";
    expect(await text(`${base}/`)).toContain("Ủy ban nhân dân xã Thí Dụ Một");
    const link = {
      type: "text",
      text: "giới thiệu",
      marks: [{ type: "link", attrs: { href: "/gioi-thieu" } }],
    };
    const own = await publish(
      "Xã lấy ý kiến người dân",
      { body: { type: "doc", content: [{ type: "paragraph", content: [link] }, ...bodyOf().content!] } },
      { by },
    );
    const department = await publish("Sở mở lớp tập huấn");
    await until(async () => (await text(`${base}/`)).includes(base + own.path));
    await until(async () => (await text("/")).includes(department.path));

    const page = await text(base + own.path);
    expect(page).toContain(`<link rel="canonical" href="${ORIGIN}${base}${own.path}"/>`);
    expect(page).toContain(`<a href="${base}/gioi-thieu">giới thiệu</a>`);
    const inside = [...page.matchAll(/ (?:href|src|action)="(\/[^"]*)"/g)].map(([, address]) => address!);
    const outside = inside.filter((address) => !address.startsWith(`${base}/`));
    expect(outside.filter((address) => !/^\/(assets\/|hien-thi$)/.test(address))).toEqual([]);
    for (const address of new Set(inside.filter((one) => one.startsWith(base)))) {
      // The form of a vote takes what is sent to it, and leads home who opens its address.
      const status = address === `${base}/y-kien` ? 301 : 200;
      expect([address, (await site.request(address)).status]).toEqual([address, status]);
    }

    for (const path of [
      "/",
      "/tin-tuc",
      "/sitemaps/tin-tuc-1.xml",
      "/feeds/tin-tuc.atom",
      "/tim-kiem?q=tap+huan",
    ]) {
      expect(await text(base + path)).not.toContain("mo-lop-tap-huan");
      expect(await text(path)).not.toContain("lay-y-kien-nguoi-dan");
    }
    expect((await site.request(own.path)).status).toBe(404);
    expect((await site.request(base + department.path)).status).toBe(404);
    const feed = parseAtomFeed(await text(`${base}/feeds/tin-tuc.atom`));
    expect(feed.entries!.map(({ links }) => links![0]!.href)).toEqual([ORIGIN + base + own.path]);
    expect(feed.id).not.toBe(parseAtomFeed(await text("/feeds/tin-tuc.atom")).id);
    expect(await text("/robots.txt")).toContain(`Sitemap: ${ORIGIN}${base}/sitemap.xml`);
    expect(await text(`${base}/tim-kiem?q=y+kien`)).toContain(base + own.path);
    const { rows } = await db.pool.query("select url from evidence where source_id = $1", [own.id]);
    expect(rows).toEqual([{ url: base + own.path }]);
  });

  test("is named on the portal above it; unknown names, the root's own and missing slashes are answered", async () => {
    const about = await text("/gioi-thieu");
    expect(about).toContain('href="/co-quan/uy-ban-nhan-dan-xa-thi-du-mot-thi-du-mot/"');
    const moved = async (path: string) => {
      const { status, headers } = await site.request(path);
      return [status, headers.get("location")];
    };
    const { rows } = await db.pool.query("select slug from agency order by created_at limit 1");
    expect(await moved(`/co-quan/${rows[0].slug}/tin-tuc`)).toEqual([301, "/tin-tuc"]);
    expect(await moved(`/co-quan/${rows[0].slug}/`)).toEqual([301, "/"]);
    expect(await moved(`/co-quan/${rows[0].slug}//example.vn`)).toEqual([301, "/example.vn"]);
    const base = "/co-quan/uy-ban-nhan-dan-xa-thi-du-mot-thi-du-mot";
    expect(await moved(base)).toEqual([301, `${base}/`]);
    expect(await moved(`${base}/tin-tuc/`)).toEqual([301, `${base}/tin-tuc`]);
    for (const path of [
      "/co-quan/khong-co/",
      "/co-quan/khong-co/tin-tuc",
      `${base}/khong-co`,
      "/co-quan/%00/",
    ]) {
      const response = await site.request(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).toContain("</html>");
    }
  });
});
