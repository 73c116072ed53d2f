import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { sampleObligationId, sampleTaskOfObligation } from "#plan";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { feedbackToDecide, feedbackWaitingFor } from "../handling/feedback-to-decide.ts";
import { inheritFeedback } from "../inherit-feedback.ts";
import { approveCase } from "./approve-case.ts";
import { casesBetween } from "./case-queries.ts";
import { deleteCase } from "./delete-case.ts";
import { presentCase, presentCases } from "./present-cases.ts";
import { returnCase } from "./return-case.ts";
import { type CaseGiven, saveCase } from "./save-case.ts";
import { showCasePhotos } from "./show-case-photos.ts";
import { submitCase } from "./submit-case.ts";
import { tellCase } from "./tell-case.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const person = (email: string, role: Role, unit: string | null): Actor => ({
  ...{ personId: samplePersonId(email), name: email, agencyId: SAMPLE_AGENCY_ID },
  appointments: [{ role, unitId: unit && sampleUnitId(unit) }],
});
const writer = person("contributor", "contributor", "phong-mau-a");
const head = person("head", "head", "phong-mau-a");
const editor = person("editor", "editor", "ttbcxb");
const leader = person("leadership", "leadership", "lanh-dao");
const clerk = person("office", "office", "van-phong");
const auditor = person("auditor", "auditor", null);
const as = <T>(actor: Actor, act: (current: Work) => Promise<T>) => work(db.database, actor, act);
const rows = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;
const seen = (id: string, actor = leader) => presentCase(db.database, actor, id);

const given = (more: Partial<CaseGiven> = {}): CaseGiven => ({
  ...{ id: uuidv7(), unitId: sampleUnitId("phong-mau-a"), title: "Bảng chỉ đường tới bộ phận một cửa" },
  beforeWords: "Người dân đi nhầm sang cổng sau vì không có bảng chỉ đường.",
  doneWords: "Lắp bảng chỉ đường ở hai ngã rẽ và ở cổng.",
  resultWords: "Không còn lượt nào hỏi đường ở cổng sau trong tuần đầu.",
  ...{ beforeOn: "2026-10-01", afterOn: "2026-10-20", feedbackCode: "", taskId: null, obligationIds: [] },
  ...{ kept: [], ...more },
});
const saved = (more?: Partial<CaseGiven>, actor = writer) => as(actor, (w) => saveCase(w, given(more)));
const submitted = async (more?: Partial<CaseGiven>) => {
  const id = await saved(more);
  await as(writer, (w) => submitCase(w, { id }));
  return { id, submittedAt: (await seen(id)).submittedAt! };
};
const approved = async (more?: Partial<CaseGiven>) => {
  const one = await submitted(more);
  await as(leader, (w) => approveCase(w, one));
  return one.id;
};
const refusedFields = async (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error) => (error instanceof Unacceptable ? error.issues : Promise.reject(error)),
  );

test("a unit's people write its own cases, once however often it is sent; every reader sees them", async () => {
  const one = given();
  await as(writer, (w) => saveCase(w, one));
  await as(writer, (w) => saveCase(w, { ...one, title: "Bảng chỉ đường" }));
  expect(await seen(one.id, auditor)).toMatchObject({ title: "Bảng chỉ đường", state: "draft" });
  const found = await presentCases(db.database, auditor, { state: "draft", page: 1 });
  expect(found.cases.filter(({ id }) => id === one.id)).toHaveLength(1);
  const elsewhere = { unitId: sampleUnitId("phong-mau-b") };
  await expect(saved(elsewhere)).rejects.toThrow(Forbidden);
  await expect(saved({}, leader)).rejects.toThrow(Forbidden);
  await expect(saved({ taskId: uuidv7() })).rejects.toThrow(NotFound);
  expect(await refusedFields(saved({ afterOn: "2026-09-30" }))).toMatchObject([{ field: "afterOn" }]);
  expect(await refusedFields(saved({ feedbackCode: "KHONG-CO" }))).toMatchObject([{ field: "feedbackCode" }]);
});

