import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { learnNoticeMatters, whySettled } from "#platform/work/notice-matters.ts";
import { fields, newsroomOf, people } from "../newsroom.fixture.ts";
import { noticeMatters } from "../notice-matters.ts";
import { newsroomPages } from "../portal/index.ts";
import { presentItem } from "../present-content.ts";
import { publishDueContent } from "../publish-due-content.ts";
import { returnContent } from "../return-content.ts";
import { saveContent } from "../save-content.ts";
import { type Anchor, anchorAt, lettersOf, placeOf } from "./anchor.ts";
import { commentOnContent } from "./comment-on-content.ts";
import { presentComments } from "./comment-queries.ts";
import { settleComment } from "./settle-comment.ts";

describe("the place of a passage", () => {
  const text =
    "Phòng Văn hóa rà soát thủ tục của năm nay. Đơn vị một cửa cũng đã rà soát hồ sơ của quý này rồi.";
  const anchorOf = (words: string, from = 0): Anchor => {
    const letters = lettersOf(text);
    const at = letters.indexOf(lettersOf(words), from);
    return anchorAt(letters, { from: at, to: at + lettersOf(words).length });
  };
  const read = (now: string, anchor: Anchor) => {
    const letters = lettersOf(now);
    const place = placeOf(letters, anchor);
    return place && [letters.slice(place.from, place.to), place.changed];
  };

  test("is found however lines are broken and letters composed", () => {
    const broken = text.replaceAll(" ", "\u200b\n ").normalize("NFD");
    expect(read(broken, anchorOf("rà soát thủ tục"))).toEqual(["ràsoátthủtục", false]);
  });

  test("moves with the words around it, also where others like it come before", () => {
    const second = anchorOf("rà soát", 40);
    const now = lettersOf(`Mở đầu: rà soát. ${text}`);
    expect(now.slice(0, placeOf(now, second)!.from)).toMatch(/cũngđã$/);
  });

  test("is told as changed where other words stand between those around it, and as gone where none do", () => {
    const anchor = anchorOf("rà soát thủ tục");
    expect(read(text.replace("rà soát thủ tục", "xem lại quy trình"), anchor)).toEqual([
      "xemlạiquytrình",
      true,
    ]);
    expect(read(text.replace("rà soát thủ tục ", ""), anchor)).toBeNull();
    expect(read("Bài viết lại từ đầu.", anchor)).toBeNull();
    expect(read("", anchor)).toBeNull();
  });
});

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, exact, item, draft, submitted, scheduled } = newsroomOf(() => db.database);
const { writer, head, editor, clerk, auditor } = people;

const PASSAGE = "bỏ những giấy tờ mà cơ quan đã có sẵn";
async function commented(who: Actor, id: string, body: string, part: object = {}): Promise<string> {
  const commentId = uuidv7();
  const { revisionId } = await exact(id);
  const whole = {
    id,
    commentId,
    revisionId,
    parentId: null,
    body,
    quote: PASSAGE,
    lead: "",
    tail: "",
    ...part,
  };
  await as(who, (w) => commentOnContent(w, whole));
  return commentId;
}
const shown = async (id: string, who: Actor = writer) =>
  (await presentComments(db.database, who, id)).comments;
