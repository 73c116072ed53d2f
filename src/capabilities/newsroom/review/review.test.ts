import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import type { Work } from "#platform/work/work.ts";
import { approveContent } from "../approve-content.ts";
import { beginAnew } from "../begin-anew.ts";
import { clearPostCheck } from "../clear-post-check.ts";
import { draftContent } from "../draft-content.ts";
import { fields, newsroomOf, people } from "../newsroom.fixture.ts";
import { presentItem } from "../present-content.ts";
import { publishDueContent } from "../publish-due-content.ts";
import { refuseContent } from "../refuse-content.ts";
import { remindOfPostChecks } from "../remind-of-post-checks.ts";
import { returnContent } from "../return-content.ts";
import { saveContent } from "../save-content.ts";
import { scheduleUrgently } from "../schedule-content.ts";
import { recallContent, submitForReview } from "../submit-for-review.ts";
import { presentApprovalSheet } from "./approval-sheet.ts";
import { approveSeveral, presentSeveral } from "./approve-several.ts";
import { mindReviewDeadlines } from "./mind-deadlines.ts";
import { removeReviewRoute } from "./remove-route.ts";
import type { Step } from "./review.ts";
import { saveReviewRoute } from "./save-route.ts";
import { seeContent } from "./see-content.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, exact, item, draft, submitted } = newsroomOf(() => db.database);
const { writer, head, editor, secondEditor, leader, clerk, administrator } = people;

const step = (name: string, roles: Step["roles"], part: Partial<Step> = {}): Step => ({
  name,
  roles,
  unitId: null,
  personIds: [],
  workingDays: null,
  ...part,
});
const three = [
  step("Thẩm định", ["head"], { workingDays: 1 }),
  step("Biên tập", ["editor"]),
  step("Lãnh đạo", ["leadership"]),
];
const byUnit = { name: "Ba bước", kind: null, unitId: sampleUnitId("phong-mau-a"), samePerson: false };

/** A text sent while the unit's texts go these steps; afterwards the route is gone again. */
async function sentBy(title: string, steps: Step[], part: Partial<typeof byUnit> = {}): Promise<string> {
  const id = uuidv7();
  await as(administrator, (w) => saveReviewRoute(w, { id, ...byUnit, ...part, steps }));
  const sent = await submitted(title);
  await as(administrator, (w) => removeReviewRoute(w, { id }));
  return sent;
}
const approve = async (who: Actor, id: string, decisionId?: string) =>
  as(who, async (w) => approveContent(w, { ...(await exact(id)), decisionId }));
const seen = (id: string, who: Actor = writer) => presentItem(db.database, who, id);
const toldOf = async (who: Actor, id: string, cause: string) =>
  (
    await db.pool.query("select 1 from notice where person_id = $1 and cause like $2", [
      who.personId,
      `${cause}:${id}:%`,
    ])
  ).rows.length;

