import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { uuidv7 } from "../database/id.ts";
import { type TestDatabase, testDatabase } from "../testing/test-database.ts";
import { countTexts } from "./counts.ts";
import { collection, queries } from "./find-texts.fixture.ts";
import { findTexts } from "./find-texts.ts";
import { markedText, markerOf, passageOf } from "./passage.ts";
import { putSearchText } from "./search-text.ts";

let db: TestDatabase;
const agencyId = uuidv7();
const keyOf = new Map<string, string>();

const find = (query: string, narrowed: { kind?: string; year?: number; field?: string } = {}) =>
  findTexts(db.database, { agencyId, query, limit: 20, ...narrowed });
const keys = async (query: string, narrowed = {}) =>
  (await find(query, narrowed)).hits.map(({ objectId }) => keyOf.get(objectId)!);

beforeAll(async () => {
  db = await testDatabase();
  await db.database.execute(
    sql`insert into agency (id, kind, name, symbol, place, slug) values (${agencyId}, 'department', 'Sở Mẫu', 'SM', 'Nơi Mẫu', 'so-mau')`,
  );
  await db.database.transaction(async (tx) => {
    for (const { key, kind, code, title, body = "", field, at = "2026-01-01" } of collection) {
      const objectId = uuidv7();
      keyOf.set(objectId, key);
      await putSearchText(tx, {
        ...{ agencyId, kind, objectId, title, body, code: code ?? null, at: new Date(at) },
        ...{ address: `/${kind}/${key}`, label: kind, fields: field ? [field] : [] },
      });
    }
  });
});

describe("what people type finds what they mean", () => {
  for (const [name, wanted] of Object.entries(queries))
    test(name, async () => {
      const missed: string[] = [];
      for (const [query, key, within = 1] of wanted) {
        const found = await keys(query);
        if (!found.slice(0, within).includes(key))
          missed.push(`${query} → ${found.slice(0, 4).join(", ")} instead of ${key}`);
      }
      expect(missed).toEqual([]);
    });
});

describe("one list of all kinds", () => {
  test("is narrowed by kind, field and year, and counted so", async () => {
    expect(await keys("tuyên truyền")).toEqual(["kh-36", "ke-hoach-muc-2"]);
    expect(await keys("tuyên truyền", { kind: "plan" })).toEqual(["ke-hoach-muc-2"]);
    expect(await keys("giấy phép", { field: "Mỹ thuật" })).toHaveLength(3);
    expect(await keys("văn thư", { year: 2026 })).not.toContain("nd-30");
    expect(await keys("van thu", { year: 2020 })).toEqual(["nd-30"]);
    expect(await keys("karaoke", { kind: "no'such \\ kind" })).toEqual([]);
    const finding = await find("du lịch");
    const { total, kinds, fields, complete } = await countTexts(db.database, { agencyId }, finding);
    expect(complete).toBe(true);
    expect(total).toBe(finding.hits.length);
    expect(kinds.get("document")).toBe(2);
    expect(fields.get("Du lịch")).toBe(9);
  });

  test("is counted to a thousand and said to be more", async () => {
    const other = uuidv7();
    await db.database.execute(
      sql`insert into agency (id, kind, name, symbol, place, slug) values (${other}, 'department', 'Sở Mẫu', 'SM', 'Nơi Mẫu', 'so-nhieu')`,
    );
    await db.database.execute(sql`
      insert into search_text (agency_id, kind, object_id, at, newest, title, title_plain, words, words_plain, address)
      select ${other}, case when n % 10 = 0 then 'plan' else 'content' end, gen_random_uuid(),
        '2026-01-01'::timestamptz - n * interval '1 hour', true, 'trâu ' || n, 'trau ' || n,
        'trâu ' || n || ' @k:' || case when n % 10 = 0 then 'plan' else 'content' end,
        'trau ' || n || ' @k:' || case when n % 10 = 0 then 'plan' else 'content' end, '/'
      from generate_series(1, 1500) as n`);
    const asking = { agencyId: other, query: "trâu", limit: 100 };
    const all = await countTexts(db.database, { agencyId: other }, await findTexts(db.database, asking));
    expect(all).toMatchObject({ total: 1001, complete: false });
    const narrowed = { ...asking, kind: "plan" };
    const plans = await countTexts(db.database, narrowed, await findTexts(db.database, narrowed));
    expect(plans).toMatchObject({ total: 150, complete: true });
  });

  test("says how it was taken, and what was probably meant", async () => {
    expect(await find("thur tucj khai sinh")).toMatchObject({ readAs: "thủ tục khai sinh", nearly: false });
    expect(await find("dang ky khai sing")).toMatchObject({ nearly: true, meant: "đăng ký khai sinh" });
    expect(await find("khai sinh")).toMatchObject({ readAs: null, nearly: false, meant: null });
    expect(await find("zzqq vvkk")).toMatchObject({ hits: [], meant: null });
  });

  test("is never an error, whatever is typed", async () => {
    const hostile = [
      "",
      " ",
      "\u0000\u0007",
      "\ud800",
      "'; drop table search_text; --",
      "' or 1=1 --",
      "&|!():*<->",
      '"khai sinh" -khai +sinh khai:*',
      "<script>alert(1)</script>",
      "🎉🇻🇳👨‍👩‍👧",
      "\\ % _ $1 {{x}}",
      "a".repeat(10_000),
      "thủ tục ".repeat(1250),
      "\u0301".repeat(10_000),
      "thutuc".repeat(1600),
      "1.004628".repeat(1250),
      "đ/".repeat(5000),
    ];
    for (const query of hostile) expect((await find(query)).hits.length).toBeLessThanOrEqual(20);
    expect(await keys("“khai sinh” & đăng | ký:*")).toContain("khai-sinh");
  });
});

describe("what was looked for is marked", () => {
  const marked = (words: string[], text: string) =>
    markedText(text, markerOf(words, [])).flatMap((piece) => (piece.marked ? [piece.text] : []));

  test("in the text as it was written, with diacritics where they were typed", () => {
    expect(marked(["thu", "tuc"], "Thủ tục (TTHC), dùng thử; thu")).toEqual(["Thủ tục"]);
    expect(marked(["thu", "tuc"], "Thu hồi, thử")).toEqual(["Thu", "thử"]);
    expect(marked(["thủ", "tục"], "Thủ tục, thu hồi; “tục lệ”")).toEqual(["Thủ tục", "tục"]);
    expect(marked(["hoá"], "Văn hóa, VĂN HOÁ")).toEqual(["hóa", "HOÁ"]);
    expect(marked(["thũ", "tục"], "Thu tức")).toEqual(["Thu tức"]);
    expect(markedText("a <b>khai</b>", markerOf(["khai"], []))).toEqual([
      { text: "a <b>", marked: false },
      { text: "khai", marked: true },
      { text: "</b>", marked: false },
    ]);
  });

  test("in the passage that holds the most of it, cut between words", () => {
    const text = `${"Mở đầu dài dòng. ".repeat(40)}Ở đây nói về đăng ký khai sinh cho trẻ em. ${"Còn tiếp nữa. ".repeat(40)}`;
    const passage = passageOf(text, markerOf(["khai", "sinh", "dài"], []));
    const words = passage.map((piece) => piece.text).join("");
    expect(words).toContain("đăng ký khai sinh cho trẻ em");
    expect(words).toMatch(/^… \S.*\S …$/u);
    expect(words.length).toBeLessThan(240);
    expect(passageOf("Ngắn.", markerOf(["khai"], []))).toEqual([{ text: "Ngắn.", marked: false }]);
  });
});
