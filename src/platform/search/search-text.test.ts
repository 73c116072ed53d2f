import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { uuidv7 } from "../database/id.ts";
import { type TestDatabase, testDatabase } from "../testing/test-database.ts";
import { dropSearchText, putSearchText, scoreOf, searchTexts, wordsOf } from "./search-text.ts";

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

  test("an old text written just as typed is not lost among many newer ones that look alike", async () => {
    await put("Mượn trâu cày ruộng", "", { at: "2020-01-01" });
    await db.pool.query(
      `insert into search_text select $1, 'content', gen_random_uuid(), now(), to_tsvector('simple', 'trầu cau'), to_tsvector('simple', 'trau cau') from generate_series(1, 400)`,
      [agencyId],
    );
    const [best] = await searchTexts(db.database, { agencyId, kind: "content", query: "trâu", limit: 1 });
    expect(best!.objectId).toBe(ids.get("Mượn trâu cày ruộng"));
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

  test("a text at hand is scored on the same scale", () => {
    const score = (query: string) => scoreOf(query, "Công khai thủ tục hành chính");
    expect(score("thủ tục")).toBe(14);
    expect(score("tục thủ")).toBe(4);
    expect(score("thu tuc")).toBe(2);
    expect(score("tuc khai")).toBe(0);
    expect(score("thủ tục lễ hội")).toBeNull();
    expect(score("!?")).toBeNull();
  });
});