describe("steps of an approval", () => {
  test("go in their order, each by its own people, and only the last one approves", async () => {
    const id = await sentBy("Ba bước lần lượt", three);
    expect((await seen(id)).turn).toMatchObject({ name: "Thẩm định", position: 1, of: 3 });
    await expect(approve(editor, id)).rejects.toThrow("Bước “Thẩm định” không do bạn quyết định.");
    await expect(approve(leader, id)).rejects.toThrow(Forbidden);
    await expect(approve(writer, id)).rejects.toThrow(Forbidden);
    await approve(head, id);
    expect(await item(id)).toMatchObject({ state: "submitted", approvedBy: null });
    expect(await toldOf(editor, id, "content-turn")).toBe(1);
    await approve(editor, id);
    await approve(leader, id);
    expect(await item(id)).toMatchObject({ state: "approved", approvedBy: leader.personId });
    const { review, history } = await seen(id);
    expect(review?.steps.map(({ decision }) => decision?.personName)).toEqual(
      [head, editor, leader].map(({ name }) => name),
    );
    expect(review?.steps.map(({ decision }) => decision?.capacity)).toEqual([
      "Trưởng đơn vị",
      "Biên tập",
      null,
    ]);
    expect(history.map(({ note }) => note).filter(Boolean)).toEqual([
      expect.stringMatching(/^Bản 1, mã \w{12} · Bước 1\/3: Thẩm định · Tư cách: Trưởng đơn vị$/),
      expect.stringMatching(/ · Bước 2\/3: Biên tập · Tư cách: Biên tập$/),
      // The sample's leader signs in the head's place.
      expect.stringMatching(/ · Bước 3\/3: Lãnh đạo · KT\. GIÁM ĐỐC \/ PHÓ GIÁM ĐỐC, theo Quyết định số /),
    ]);
  });

  test("of one person are one step, unless the route says otherwise", async () => {
    const twice = [step("Biên tập", ["editor"]), step("Duyệt", ["editor", "leadership"])];
    const id = await sentBy("Hai bước một người", twice);
    await approve(editor, id);
    await expect(approve(editor, id)).rejects.toThrow("Bạn đã quyết định một bước trước");
    await approve(secondEditor, id);
    const free = await sentBy("Hai bước cùng người", twice, { samePerson: true });
    await approve(editor, free);
    await approve(editor, free);
    expect((await item(free)).state).toBe("approved");
  });

  test("may be of a named unit or of named people", async () => {
    const id = await sentBy("Đơn vị khác thẩm định", [
      step("Văn phòng", ["office"], { unitId: sampleUnitId("van-phong") }),
      step("Đích danh", [], { personIds: [secondEditor.personId] }),
    ]);
    await expect(approve(head, id)).rejects.toThrow(Forbidden);
    await approve(clerk, id);
    await expect(approve(editor, id)).rejects.toThrow(Forbidden);
    await approve(secondEditor, id);
    expect((await item(id)).state).toBe("approved");
  });

  test("are taken at the sending: a later route changes nothing, and a return begins them anew", async () => {
    const id = await sentBy("Trả lại ở bước hai", three);
    await approve(head, id);
    await as(editor, (w) => returnContent(w, { id, reason: "Thiếu nguồn" }));
    expect(await seen(id)).toMatchObject({
      state: "returned",
      review: { outcome: "returned", routeName: "Ba bước" },
    });
    await as(writer, async (w) => submitForReview(w, await exact(id)));
    expect((await seen(id)).turn).toMatchObject({ position: 1, of: 1 });
    await approve(editor, id);
    await as(writer, async (w) =>
      saveContent(w, {
        id,
        saveId: uuidv7(),
        baseRevisionId: (await item(id)).currentRevisionId,
        fields: fields("Sửa sau khi duyệt"),
      }),
    );
    expect(await seen(id)).toMatchObject({ state: "draft", review: { outcome: "revoked" }, turn: null });
  });

  test("end where somebody refuses the text; a new one is begun from it and changed before it is sent", async () => {
    const id = await sentBy("Không duyệt hẳn", three);
    await approve(head, id);
    const refuse = (who: Actor, reason: string) => as(who, (w) => refuseContent(w, { id, reason }));
    await expect(refuse(editor, " ")).rejects.toThrow(Unacceptable);
    await expect(refuse(leader, "Chưa đến lượt")).rejects.toThrow(Forbidden);
    await refuse(editor, "Không phù hợp kế hoạch");
    expect(await seen(id)).toMatchObject({ state: "refused", turn: null, review: { outcome: "refused" } });
    expect(await toldOf(writer, id, "content-refused")).toBe(1);
    const base = await exact(id);
    const save = (item: string, title: string) =>
      as(writer, (w) =>
        saveContent(w, {
          id: item,
          saveId: uuidv7(),
          baseRevisionId: base.revisionId,
          fields: fields(title),
        }),
      );
    await expect(save(id, "Vẫn sửa")).rejects.toThrow("viết lại thành bài mới");
    await expect(as(writer, (w) => submitForReview(w, base))).rejects.toThrow(Forbidden);
    await expect(
      db.pool.query("update content_item set state = 'draft' where id = $1", [id]),
    ).rejects.toThrow("stays refused");
    const newId = uuidv7();
    for (const _ of [1, 2]) await as(writer, (w) => beginAnew(w, { id, newId }));
    expect(await seen(newId)).toMatchObject({ state: "draft", title: "Không duyệt hẳn", begunFrom: { id } });
    expect((await seen(newId)).obligationIds).toEqual((await seen(id)).obligationIds);
    expect((await seen(id)).begunAnew?.id).toBe(newId);
    await expect(as(writer, async (w) => submitForReview(w, await exact(newId)))).rejects.toThrow(
      "giống hệt",
    );
    base.revisionId = (await exact(newId)).revisionId;
    await save(newId, "Viết lại theo kế hoạch");
    await as(writer, async (w) => submitForReview(w, await exact(newId)));
    expect((await item(newId)).state).toBe("submitted");
    const waiting = await item(await submitted("Không ai quyết định"));
    await expect(
      db.pool.query("update content_item set state = 'refused' where id = $1", [waiting.id]),
    ).rejects.toThrow("nobody refused");
  });

  test("are printed on one sheet, every submission with its own text, also what was refused", async () => {
    const id = await sentBy("Phiếu duyệt đủ mọi lần", three);
    await approve(head, id);
    await as(editor, (w) => returnContent(w, { id, reason: "Thiếu nguồn" }));
    await as(writer, async (w) =>
      saveContent(w, {
        id,
        saveId: uuidv7(),
        baseRevisionId: (await item(id)).currentRevisionId,
        fields: fields("Phiếu duyệt, đã sửa"),
      }),
    );
    await as(writer, async (w) => submitForReview(w, await exact(id)));
    await approve(leader, id);
    const sheet = await presentApprovalSheet(db.database, writer, id);
    expect(sheet).toMatchObject({
      title: "Phiếu duyệt, đã sửa",
      state: "approved",
      number: 2,
      approved: { number: 2, hash: (await exact(id)).hash },
      writers: [(await seen(id)).current.authorName],
    });
    expect(
      sheet.submissions.map(({ number, outcome, routeName, steps }) => [
        number,
        outcome,
        routeName,
        ...steps.map(({ decision }) => decision?.outcome ?? null),
      ]),
    ).toEqual([
      [1, "returned", "Ba bước", "approved", "returned", null],
      [2, "approved", "Một người duyệt", "approved"],
    ]);
    expect(sheet.submissions[0]!.hash).not.toBe(sheet.submissions[1]!.hash);
    expect(sheet.submissions[1]!.steps[0]!.decision?.inTheNameOf?.lines[0]).toBe("KT. GIÁM ĐỐC");
    const stranger = { ...writer, agencyId: uuidv7() };
    await expect(presentApprovalSheet(db.database, stranger, id)).rejects.toThrow(NotFound);
  });

  test("are decided once, however often the same decision arrives", async () => {
    const id = await sentBy("Mạng chập chờn", three);
    const decisionId = uuidv7();
    await Promise.all([approve(head, id, decisionId), approve(head, id, decisionId)]);
    await approve(head, id, decisionId);
    expect((await seen(id)).turn).toMatchObject({ position: 2 });
    await expect(approve(editor, id, decisionId)).rejects.toThrow(Conflict);
  });

  test("what the policy refuses, the database refuses", async () => {
    const id = await sentBy("Cơ sở dữ liệu từ chối", three);
    const { runId } = (await item(id)).turn!;
    const { revisionId, hash } = await exact(id);
    const insert = (position: number, who: Actor, text = hash) =>
      db.pool.query(
        `insert into review_decision (id, agency_id, run_id, position, revision_id, hash, outcome, person_id, person_name, at)
          values ($1, $2, $3, $4, $5, $6, 'approved', $7, 'x', now())`,
        [uuidv7(), SAMPLE_AGENCY_ID, runId, position, revisionId, text, who.personId],
      );
    await expect(insert(1, writer)).rejects.toThrow("own text");
    await expect(insert(2, editor)).rejects.toThrow("earlier step");
    await expect(insert(1, head, "khác")).rejects.toThrow("foreign key");
    await insert(1, head);
    await expect(insert(1, editor)).rejects.toThrow("a_step_is_decided_once");
    await expect(insert(2, head)).rejects.toThrow("one person");
    await expect(
      db.pool.query(
        "update content_item set state = 'approved', approved_revision_id = current_revision_id where id = $1",
        [id],
      ),
    ).rejects.toThrow("a step of the approval is open");
  });

  test("name nothing that the agency does not have, and each kind and unit has one route", async () => {
    const save = (part: object, id = uuidv7()) =>
      as(administrator, (w) => saveReviewRoute(w, { id, ...byUnit, steps: three, ...part }));
    await expect(save({ kind: "khong-co" })).rejects.toThrow(Unacceptable);
    await expect(save({ steps: [step("Không ai", [])] })).rejects.toThrow("Hãy chọn vai trò");
    await expect(save({ steps: [step("Lạ", [], { personIds: [uuidv7()] })] })).rejects.toThrow(NotFound);
    const id = uuidv7();
    await save({}, id);
    await save({ name: "Đổi tên" }, id);
    await expect(save({})).rejects.toThrow("đã có quy trình “Đổi tên”");
    await as(administrator, (w) => removeReviewRoute(w, { id }));
  });
});

