import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { uuidv7 } from "../database/id.ts";
import { type TestDatabase, testDatabase } from "../testing/test-database.ts";
import { unaccent } from "../text/unaccent.ts";
import { countTexts } from "./counts.ts";
import { collection, queries } from "./find-texts.fixture.ts";
import { findTexts } from "./find-texts.ts";
import { markedText, markerOf, passageOf } from "./passage.ts";
import { putSearchText } from "./search-text.ts";
import { searchTexts } from "./search-texts.ts";

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

test("a code that no text has finds none that holds its first digit", async () => {
  expect(await keys("phụ lục 3")).toEqual(["phu-luc-3"]);
  for (const query of ["3.987654", "3987654", "3.987654.000.00.00.H05"])
    expect(await keys(query)).toEqual([]);
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

describe("among many texts", () => {
  /** An agency of its own whose texts are these rows: `n`, whether they are of the newest, year and words by n. */
  async function withTexts(
    slug: string,
    parts: { from: number; to: number; newest: boolean; year: string; words: string }[],
  ): Promise<string> {
    const id = uuidv7();
    await db.database.execute(
      sql`insert into agency (id, kind, name, symbol, place, slug) values (${id}, 'department', 'Sở Mẫu', 'SM', 'Nơi Mẫu', ${slug})`,
    );
    for (const { from, to, newest, year, words } of parts)
      await db.database.execute(sql`
        insert into search_text (agency_id, kind, object_id, at, newest, title, title_plain, words, words_plain, address)
        select ${id}, 'content', gen_random_uuid(), make_timestamptz(${sql.raw(year)}, 6, 1, 0, 0, 0) - n * interval '1 minute',
          ${newest}, 'bai ' || n, 'bai ' || n, made.words || ' @y:' || ${sql.raw(year)}, made.plain || ' @y:' || ${sql.raw(year)}, '/'
        from generate_series(${from}::int, ${to}::int) as n, lateral (select ${sql.raw(words)} as words, ${sql.raw(unaccent(words))} as plain) as made`);
    return id;
  }
  const found = async (id: string, query: string) =>
    (await searchTexts(db.database, { agencyId: id, query, limit: 500 })).length;

  test("a long query is asked of the older ones while its rarest word leaves 15,000 at most to go through", async () => {
    const words = "'gà x' || n || ' vịt y ngan z ngỗng t trâu'";
    const id = await withTexts("so-rat-nhieu", [
      { from: 1, to: 30, newest: true, year: "2026", words },
      { from: 101, to: 15_100, newest: false, year: "2024", words },
    ]);
    expect(await found(id, "trâu ngỗng ngan vịt gà")).toBe(500);
    const tooMany = await withTexts("so-qua-nhieu", [
      { from: 1, to: 30, newest: true, year: "2026", words },
      { from: 101, to: 15_101, newest: false, year: "2024", words },
    ]);
    expect(await found(tooMany, "trâu ngỗng ngan vịt gà")).toBe(30);
  });

  test("of the older ones those that hold every word are found, whether few or many hold the rarest", async () => {
    // Every word stands in a part of the texts, by what its number is divisible by; the last two parts hold them all.
    const words = `concat_ws(' x ', 'bai' || n, case when n % 2 = 0 then 'gà' end, case when n % 3 = 0 then 'vịt' end,
      case when n % 5 = 0 then 'ngan' end, case when n % 7 = 0 then 'trâu' end, case when n % 11 = 0 then 'bò' end, case when n % 4 = 0 then 'dê' end)`;
    const some = [
      { from: 1, to: 300, newest: true, year: "2026", words },
      { from: 1001, to: 5620, newest: false, year: "2024", words },
    ];
    const id = await withTexts("so-it", some);
    // Multiples of 4 · 3 · 5 · 7 · 11 = 4,620, and of what is left of it.
    expect(await found(id, "dê bò trâu ngan vịt gà")).toBe(1);
    expect(await found(id, "dê trâu ngan vịt gà")).toBe(11);
    expect(await found(id, "de trau ngan vit ga")).toBe(11);
    const all = "'dê x bò x trâu x ngan x vịt x gà'";
    const many = await withTexts("so-cung-nhau", [
      ...some,
      { from: 6001, to: 6100, newest: false, year: "2023", words: all },
    ]);
    expect(await found(many, "bò dê trâu ngan vịt gà")).toBe(101);
  });

  test("a thousand are counted of the latest years, of all years where these hold fewer", async () => {
    const words = "'trâu x' || n";
    const id = await withTexts("so-moi-nam", [
      { from: 1, to: 200, newest: true, year: "2026", words },
      { from: 201, to: 3200, newest: false, year: "2025", words },
      { from: 3201, to: 6200, newest: false, year: "2019", words },
    ]);
    const count = async (agency: string) => {
      const finding = await findTexts(db.database, { agencyId: agency, query: "trâu", limit: 100 });
      return countTexts(db.database, { agencyId: agency }, finding);
    };
    expect(await count(id)).toMatchObject({
      ...{ total: 1001, complete: false },
      years: new Map([
        [2025, 801],
        [2026, 200],
      ]),
    });
    const seldom = await withTexts("so-nam-cu", [
      { from: 1, to: 200, newest: true, year: "2026", words },
      { from: 201, to: 3200, newest: false, year: "2025", words: "'bò x' || n" },
      { from: 3201, to: 3700, newest: false, year: "2019", words },
    ]);
    expect(await count(seldom)).toMatchObject({
      ...{ total: 700, complete: true },
      years: new Map([
        [2019, 500],
        [2026, 200],
      ]),
    });
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
