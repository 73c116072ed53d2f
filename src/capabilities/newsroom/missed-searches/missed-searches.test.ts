import { beforeAll, expect, test } from "vitest";
import { Forbidden, NotFound } from "#platform/auth/policy.ts";
import { countMissed, forgetMissed, keptWords } from "#platform/search/count-missed.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { newsroomOf, people } from "../newsroom.fixture.ts";
import { listSuggestions } from "../suggestions/suggestion-queries.ts";
import { settleMissedSearch, suggestMissedSearch } from "./decide-missed.ts";
import { missedSearches } from "./missed-queries.ts";

const NOW = new Date("2026-11-16T09:00:00+07:00");
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as: asNow } = newsroomOf(() => db.database);
const as = <T>(actor: typeof people.editor, act: Parameters<typeof asNow<T>>[1]) => asNow(actor, act, NOW);
const { writer, editor } = people;

const miss = async (query: string, times: number, at = NOW) => {
  for (let time = 0; time < times; time += 1)
    await countMissed(db.database, { agencyId: editor.agencyId, query, at });
};
const listed = () => missedSearches(db.database, editor.agencyId);

test("what may tell of a person, or of nothing, is never kept", () => {
  const refused = [
    "0912 345 678",
    "gọi 0912.345.678",
    "ten@example.vn",
    "001 199 000 123",
    "https://x.vn",
    "!",
    "a",
  ];
  for (const query of [...refused, "đ".repeat(81), "từ ".repeat(13)]) expect(keptWords(query)).toBeNull();
  expect(keptWords("  Giấy phép\u0000 KARAOKE!")).toBe("giấy phép karaoke");
  expect(keptWords("1.004628.000.00.00.H05")).toBe("1 004628");
});

test("what was looked for in vain often enough is a list; it is settled or becomes a suggestion, and comes back when it is missed again", async () => {
  await miss("đăng ký nuôi chim yến", 2, days(-1));
  await miss("Đăng ký nuôi chim yến!", 2);
  await miss("xin phép bay thử", 3);
  await miss("chỉ một người gõ", 2);
  expect(await listed()).toMatchObject([
    { words: "đăng ký nuôi chim yến", times: 4, lastDay: "2026-11-16", decision: null },
    { words: "xin phép bay thử", times: 3, decision: null },
  ]);
  const settled = { words: "đăng ký nuôi chim yến", note: "Không thuộc việc của Sở; đã dẫn nơi hỏi." };
  await expect(as(writer, (w) => settleMissedSearch(w, settled))).rejects.toThrow(Forbidden);
  await expect(as(editor, (w) => settleMissedSearch(w, { ...settled, words: "không có" }))).rejects.toThrow(
    NotFound,
  );
  await as(editor, (w) => settleMissedSearch(w, settled));
  await as(editor, (w) =>
    suggestMissedSearch(w, { words: "xin phép bay thử", title: "Xin phép bay thử ở đâu" }),
  );
  expect((await listed()).map(({ words, decision }) => [words, decision?.outcome])).toEqual([
    ["đăng ký nuôi chim yến", "settled"],
    ["xin phép bay thử", "suggested"],
  ]);
  const { open } = await listSuggestions(db.database, editor, { span: "quarter", now: NOW });
  expect(open.find(({ source }) => source === "missed-search")).toMatchObject({
    title: "Xin phép bay thử ở đâu",
    sourceLabel: "Tìm mà không thấy",
  });
  await miss("xin phép bay thử", 3, days(1));
  expect((await listed())[0]).toMatchObject({ words: "xin phép bay thử", times: 3, decision: null });
  await forgetMissed(db.database, days(31));
  expect((await db.pool.query("select distinct words from missed_search order by 1")).rows).toHaveLength(2);
  await forgetMissed(db.database, days(92));
  expect(await listed()).toEqual([]);
});