const rewrite = async (id: string, change: (text: string) => string) => {
  const body = JSON.parse(change(JSON.stringify(fields("").body)));
  const { title } = await presentItem(db.database, writer, id);
  await as(writer, async (w) =>
    saveContent(w, {
      id,
      saveId: uuidv7(),
      baseRevisionId: (await item(id)).currentRevisionId,
      fields: fields(title, { body }),
    }),
  );
};
describe("a comment", () => {
  test("stays on its passage while the text changes around it, and says when the passage changed or went", async () => {
    const id = await draft("Nhận xét theo đoạn");
    await commented(head, id, "Câu này rõ.");
    await commented(head, id, "Cả bài ổn.", { quote: "" });
    await rewrite(id, (text) => text.replace("Phòng chuyên môn", "Mới thêm. Phòng chuyên môn"));
    expect((await shown(id)).map(({ passage, number }) => [passage, number])).toEqual([
      ["whole", 1],
      ["there", 1],
    ]);
    await rewrite(id, (text) => text.replaceAll(PASSAGE, "bớt giấy tờ thừa"));
    expect((await shown(id)).map(({ passage }) => passage)).toEqual(["whole", "changed"]);
    await rewrite(id, () => JSON.stringify(fields("").body).replace(/"text":"[^"]*"/, '"text":"Viết lại."'));
    expect((await shown(id)).at(-1)).toMatchObject({ passage: "gone", quote: PASSAGE, body: "Câu này rõ." });
  });

  test("is told to the writer, answered, settled by those of the talk, reopened, and counted", async () => {
    const id = await draft("Trao đổi");
    const commentId = await commented(head, id, "Nguồn ở đâu?");
    await commented(writer, id, "Ở báo cáo quý.", { parentId: commentId, quote: "" });
    expect((await shown(id))[0]?.replies.map(({ body }) => body)).toEqual(["Ở báo cáo quý."]);
    const { rows } = await db.pool.query("select person_id from notice where cause like $1 order by at", [
      `content-comment:${id}:%`,
    ]);
    expect(rows.map(({ person_id }) => person_id)).toEqual([writer.personId, head.personId]);
    expect((await presentItem(db.database, writer, id)).openComments).toBe(1);
    const cause = `content-comment:${id}:${commentId}`;
    learnNoticeMatters(noticeMatters);
    expect(await whySettled(db.database, cause, writer)).toBeNull();
    const settle = (who: Actor, settled: boolean) =>
      as(who, (w) => settleComment(w, { id, commentId, settled }));
    const bystander = { ...writer, personId: clerk.personId };
    await expect(settle(bystander, true)).rejects.toThrow("Người nhận xét hoặc người soạn");
    await settle(writer, true);
    await settle(writer, true);
    expect(await whySettled(db.database, cause, writer)).toBe("Nhận xét này đã xong.");
    expect((await presentItem(db.database, writer, id)).openComments).toBe(0);
    await settle(head, false);
    expect((await shown(id))[0]).toMatchObject({ settledAt: null, maySettle: true });
    const audit = await db.pool.query(
      "select act from audit_entry where object_id = $1 and act like '%comment%' order by at, id",
      [id],
    );
    expect(audit.rows.map(({ act }) => act)).toEqual([
      "comment-on-content",
      "answer-comment",
      "settle-comment",
      "reopen-comment",
    ]);
  });

  test("names a passage of the very text, comes in once, and is nobody's who only reads", async () => {
    const id = await draft("Ai được nhận xét");
    await expect(commented(head, id, "Đâu?", { quote: "không có câu này" })).rejects.toThrow(
      "Không thấy đoạn này",
    );
    await expect(commented(head, id, " \u200b ")).rejects.toThrow(Unacceptable);
    await expect(commented(auditor, id, "Tôi chỉ xem")).rejects.toThrow(Forbidden);
    const other = await exact(await draft("Bài khác"));
    await expect(commented(head, id, "Lạc", { revisionId: other.revisionId })).rejects.toThrow(NotFound);
    const commentId = uuidv7();
    await commented(head, id, "Một lần", { commentId });
    await commented(head, id, "Một lần", { commentId });
    expect(await shown(id)).toHaveLength(1);
    await expect(commented(editor, id, "Trùng mã", { commentId })).rejects.toThrow(Conflict);
    const answer = { parentId: commentId, quote: "", commentId: uuidv7() };
    await commented(writer, id, "Đáp", answer);
    await expect(
      commented(head, id, "Đáp lời đáp", { parentId: answer.commentId, quote: "" }),
    ).rejects.toThrow(NotFound);
  });

  test("may be what a text is sent back for, if it is of that text", async () => {
    const id = await submitted("Trả lại vì nhận xét");
    const stray = await commented(head, await draft("Bài nọ"), "Ở bài nọ");
    const commentId = await commented(editor, id, "Thêm số liệu");
    await commented(editor, id, "Chỉ hỏi thêm", { quote: "" });
    const send = (commentIds: string[]) =>
      as(editor, (w) => returnContent(w, { id, reason: "Theo nhận xét", commentIds }));
    await expect(send([commentId, stray])).rejects.toThrow(NotFound);
    expect((await item(id)).state).toBe("submitted");
    await send([commentId]);
    expect((await shown(id)).map(({ body, askedByName }) => [body, askedByName])).toEqual([
      ["Chỉ hỏi thêm", null],
      ["Thêm số liệu", editor.name],
    ]);
  });

  test("is on no page, in no feed and no search of the public", async () => {
    const secret = "Lời bàn kín zqxj";
    const id = await scheduled("Đăng rồi vẫn kín");
    await commented(editor, id, secret);
    const answer = await commented(editor, id, "Cả bài", { quote: "" });
    await commented(clerk, id, `${secret} đáp`, { parentId: answer, quote: "" });
    await publishDueContent(db.database, new Date(Date.now() + 60_000));
    await commented(editor, id, `${secret} sau khi đăng`);
    const { slug } = await item(id);
    const pages = newsroomPages();
    const call = (params: Record<string, string> = {}, query: Record<string, string> = {}) => ({
      database: db.database,
      agency: { id: SAMPLE_AGENCY_ID, base: "", name: "Sở Mẫu", units: [], below: [] } as never,
      origin: "https://so.example.vn",
      host: "https://so.example.vn",
      now: new Date(),
      params,
      query,
    });
    const [list, article, transcript, feed] = pages.routes;
    expect(await transcript!.answer(call({ slug: slug! }))).toBeNull();
    const answers = [
      await list!.answer(call()),
      await article!.answer(call({ slug: slug! })),
      ...(await Promise.all(
        ["tin-tuc.rss", "tin-tuc.atom", "tin-tuc.json"].map((path) => feed!.answer(call({ path }))),
      )),
    ];
    const words = await Promise.all(
      answers.map(async (one) => ("body" in one! ? `${await one.body} ${JSON.stringify(one)}` : "")),
    );
    for (const page of words) {
      expect(page).toContain("Đăng rồi vẫn kín");
      expect(page).not.toContain(secret);
    }
    const { rows } = await db.pool.query("select 1 from search_text t where t::text ilike '%zqxj%'");
    expect(rows).toEqual([]);
  });
});