describe("several at once", () => {
  const noticeOf = async (title: string) => {
    const id = await as(writer, (w) =>
      draftContent(w, {
        kind: "public-notice",
        unitId: sampleUnitId("phong-mau-a"),
        fields: fields(title, { own: { validFrom: "2026-12-01", contact: "Phòng Mẫu A" } }),
        obligationIds: [sampleObligationId("II.4.2-a")],
      }),
    );
    await as(writer, async (w) => submitForReview(w, await exact(id)));
    return id;
  };
  const run =
    (who: Actor) =>
    <T>(act: (w: Work) => Promise<T>) =>
      as(who, act);

  test("are approved each on its own; what cannot be is named, and what was not opened says so", async () => {
    const [opened, unopened, recalled] = [
      await noticeOf("Lịch tiếp dân"),
      await noticeOf("Nghỉ lễ"),
      await noticeOf("Rút lại giữa chừng"),
    ];
    const news = await submitted("Tin phải mở riêng");
    const shown = await presentSeveral(db.database, editor);
    expect(shown.map(({ id }) => id)).toEqual(expect.arrayContaining([opened, unopened, recalled]));
    expect(shown.map(({ id }) => id)).not.toContain(news);
    expect(await presentSeveral(db.database, writer)).toEqual([]);
    await as(editor, async (w) => seeContent(w, await exact(opened)));
    const approvals = await Promise.all(
      [opened, unopened, recalled, news].map(async (id) => ({ ...(await exact(id)), decisionId: uuidv7() })),
    );
    await as(writer, (w) => recallContent(w, { id: recalled }));
    const results = await approveSeveral(run(editor), approvals);
    expect(results.map(({ approved, seen, why }) => [approved, seen, why])).toEqual([
      [true, true, null],
      [true, false, null],
      [false, false, expect.stringContaining("Nháp")],
      [false, false, expect.stringContaining("duyệt từng bài")],
    ]);
    const noteOf = async (id: string) => (await seen(id)).history.at(-1)?.note;
    expect([await noteOf(opened), await noteOf(unopened)]).toEqual([
      expect.stringContaining("Duyệt nhiều bài một lượt, đã mở xem bản này"),
      expect.stringContaining("Duyệt nhiều bài một lượt, chưa mở xem bản này"),
    ]);
    expect(
      (await approveSeveral(run(editor), approvals.slice(0, 2))).map(({ approved }) => approved),
    ).toEqual([true, true]);
    const { rows } = await db.pool.query(
      "select count(*)::int as n from audit_entry where act = 'approve-content' and object_id = any ($1)",
      [[opened, unopened, recalled, news]],
    );
    expect(rows).toEqual([{ n: 2 }]);
  });

  test("are no way around the second person", async () => {
    const id = await noticeOf("Tự duyệt");
    const [result] = await approveSeveral(run(writer), [await exact(id)]);
    expect(result).toMatchObject({
      approved: false,
      why: "Người soạn không được tự duyệt; cần người thứ hai.",
    });
  });
});