test("what is lacking or tells of a person is refused with its field, and nothing is lost", async () => {
  const id = await saved({
    beforeWords: "Bà Nguyễn Thị Mẫu, số điện thoại 0912 345 678, phải đến ba lần.",
    resultWords: "",
  });
  const issues = await refusedFields(as(writer, (w) => submitCase(w, { id })));
  await expect(as(writer, (w) => submitCase(w, { id }))).rejects.toThrow(
    `Trường hợp còn ${issues!.length} chỗ phải sửa.`,
  );
  expect(issues!.map(({ field }) => field)).toEqual(expect.arrayContaining(["beforeWords", "resultWords"]));
  expect(issues!.map(({ message }) => message).join(" ")).toContain("0912 345 678");
  expect(await seen(id)).toMatchObject({ state: "draft" });
  // What only looks like it is named, and the second person sees that it was.
  const kept = await submitted({
    doneWords: "Gọi số 0912 345 678 của bộ phận một cửa.",
    kept: ["0912 345 678"],
  });
  expect(await seen(kept.id)).toMatchObject({ state: "submitted", kept: ["0912 345 678"] });
  // What waits is changed no more.
  await expect(saved({ id: kept.id })).rejects.toThrow(Forbidden);
  await expect(as(writer, (w) => submitCase(w, { id: kept.id }))).rejects.toThrow(Forbidden);
});

test("who wrote in it does not approve it, by the policy and by the database; what was sent anew is read anew", async () => {
  const byHead = await saved({}, head);
  await as(writer, (w) => submitCase(w, { id: byHead }));
  const its = await seen(byHead);
  await expect(
    as(head, (w) => approveCase(w, { id: byHead, submittedAt: its.submittedAt! })),
  ).rejects.toThrow(Forbidden);
  await expect(
    as(clerk, (w) => approveCase(w, { id: byHead, submittedAt: its.submittedAt! })),
  ).rejects.toThrow(Forbidden);
  await expect(
    rows(
      "update feedback_case set state = 'approved', decided_by = $2, decided_by_name = 'x', decided_at = now() where id = $1",
      [byHead, head.personId],
    ),
  ).rejects.toThrow("feedback_case_second_person");
  await expect(as(leader, (w) => approveCase(w, { id: byHead, submittedAt: new Date(0) }))).rejects.toThrow(
    Conflict,
  );
  await as(leader, (w) => returnCase(w, { id: byHead, reason: "Nêu nguồn của số lượt." }));
  expect(await seen(byHead)).toMatchObject({ state: "returned", returnReason: "Nêu nguồn của số lượt." });
  await expect(as(leader, (w) => returnCase(w, { id: byHead, reason: "Lần nữa." }))).rejects.toThrow(
    Forbidden,
  );
  await expect(as(writer, (w) => returnCase(w, { id: byHead, reason: "x" }))).rejects.toThrow(Forbidden);
  expect(
    await rows("select count(*)::int n from notice where cause like $1", [
      `feedback-case-returned:${byHead}%`,
    ]),
  ).toEqual([{ n: 2 }]);
});

