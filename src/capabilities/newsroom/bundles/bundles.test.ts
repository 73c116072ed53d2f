import { beforeAll, describe, expect, test } from "vitest";
import { sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { approveContent } from "../approve-content.ts";
import { draftContent } from "../draft-content.ts";
import { fields, newsroomOf, people } from "../newsroom.fixture.ts";
import { presentItem } from "../present-content.ts";
import { returnContent } from "../return-content.ts";
import { presentApprovalSheet } from "../review/approval-sheet.ts";
import { presentSeveral } from "../review/approve-several.ts";
import { removeReviewRoute } from "../review/remove-route.ts";
import { saveReviewRoute } from "../review/save-route.ts";
import { saveContent } from "../save-content.ts";
import { scheduleContent, scheduleUrgently } from "../schedule-content.ts";
import { recallContent, submitForReview } from "../submit-for-review.ts";
import { bundleContent } from "./bundle-content.ts";
import { presentCandidates } from "./bundle-queries.ts";
import { decideTogether } from "./decide-together.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, exact, item, draft } = newsroomOf(() => db.database);
const { writer, head, editor, secondEditor, leader, clerk, administrator } = people;

const bundle = (id: string, itemIds: string[], who: Actor = writer) =>
  as(who, (w) => bundleContent(w, { id, itemIds }));
const send = (ids: string[], who: Actor = writer) =>
  as(who, async (w) => {
    const [first, ...others] = await Promise.all(ids.map(exact));
    return submitForReview(w, { ...first!, others });
  });
const decide = async (
  who: Actor,
  ids: string[],
  part: Partial<Parameters<typeof decideTogether>[1]> & { reasons?: string[]; decisionIds?: string[] } = {},
) => {
  const { reasons = [], decisionIds = [], ...rest } = part;
  const texts = (await Promise.all(ids.map(exact))).map((one, at) => ({
    ...one,
    decisionId: decisionIds[at] ?? uuidv7(),
    reason: reasons[at] ?? "",
  }));
  return as(who, (w) => decideTogether(w, { texts, outcome: "approved", reason: "", ...rest }));
};
const elsewhere = (title: string) =>
  as(editor, (w) =>
    draftContent(w, {
      kind: "news",
      unitId: sampleUnitId("ttbcxb"),
      fields: fields(title),
      obligationIds: [sampleObligationId("II.4.2-a")],
    }),
  );
const states = (ids: string[]) => Promise.all(ids.map(async (id) => (await item(id)).state));
/** Texts sent together by their writer. */
async function sent(...titles: string[]): Promise<string[]> {
  const ids = [];
  for (const title of titles) ids.push(await draft(title));
  await bundle(ids[0]!, ids.slice(1));
  await send(ids);
  return ids;
}
const save = async (id: string, title: string) =>
  as(writer, async (w) =>
    saveContent(w, {
      id,
      saveId: uuidv7(),
      baseRevisionId: (await item(id)).currentRevisionId,
      fields: fields(title),
    }),
  );

describe("texts of one bundle", () => {
  test("are chosen by whoever may send each, and are in one bundle at most", async () => {
    const [a, b, c] = [await draft("Bộ: bài"), await draft("Bộ: tin"), await draft("Bộ: bài khác")];
    await bundle(a, [b]);
    expect((await presentItem(db.database, writer, b)).together).toMatchObject({
      sent: false,
      texts: [
        { id: a, sentWith: true },
        { id: b, sentWith: false },
      ],
    });
    await expect(bundle(c, [b])).rejects.toThrow("đã ở một bộ duyệt chung khác");
    await expect(bundle(c, [uuidv7()])).rejects.toThrow(NotFound);
    await expect(bundle(c, [a], leader)).rejects.toThrow(Forbidden);
    await expect(bundle(c, [await elsewhere("Bộ: đơn vị khác")])).rejects.toThrow(
      "“Bộ: đơn vị khác”: Nội dung này của đơn vị khác.",
    );
    const offered = await presentCandidates(db.database, writer, await item(c), { search: "bo" });
    expect(offered.map(({ title }) => title)).not.toContain("Bộ: đơn vị khác");
    expect(offered.map(({ title }) => title)).not.toContain("Bộ: tin");
    await bundle(a, []);
    expect((await presentItem(db.database, writer, b)).together).toBeNull();
  });

  test("are sent together or not at all", async () => {
    const [a, b] = [await draft("Gửi chung"), await draft("Gửi chung, thiếu")];
    await bundle(a, [b]);
    await expect(send([a])).rejects.toThrow(Conflict);
    await as(writer, async (w) =>
      saveContent(w, {
        id: b,
        saveId: uuidv7(),
        baseRevisionId: (await item(b)).currentRevisionId,
        fields: fields("Gửi chung, thiếu", { summary: "" }),
      }),
    );
    await expect(send([a, b])).rejects.toThrow(Unacceptable);
    expect(await states([a, b])).toEqual(["draft", "draft"]);
    await save(b, "Gửi chung, đủ");
    await send([b, a]);
    expect(await states([a, b])).toEqual(["submitted", "submitted"]);
    const told = await db.pool.query(
      "select title from notice where person_id = $1 and title like 'Chờ duyệt chung 2 bài: Gửi chung%'",
      [editor.personId],
    );
    expect(told.rows).toHaveLength(1);
    await as(writer, (w) => recallContent(w, { id: a }));
    expect(await states([a, b])).toEqual(["draft", "draft"]);
  });

  test("are approved by their exact texts in one decision, once, by whoever may decide each", async () => {
    const a = await draft("Duyệt chung A");
    const b = await elsewhere("Duyệt chung B");
    await bundle(a, [b], editor);
    await send([a, b], editor);
    await expect(decide(head, [a, b])).rejects.toThrow("“Duyệt chung B”: Nội dung này của đơn vị khác.");
    for (const act of [
      () => as(secondEditor, async (w) => approveContent(w, await exact(a))),
      () => as(secondEditor, (w) => returnContent(w, { id: a, reason: "Sửa" })),
      () => decide(secondEditor, [a]),
    ])
      await expect(act()).rejects.toThrow(Conflict);
    expect((await presentSeveral(db.database, secondEditor)).map(({ id }) => id)).not.toContain(a);
    const stale = { ...(await exact(b)), hash: "0".repeat(64), decisionId: uuidv7(), reason: "" };
    const fresh = { ...(await exact(a)), decisionId: uuidv7(), reason: "" };
    await expect(
      as(secondEditor, (w) => decideTogether(w, { texts: [fresh, stale], outcome: "approved", reason: "" })),
    ).rejects.toThrow("“Duyệt chung B” đã được sửa");
    expect(await states([a, b])).toEqual(["submitted", "submitted"]);
    await expect(
      db.pool.query("update review_run set outcome = 'approved', ended_at = now() where item_id = $1", [a]),
    ).rejects.toThrow("decided together");
    // Twice pressed, and two at once.
    const decisionIds = [uuidv7(), uuidv7()];
    const all = await Promise.allSettled([
      decide(secondEditor, [a, b], { decisionIds }),
      decide(secondEditor, [b, a], { decisionIds: decisionIds.toReversed() }),
      decide(leader, [b, a]),
    ]);
    expect(await states([a, b])).toEqual(["approved", "approved"]);
    for (const one of all) if (one.status === "rejected") expect(one.reason).toBeInstanceOf(Conflict);
    const decisions = await db.pool.query(
      "select d.person_id from review_decision d join review_run r on r.id = d.run_id where r.item_id in ($1, $2)",
      [a, b],
    );
    expect(decisions.rows).toHaveLength(2);
    expect(new Set(decisions.rows.map((row) => row.person_id)).size).toBe(1);
    const sheet = await presentApprovalSheet(db.database, writer, a);
    expect(sheet.submissions[0]!.together).toEqual([
      { id: b, title: "Duyệt chung B", number: 1, hash: (await exact(b)).hash },
    ]);
  });

  test("lose their approval with the one that is edited, save what is out already", async () => {
    const ids = await sent("Sửa một A", "Sửa một B", "Sửa một C");
    await decide(editor, ids);
    const [a, b, c] = ids as [string, string, string];
    await as(clerk, (w) => scheduleContent(w, { id: b, at: null }));
    await save(a, "Sửa một A, lại");
    expect(await states([a, b, c])).toEqual(["draft", "draft", "draft"]);
    expect((await presentItem(db.database, writer, c)).history.at(-1)).toMatchObject({
      event: "revoke-approval",
      note: expect.stringContaining("Sửa một A"),
    });
    await send([c, a, b]);
    await decide(leader, ids);
    expect(await states(ids)).toEqual(["approved", "approved", "approved"]);
  });

  test("are sent back together, each with its reasons", async () => {
    const ids = await sent("Trả chung A", "Trả chung B");
    await expect(decide(editor, ids, { outcome: "returned" })).rejects.toThrow(Unacceptable);
    await decide(editor, ids, { outcome: "returned", reasons: ["Thiếu nguồn", ""] });
    expect(await states(ids)).toEqual(["returned", "returned"]);
    const reasons = await Promise.all(
      ids.map(async (id) => (await presentItem(db.database, writer, id)).history.at(-1)?.reason),
    );
    expect(reasons).toEqual(["Thiếu nguồn", "Trả lại cùng cả bộ; bài này không có điều cần sửa riêng."]);
  });

  test("are refused together for a reason, once, and what is refused is sent no more", async () => {
    const ids = await sent("Không duyệt chung A", "Không duyệt chung B");
    const refuse = (who: Actor, part: Parameters<typeof decide>[2] = {}) =>
      decide(who, ids, { outcome: "refused", ...part });
    await expect(refuse(editor)).rejects.toThrow(Unacceptable);
    await expect(refuse(writer, { reason: "Trùng" })).rejects.toThrow(Forbidden);
    const stale = { ...(await exact(ids[1]!)), hash: "0".repeat(64), decisionId: uuidv7(), reason: "" };
    const fresh = { ...(await exact(ids[0]!)), decisionId: uuidv7(), reason: "" };
    await expect(
      as(editor, (w) => decideTogether(w, { texts: [fresh, stale], outcome: "refused", reason: "Trùng" })),
    ).rejects.toThrow("“Không duyệt chung B” đã được sửa");
    expect(await states(ids)).toEqual(["submitted", "submitted"]);
    const decisionIds = [uuidv7(), uuidv7()];
    const part = { reason: "Trùng bài đã đăng", reasons: ["", "Sai kỳ"], decisionIds };
    await refuse(editor, part);
    await refuse(editor, part);
    expect(await states(ids)).toEqual(["refused", "refused"]);
    const last = async (id: string) => {
      const { history, together } = await presentItem(db.database, writer, id);
      return { ...history.at(-1), together };
    };
    expect(await last(ids[0]!)).toMatchObject({
      event: "refuse",
      reason: "Trùng bài đã đăng",
      note: "Tư cách: Biên tập · Cùng “Không duyệt chung B”",
      together: null,
    });
    expect(await last(ids[1]!)).toMatchObject({ reason: "Sai kỳ · Trùng bài đã đăng" });
    const told = await db.pool.query(
      "select title from notice where person_id = $1 and title like 'Không duyệt (duyệt chung 2 bài): Không duyệt chung%'",
      [writer.personId],
    );
    expect(told.rows).toHaveLength(1);
    await expect(send(ids)).rejects.toThrow(Forbidden);
  });

  test("with different routes meet at the last step; one that cannot wait leaves the others", async () => {
    const step = (name: string, role: "head" | "leadership") => ({
      name,
      roles: [role],
      unitId: null,
      personIds: [],
      workingDays: 2,
    });
    const id = uuidv7();
    const route = {
      id,
      name: "Hai bước",
      kind: null,
      unitId: sampleUnitId("phong-mau-a"),
      samePerson: false,
    };
    await as(administrator, (w) =>
      saveReviewRoute(w, { ...route, steps: [step("Thẩm định", "head"), step("Lãnh đạo", "leadership")] }),
    );
    const pair = async (title: string) => {
      const ids = [await draft(`${title} A`), await elsewhere(`${title} B`)];
      await bundle(ids[0]!, [ids[1]!], editor);
      await send(ids, editor);
      return ids as [string, string];
    };
    const both = await pair("Hai đường");
    expect((await item(both[1])).turn?.waits).toBe(true);
    await expect(decide(leader, both)).rejects.toThrow("“Hai đường A”: Bước “Thẩm định”");
    // Who decides on one alone does not end the way of the other.
    await expect(decide(head, both, { outcome: "refused", reason: "Không hợp" })).rejects.toThrow(
      /mọi bài phải đến lượt bạn.*“Hai đường B”/s,
    );
    await decide(head, both);
    expect(await states(both)).toEqual(["submitted", "submitted"]);
    await decide(leader, both);
    expect(await states(both)).toEqual(["approved", "approved"]);
    const [a, b] = await pair("Không chờ được");
    await as(leader, async (w) => scheduleUrgently(w, { ...(await exact(a)), reason: "Mưa lũ" }));
    expect((await presentItem(db.database, secondEditor, b)).together).toBeNull();
    await as(secondEditor, async (w) => approveContent(w, await exact(b)));
    expect((await item(b)).state).toBe("approved");
    await as(administrator, (w) => removeReviewRoute(w, { id }));
  });
});