test("what changed since a person last had a text open is known for that person alone", async () => {
  const id = await submitted("Xem rồi sửa");
  const first = await exact(id);
  await as(editor, (w) => seeContent(w, first));
  expect((await seen(id, editor)).seenBefore).toBeNull();
  await as(editor, (w) => returnContent(w, { id, reason: "Sửa" }));
  await as(writer, (w) =>
    saveContent(w, { id, saveId: uuidv7(), baseRevisionId: first.revisionId, fields: fields("Đã sửa") }),
  );
  expect((await seen(id, editor)).seenBefore?.id).toBe(first.revisionId);
  expect((await seen(id, secondEditor)).seenBefore).toBeNull();
});

describe("a deadline", () => {
  test("is told once to whose turn it is, and once to the next above when it is over", async () => {
    const id = await sentBy("Quá hạn thẩm định", three);
    const due = (await seen(id)).turn!.dueAt!;
    const before = new Date(due.getTime() - 3_600_000);
    const counts = async () => [
      await toldOf(head, id, "content-turn-due"),
      await toldOf(head, id, "content-turn-late"),
      await toldOf(leader, id, "content-turn-late"),
    ];
    for (const now of [before, before]) await mindReviewDeadlines(db.database, now);
    expect(await counts()).toEqual([1, 0, 0]);
    const after = new Date(due.getTime() + 1000);
    await Promise.all([mindReviewDeadlines(db.database, after), mindReviewDeadlines(db.database, after)]);
    await mindReviewDeadlines(db.database, new Date(due.getTime() + 86_400_000));
    expect(await counts()).toEqual([1, 1, 1]);
  });

  test("of a step that was decided meanwhile is told to nobody", async () => {
    const id = await sentBy("Kịp hạn", three);
    const due = (await seen(id)).turn!.dueAt!;
    await approve(head, id);
    await mindReviewDeadlines(db.database, new Date(due.getTime() + 1000));
    expect(await toldOf(leader, id, "content-turn-late")).toBe(0);
  });
});

