import { expect, test } from "vitest";
import { newsroomPages } from "#newsroom/portal";
import { otherPortals, publicAgency } from "#organization/portal";
import { planPages } from "#plan/portal";
import { createPageCache } from "#platform/http/page-cache.ts";
import { putSearchText } from "#platform/search/search-text.ts";
import { testDatabase } from "#platform/testing/test-database.ts";
import { loadPortalAssets } from "./assets.ts";
import { createPortal } from "./portal.ts";

const MARKUP = `Bài <img src=x onerror=alert(1)> & "nháy"`;

test("the search of the portal lists all kinds, filters by links, marks what was looked for, helps where nothing is found and suggests", async () => {
  const { database, pool } = await testDatabase("sample");
  const agency = (await publicAgency(database, null))!;
  const faults: unknown[] = [];
  const portal = createPortal({
    ...{ database, assets: loadPortalAssets(), cache: createPageCache({ maxBytes: 1_000_000 }) },
    ...{ capabilities: [newsroomPages(), planPages()], agencyOf: publicAgency, otherPortals },
    originOf: () => "https://so-mau.example.vn",
    callerOf: () => "127.0.0.1",
    onFault: (error) => faults.push(error),
  });
  const ask = async (path: string) => (await portal.request(path)).text();
  const put = (objectId: string, kind: string, title: string, year: number, code: string | null = null) =>
    putSearchText(database, {
      ...{ agencyId: agency.id, kind, objectId, title, code, address: `/thu/${objectId}`, label: "Văn bản" },
      ...{
        body: `${"Lời mở đầu. ".repeat(40)}Có nói đến chuồn chuồn ớt ở giữa bài.`,
        fields: ["Côn trùng học"],
      },
      at: new Date(`${year}-05-01T00:00:00Z`),
    });
  await put(
    "0190a000-0000-7000-8000-000000000001",
    "document",
    "Quyết định về chuồn chuồn",
    2025,
    "12/QĐ-CC",
  );
  await put(
    "0190a000-0000-7000-8000-000000000002",
    "procedure",
    "Thủ tục nuôi chuồn chuồn",
    2026,
    "1.000001",
  );
  await put("0190a000-0000-7000-8000-000000000003", "document", MARKUP, 2026);

  const found = await ask("/tim-kiem?q=chuon+chuon");
  expect(found).toMatch(/<mark>chuồn chuồn<\/mark>/);
  expect(found).toMatch(/3<\/?[^>]*>? kết quả|3 kết quả/);
  expect(found).toContain('href="/tim-kiem?q=chuon+chuon&amp;loai=van-ban"');
  expect(found).toContain('href="/tim-kiem?q=chuon+chuon&amp;linh-vuc=con-trung-hoc"');
  expect(found).toContain('href="/tim-kiem?q=chuon+chuon&amp;nam=2025"');
  expect(found).not.toContain("<img src=x");
  const narrowed = await ask("/tim-kiem?q=chuon+chuon&loai=van-ban&nam=2025");
  expect(narrowed).toContain("12/QĐ-CC");
  expect(narrowed).not.toContain("Thủ tục nuôi");
  expect(await ask("/tim-kiem?q=chuon+chuom")).toContain("Có phải bạn tìm");
  expect(await ask("/tim-kiem?q=chuoonf+chuoonf")).toContain("Đã hiểu các từ vừa gõ là “chuồn chuồn”");

  for (let time = 0; time < 3; time += 1) expect(await ask("/tim-kiem?q=zzqqx")).toContain("Hỏi cơ quan");
  expect((await pool.query("select words, times from missed_search where words = 'zzqqx'")).rows).toEqual([
    { words: "zzqqx", times: 3 },
  ]);
  const plan = await ask(`/tim-kiem?q=${encodeURIComponent("tuyên truyền")}&loai=ke-hoach`);
  expect(plan).toMatch(/href="\/ke-hoach\/[^"]+#muc-/);

  const suggested = await portal.request("/tim-kiem/goi-y?q=nuoi+ch");
  expect(suggested.headers.get("content-type")).toContain("application/json");
  expect(await suggested.json()).toEqual([
    {
      title: "Thủ tục nuôi chuồn chuồn",
      label: "Văn bản",
      href: "/thu/0190a000-0000-7000-8000-000000000002",
    },
  ]);
  for (const hostile of ["", "a".repeat(10_000), "';--", "\u0000", "<b>", "🎉", "thur'"]) {
    expect((await portal.request(`/tim-kiem/goi-y?q=${encodeURIComponent(hostile)}`)).status).toBe(200);
    expect((await portal.request(`/tim-kiem?q=${encodeURIComponent(hostile)}&nam=x&trang=99`)).status).toBe(
      200,
    );
  }
  expect(faults).toEqual([]);
  const script = [...loadPortalAssets().files].find(([path]) => path.endsWith(".js"))![1];
  expect(script.bytes.length).toBeLessThan(10_240);
});