test("an approved case proves its task and obligation and counts in the period, until it is returned", async () => {
  const code = "II.5-d";
  const links = { taskId: sampleTaskOfObligation(code), obligationIds: [sampleObligationId(code)] };
  const id = await approved(links);
  const proofs = () =>
    rows(
      `select e.withdrawn_at is null as counts, t.task_id, o.obligation_id from evidence e
       join evidence_task t on t.evidence_id = e.id join evidence_obligation o on o.evidence_id = e.id
       where e.source = 'feedback-case' and e.source_id = $1`,
      [id],
    );
  const proof = { task_id: links.taskId, obligation_id: links.obligationIds[0] };
  expect(await proofs()).toEqual([{ counts: true, ...proof }]);
  const span = { from: "2020-01-01", to: "2099-12-31" };
  const counted = async () =>
    (await casesBetween(db.database, leader.agencyId, span)).some((one) => one.id === id);
  expect(await counted()).toBe(true);
  expect(await casesBetween(db.database, leader.agencyId, { from: "2020-01-01", to: "2020-12-31" })).toEqual(
    [],
  );
  await as(leader, (w) => returnCase(w, { id, reason: "Số lượt chưa đúng." }));
  expect([await proofs(), await counted()]).toEqual([[{ counts: false, ...proof }], false]);
  await as(writer, (w) => submitCase(w, { id }));
  const again = { id, submittedAt: (await seen(id)).submittedAt! };
  await as(leader, (w) => approveCase(w, again));
  expect(await proofs()).toEqual([{ counts: true, ...proof }]);
});