describe("what went out urgently", () => {
  test("stands on the sheet with who answers for it in whose name, and is told of each working day until checked", async () => {
    const id = await draft("Cảnh báo mưa lũ");
    const sheet = () => presentApprovalSheet(db.database, writer, id);
    await as(leader, async (w) => scheduleUrgently(w, { ...(await exact(id)), reason: "Mưa lũ trong đêm" }));
    await publishDueContent(db.database, new Date());
    const { hash } = await exact(id);
    expect((await sheet()).urgent).toMatchObject([
      { personName: leader.name, reason: "Mưa lũ trong đêm", hash, check: null },
    ]);
    expect((await sheet()).urgent[0]!.note).toContain("KT. GIÁM ĐỐC");

    const told = () => toldOf(editor, id, "content-post-check");
    expect(await told()).toBe(1);
    await remindOfPostChecks(db.database, new Date());
    expect(await told(), "not on its own day").toBe(1);
    // Monday to Friday at nine, in a week without a day off, then a Sunday.
    for (const day of ["2027-03-08", "2027-03-08", "2027-03-09", "2027-03-14"])
      await remindOfPostChecks(db.database, new Date(`${day}T09:00:00+07:00`));
    expect(await told()).toBe(3);
    expect(await toldOf(leader, id, "content-post-check")).toBe(0);

    await as(editor, (w) => clearPostCheck(w, { id }));
    expect((await sheet()).urgent).toMatchObject([{ check: { personName: editor.name, hash } }]);
    expect((await sheet()).urgent[0]!.check!.note).not.toContain("KT.");
    await remindOfPostChecks(db.database, new Date("2027-03-10T09:00:00+07:00"));
    expect(await told()).toBe(3);
  });
});

