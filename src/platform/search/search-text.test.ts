import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { uuidv7 } from "../database/id.ts";
import { type TestDatabase, testDatabase } from "../testing/test-database.ts";
import { unaccent } from "../text/unaccent.ts";
import { dropSearchText, putSearchText } from "./search-text.ts";
import { searchTexts } from "./search-texts.ts";
import { queryWords, wordsOf } from "./words.ts";

/**
 * Score of a text on the scale of `searchTexts`, worked out from the whole of it; null when a word of the query is missing.
 */
function scoreOf(query: string, text: string): number | null {
  const asked = queryWords(query);
  const exact = ` ${wordsOf(text).join(" ")} `;
  const plain = unaccent(exact);
  const holds = (haystack: string, words: string[]) => words.every((word) => haystack.includes(` ${word} `));
  if (asked.length === 0 || !holds(plain, asked.map(unaccent))) return null;
  const together = ` ${asked.join(" ")} `;
  if (exact.includes(together)) return 8;
  if (holds(exact, asked)) return 4;
  return plain.includes(unaccent(together)) ? 2 : 0;
}

let db: TestDatabase;
const agencyId = uuidv7();
const otherAgencyId = uuidv7();
const ids = new Map<string, string>();

async function put(title: string, body = "", { at = "2026-11-01", agency = agencyId } = {}) {
  const objectId = ids.get(title) ?? uuidv7();
  ids.set(title, objectId);
  await putSearchText(db.database, {
    agencyId: agency,
    kind: "content",
    objectId,
    title,
    body,
    at: new Date(at),
    address: `/tin-tuc/${objectId}`,
    label: "Tin tức",
  });
}

async function found(query: string): Promise<string[]> {
  const hits = await searchTexts(db.database, { agencyId, kind: "content", query, limit: 20 });
  return hits.map(({ objectId }) => [...ids].find(([, id]) => id === objectId)![0]);
}

beforeAll(async () => {
  db = await testDatabase();
  for (const [id, slug] of [
    [agencyId, "so-mau"],
    [otherAgencyId, "so-khac"],
  ]) {
    await db.database.execute(
      sql`insert into agency (id, kind, name, symbol, place, slug) values (${id}, 'department', 'Sở Mẫu', 'SM', 'Nơi Mẫu', ${slug})`,
    );
  }
  await put("Thủ tục đăng ký lễ hội", "Hồ sơ nộp trực tuyến theo Kế hoạch số 36/KH-UBND.");
  await put("Thu tức trong kho", "Chữ không liên quan.");
  await put("Hồ sơ lưu trữ", "Có nhắc đến thủ tục ở giữa bài, và bàn về việc khác.");
  await put("Người đi đường", "Đường đê vắng.");
  await put("Bài của cơ quan khác", "thủ tục", { agency: otherAgencyId });
});