test("an approved case becomes a draft of the newsroom once, by the Office or an editor alone", async () => {
  const unitId = editor.appointments[0]!.unitId!;
  const waiting = await submitted();
  await expect(as(editor, (w) => tellCase(w, { id: waiting.id, unitId }))).rejects.toThrow(Forbidden);
  const id = await approved();
  await expect(as(writer, (w) => tellCase(w, { id, unitId }))).rejects.toThrow(Forbidden);
  const both = await Promise.allSettled(
    [editor, clerk].map((actor) => as(actor, (w) => tellCase(w, { id, unitId }))),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const draft = (await seen(id)).draft!;
  const contentId = draft.id;
  expect(draft).toEqual({ id: contentId, stateWord: "Nháp", publishedAt: null });
  // The way back stands at the draft.
  expect(await rows("select label, href from content_origin where item_id = $1", [contentId])).toEqual([
    {
      label: "Trường hợp trước và sau: Bảng chỉ đường tới bộ phận một cửa",
      href: `/phan-anh/truoc-sau/${id}`,
    },
  ]);
  expect(
    await rows(
      `select i.state, i.kind, r.body::text like '%hai ngã rẽ%' as told from content_item i
       join content_revision r on r.id = i.current_revision_id where i.id = $1`,
      [contentId],
    ),
  ).toEqual([{ state: "draft", kind: "news", told: true }]);
  // Returned and approved anew: still the one draft.
  await as(leader, (w) => returnCase(w, { id, reason: "Sửa ngày." }));
  await as(writer, (w) => submitCase(w, { id }));
  await as(leader, async (w) => approveCase(w, { id, submittedAt: (await seen(id)).submittedAt! }));
  await expect(as(editor, (w) => tellCase(w, { id, unitId }))).rejects.toThrow(Forbidden);
});

test("pictures come out of the library with the consent that stands there, on one side each, and are held there", async () => {
  const id = await saved();
  const [one, other] = (
    await rows(
      "select id from media_asset where agency_id = $1 and sort = 'picture' and binned_at is null and alt <> '' order by id limit 2",
      [writer.agencyId],
    )
  ).map((row) => row.id as string) as [string, string];
  await rows(
    "update media_asset set consent = 'not-needed', credit = 'Người Mẫu', licence = 'own', source = 'Tự vẽ' where id = any($1)",
    [[one, other]],
  );
  await as(writer, (w) => showCasePhotos(w, { id, before: [one], after: [other] }));
  expect((await seen(id)).photos.map((photo) => [photo.id, photo.shows])).toEqual([
    [one, "before"],
    [other, "after"],
  ]);
  expect(
    await refusedFields(as(writer, (w) => showCasePhotos(w, { id, before: [one], after: [one] }))),
  ).toMatchObject([{ field: "after" }]);
  await expect(as(writer, (w) => showCasePhotos(w, { id, before: [uuidv7()], after: [] }))).rejects.toThrow(
    NotFound,
  );
  await expect(as(auditor, (w) => showCasePhotos(w, { id, before: [], after: [] }))).rejects.toThrow(
    Forbidden,
  );
  expect(await rows("select state from media_shown_in_cases where id = $1", [id])).toHaveLength(2);
  // A consent that was lost meanwhile keeps it from the second person.
  await rows("update media_asset set consent = 'missing' where id = $1", [one]);
  expect(await refusedFields(as(writer, (w) => submitCase(w, { id })))).toMatchObject([{ field: "before" }]);
  await expect(
    refusedFields(as(writer, (w) => showCasePhotos(w, { id, before: [one], after: [] }))),
  ).resolves.toMatchObject([{ field: "before" }]);
  const waiting = await submitted();
  await expect(
    as(writer, (w) => showCasePhotos(w, { id: waiting.id, before: [], after: [] })),
  ).rejects.toThrow(Forbidden);
});

test("what waits for approval is told to whoever may decide it, and to nobody who wrote in it", async () => {
  const { id } = await submitted();
  const mine = async (actor: Actor) =>
    (await feedbackWaitingFor(db.database, actor)).some((one) => one.kind === "case" && one.id === id);
  expect([await mine(leader), await mine(head), await mine(writer), await mine(clerk)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const { cases } = await feedbackToDecide(db.database, auditor);
  expect(cases.find((one) => one.id === id)).toMatchObject({ isMine: false });
  await as(leader, async (w) => approveCase(w, { id, submittedAt: (await seen(id)).submittedAt! }));
  expect(await mine(head)).toBe(false);
  await expect(feedbackWaitingFor(db.database, person("finance", "finance", "khtc"))).rejects.toThrow(
    Forbidden,
  );
});

test("a draft is thrown away by whoever may write it, and nothing that was approved once", async () => {
  const id = await saved({ obligationIds: [sampleObligationId("II.5-d")] });
  await expect(as(leader, (w) => deleteCase(w, { id }))).rejects.toThrow(Forbidden);
  await as(writer, (w) => deleteCase(w, { id }));
  await expect(seen(id)).rejects.toThrow(NotFound);
  await expect(as(writer, (w) => deleteCase(w, { id }))).rejects.toThrow(NotFound);
  const waiting = await submitted();
  await expect(as(writer, (w) => deleteCase(w, { id: waiting.id }))).rejects.toThrow(Forbidden);
  await as(leader, (w) => returnCase(w, { id: waiting.id, reason: "Không phải việc của cơ quan." }));
  await as(writer, (w) => deleteCase(w, { id: waiting.id }));
  const once = await approved();
  await as(leader, (w) => returnCase(w, { id: once, reason: "Sửa ngày." }));
  await expect(as(writer, (w) => deleteCase(w, { id: once }))).rejects.toThrow(Forbidden);
  await expect(rows("delete from feedback_case where id = $1", [once])).rejects.toThrow(
    "only a draft is thrown away",
  );
});

test("what is not approved goes on with the unit that takes over, what was approved stays where it was done", async () => {
  const [from, to] = [sampleUnitId("phong-mau-a"), sampleUnitId("phong-mau-b")];
  const [draft, done] = [await saved(), await approved()];
  const waiting = await submitted();
  const unitsOf = async () =>
    await rows("select id, unit_id from feedback_case where id = any($1)", [[draft, done, waiting.id]]);
  const open =
    "select count(*)::int n from feedback where unit_id = $1 and state in ('received', 'classified', 'in-progress', 'need-info')";
  const [{ n: before }] = await rows(open, [from]);
  const given = await as(leader, (w) => inheritFeedback(w, { unitIds: [from], heirIds: [to] }));
  expect(given).toMatchObject({ feedback: before });
  expect(given.cases).toBeGreaterThanOrEqual(2);
  const places = new Map((await unitsOf()).map((row) => [row.id, row.unit_id]));
  expect([draft, waiting.id, done].map((id) => places.get(id))).toEqual([to, to, from]);
  expect(await rows(open, [from])).toEqual([{ n: 0 }]);
});