describe("an authority to sign", () => {
  const authority = async (form: string, scope: string, from: string, to: string | null) => {
    const id = uuidv7();
    await db.pool.query("delete from signing_authority where person_id = $1", [clerk.personId]);
    await db.pool.query(
      `insert into signing_authority (id, agency_id, person_id, form, head_title, own_title, scope, from_date, to_date,
         decision_number, decided_on, recorded_at)
       values ($1, $2, $3, $4, 'Giám đốc', 'Chánh Văn phòng', $5, $6, $7, '12/QĐ-MAU', '2026-01-05', now())`,
      [id, SAMPLE_AGENCY_ID, clerk.personId, form, scope, from, to],
    );
    return id;
  };

  test("that is over, has not begun or covers other things gives no right, and says so", async () => {
    const id = await submitted("Hết thẩm quyền");
    for (const [scope, from, to, why] of [
      ["all", "2026-01-06", "2026-02-01", "đã hết hạn ngày 01/02/2026"],
      ["content", "2999-01-06", null, "có hiệu lực từ ngày 06/01/2999"],
      ["report", "2026-01-06", null, "không gồm duyệt tin, bài"],
    ] as const) {
      await authority("KT", scope, from, to);
      await expect(approve(clerk, id)).rejects.toThrow(why);
    }
    expect((await item(id)).state).toBe("submitted");
  });

  test("is no way around the second person, nor into a step that is not the leadership's", async () => {
    await authority("TUQ", "all", "2026-01-06", null);
    const id = await sentBy("Bước của biên tập", [step("Biên tập", ["editor"])]);
    await expect(approve(clerk, id)).rejects.toThrow(Forbidden);
    const own = await draft("Tự gửi");
    await as(clerk, async (w) => submitForReview(w, await exact(own)));
    await expect(approve(clerk, own)).rejects.toThrow("Người soạn không được tự duyệt");
  });

  test("lets its holder decide a step of the leadership in that name, which stays with the decision", async () => {
    const id = await submitted("Thừa lệnh duyệt");
    await db.pool.query("delete from signing_authority where person_id = $1", [clerk.personId]);
    await expect(approve(clerk, id)).rejects.toThrow("không do bạn quyết định");
    const authorityId = await authority("TL", "content", "2026-01-06", null);
    const { may, signsAs, review: waiting } = await seen(id, clerk);
    // Those near the text first, then the leadership and who acts in its name.
    expect(waiting?.steps[0]?.waitingFor.slice(-2)).toEqual(["Hoàng Thị Mẫu", "Trần Thị Mẫu"]);
    expect([may.approve.allowed, signsAs?.authorityId]).toEqual([true, authorityId]);
    await expect(
      as(clerk, async (w) => approveContent(w, { ...(await exact(id)), authorityId: uuidv7() })),
    ).rejects.toThrow("đã thay đổi");
    await as(clerk, async (w) => approveContent(w, { ...(await exact(id)), authorityId }));
    const { review, history } = await seen(id);
    expect(review?.steps[0]?.decision).toMatchObject({
      personName: clerk.name,
      inTheNameOf: { lines: ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"], decisionNumber: "12/QĐ-MAU" },
    });
    expect(history.at(-1)?.note).toContain("theo Quyết định số 12/QĐ-MAU ngày 05/01/2026");
  });
});