describe("search over public texts", () => {
  test("what is typed with diacritics comes before what only looks alike", async () => {
    expect(await found("thủ tục")).toEqual(["Thủ tục đăng ký lễ hội", "Hồ sơ lưu trữ", "Thu tức trong kho"]);
  });

  test("words without diacritics, in capitals or decomposed find the accented text", async () => {
    for (const query of [
      "thu tuc dang ky",
      "THỦ TỤC ĐĂNG KÝ",
      "thủ tục đăng ký".normalize("NFD"),
      "dang ky thu tuc",
    ]) {
      expect(await found(query)).toEqual(["Thủ tục đăng ký lễ hội"]);
    }
    expect(await found("duong de")).toEqual(["Người đi đường"]);
  });

  test("document numbers are found whole and in parts", async () => {
    expect(await found("36/KH-UBND")).toEqual(["Thủ tục đăng ký lễ hội"]);
    expect(await found("kh-ubnd")).toEqual(["Thủ tục đăng ký lễ hội"]);
  });

  test("a query of signs, or of operators, is no error", async () => {
    for (const query of ["", "   ", "&|!():*<->", "'; drop table search_text; --", "\u0000", "\ud800"]) {
      expect(await found(query)).toEqual([]);
    }
    expect(await found("thủ & tục | (lễ:*) !hội")).toEqual(["Thủ tục đăng ký lễ hội"]);
  });

  test("a text that changed is found by its new words only, a dropped one no more", async () => {
    await put("Bài sẽ đổi", "chuồn chuồn");
    expect(await found("chuon chuon")).toEqual(["Bài sẽ đổi"]);
    await put("Bài sẽ đổi", "bươm bướm");
    expect(await found("chuon chuon")).toEqual([]);
    expect(await found("bươm bướm")).toEqual(["Bài sẽ đổi"]);
    await dropSearchText(db.database, "content", ids.get("Bài sẽ đổi")!);
    expect(await found("bươm bướm")).toEqual([]);
  });

  test("among equals the newer comes first", async () => {
    await put("Lịch tiếp dân tháng chín", "", { at: "2026-09-01" });
    await put("Lịch tiếp dân tháng mười", "", { at: "2026-10-01" });
    expect(await found("lịch tiếp dân")).toEqual(["Lịch tiếp dân tháng mười", "Lịch tiếp dân tháng chín"]);
  });

  test("an old text written just as typed is not lost among thousands of newer ones that look alike", async () => {
    await put("Mượn trâu cày ruộng", "", { at: "2020-01-01" });
    await db.pool.query(
      `insert into search_text (agency_id, kind, object_id, at, newest, title, title_plain, words, words_plain)
       select $1, 'content', gen_random_uuid(), now(), true, 'trầu cau @k:content', 'trau cau @k:content',
         'trầu cau @k:content', 'trau cau @k:content'
       from generate_series(1, 5000)`,
      [agencyId],
    );
    await put("Bài mới nhất", "", { at: "2026-11-20" });
    await put("Bài cũ đăng muộn", "trâu bò", { at: "2019-01-01" });
    const { rows } = await db.pool.query(
      `select count(*) filter (where newest)::int as newest, min(at) filter (where newest) as oldest_of_newest,
         max(at) filter (where not newest) as newest_of_older from search_text where agency_id = $1`,
      [agencyId],
    );
    expect(rows[0].newest).toBe(4096);
    expect(rows[0].newest_of_older.getTime()).toBeLessThanOrEqual(rows[0].oldest_of_newest.getTime());
    const best = await searchTexts(db.database, { agencyId, kind: "content", query: "trâu", limit: 3 });
    expect(best.slice(0, 2).map(({ objectId }) => objectId)).toEqual([
      ids.get("Mượn trâu cày ruộng"),
      ids.get("Bài cũ đăng muộn"),
    ]);
    await db.pool.query("delete from search_text where title = 'trầu cau @k:content'");
  });

  test("words are cut at everything that is neither letter nor digit", () => {
    expect(wordsOf("Nghị định 30/2020/NĐ-CP: “văn thư”…")).toEqual([
      "nghị",
      "định",
      "30",
      "2020",
      "nđ",
      "cp",
      "văn",
      "thư",
    ]);
  });

  test("words that run on without end are cut, in the text as in the query", async () => {
    const endless = "đ".repeat(5000);
    await put("Chữ liền không dứt", `${endless} ${"\u0301".repeat(50)} a\u0301`);
    expect(await found(endless)).toEqual(["Chữ liền không dứt"]);
    expect(await found("\u0301")).toEqual([]);
  });
});

describe("the order of what is found", () => {
  const syllables = ["thu", "thủ", "thứ", "tuc", "tục", "tức", "hanh", "hành", "chinh", "chính"];
  const orderedAgency = uuidv7();
  const texts: { id: string; title: string; body: string; at: Date }[] = [];

  /** What the order is meant to be, worked out from every text. */
  function expected(query: string, limit: number): string[] {
    const single = wordsOf(query).length === 1;
    const scored = texts.flatMap(({ id, title, body, at }) => {
      const [whole, inTitle] = [scoreOf(query, `${title}\n${body}`), scoreOf(query, title)];
      if (whole === null) return [];
      // A single word stands together with itself; beyond that a title tells one more.
      const flat = (score: number) => (single && score < 8 ? 2 : score);
      const score = Math.max(flat(whole), inTitle === null ? 0 : flat(inTitle) + 1);
      return [{ id, at, score }];
    });
    return scored
      .sort((a, b) => b.score - a.score || b.at.getTime() - a.at.getTime())
      .slice(0, limit)
      .map(({ id, score }) => `${id} ${score}`);
  }

  beforeAll(async () => {
    await db.database.execute(
      sql`insert into agency (id, kind, name, symbol, place, slug) values (${orderedAgency}, 'department', 'Sở Mẫu', 'SM', 'Nơi Mẫu', 'so-thu-tu')`,
    );
    const words = fc.array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 14 });
    const samples = fc.sample(fc.tuple(words, words), { numRuns: 150, seed: 7 });
    for (const [index, [title, body]] of samples.entries()) {
      const text = {
        id: uuidv7(),
        title: title.slice(0, 4).join(" "),
        body: body.join(", "),
        at: new Date(Date.UTC(2026, 0, 1, index)),
      };
      texts.push(text);
      await putSearchText(db.database, {
        agencyId: orderedAgency,
        kind: "content",
        objectId: text.id,
        address: `/tin-tuc/${text.id}`,
        label: "Tin tức",
        ...text,
      });
    }
    await db.pool.query(
      "update search_text set newest = false where agency_id = $1 and at < '2026-01-04T00:00:00Z'",
      [orderedAgency],
    );
  });

  test("is as typed before lookalikes, together before apart, title before text, newer before older", async () => {
    const queries = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(queries, fc.constantFrom(3, 200), async (words, limit) => {
        const query = words.join(" ");
        const hits = await searchTexts(db.database, {
          agencyId: orderedAgency,
          kind: "content",
          query,
          limit,
        });
        expect(hits.map(({ objectId, score }) => `${objectId} ${score}`)).toEqual(expected(query, limit));
      }),
      { numRuns: 150 },
    );
  });
});
