import { createHash } from "node:crypto";
import { BlobReader, TextWriter, ZipReader } from "@zip.js/zip.js";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { agency, person, unit } from "#organization/tables";
import { attachEvidence } from "#plan";
import { obligation, plan, planClause, planVersion, task, taskObligation } from "#plan/tables";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { samplePdf, signedPdf } from "#platform/official-document/signatures/pdf.fixture.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { auditEntry } from "#platform/work/tables.ts";
import { type Work, work } from "#platform/work/work.ts";
import { acceptNumber } from "./accept-number.ts";
import { collectFigures } from "./collect-figures.ts";
import { correctReportIssue } from "./correct-report-issue.ts";
import { differences } from "./differences.ts";
import { draftPeriodReport } from "./draft-period-report.ts";
import { draftReport } from "./draft-report.ts";
import { type Edit, editReport } from "./edit-report.ts";
import { composePlan, exportPlan } from "./export-plan.ts";
import { exportReport } from "./export-report.ts";
import { freezeFigures } from "./freeze-figures.ts";
import { gatherChain } from "./gather-chain.ts";
import { openReport } from "./open-report.ts";
import { presentReport } from "./present-report.ts";
import { recordSignedCopy } from "./record-signed-copy.ts";
import { reopenReport } from "./reopen-report.ts";
import { frozenOf, reportById, textOf, writersOf } from "./report-queries.ts";
import type { ReportText } from "./report-text.ts";
import { restoreText } from "./restore-text.ts";
import { returnReport } from "./return-report.ts";
import { reviewReport } from "./review-report.ts";
import { signOffReport } from "./sign-off-report.ts";
import { type HandedFile, signedCopiesOf, signedCopyOf } from "./signed-copy.ts";
import { submitReport } from "./submit-report.ts";
import { versionOf, versionsOf } from "./text-versions.ts";

let db: TestDatabase;
const agencyId = uuidv7();
const ids = {
  unit: uuidv7(),
  plan: uuidv7(),
  clause: uuidv7(),
  first: uuidv7(),
  second: uuidv7(),
  task: uuidv7(),
};

const people = new Map<string, Actor>();
const actor = (name: string, role: Role): Actor => {
  const known = people.get(name) ?? {
    personId: uuidv7(),
    name,
    agencyId,
    appointments: [{ role, unitId: null }],
  };
  people.set(name, known);
  return known;
};
const editor = actor("Nguyễn Văn Mẫu", "editor");
const otherEditor = actor("Lê Thị Mẫu", "editor");
const thirdEditor = actor("Phạm Văn Mẫu", "editor");
const leader = actor("Trần Thị Mẫu", "leadership");
const clerk = actor("Hoàng Thị Mẫu", "office");
const auditor = actor("Bùi Thị Mẫu", "auditor");

const as = <T>(who: Actor, act: (current: Work) => Promise<T>) => work(db.database, who, act);
/** The report of a period, taken as far as `steps` say. */
async function report(period: string, ...steps: ("freeze" | "draft" | "fill" | "review" | "sign-off")[]) {
  const { id } = await as(editor, (w) => openReport(w, { planId: null, period, basis: "decree" }));
  for (const step of steps) {
    const version = (await text(id))?.version ?? 0;
    if (step === "freeze") await as(editor, (w) => freezeFigures(w, { id }));
    if (step === "draft") await as(editor, (w) => draftReport(w, { id }));
    if (step === "fill") await save(editor, id, filled((await text(id))!.content));
    if (step === "review") await as(otherEditor, (w) => reviewReport(w, { id, version }));
    if (step === "sign-off") await as(leader, (w) => signOffReport(w, { id, version }));
  }
  return id;
}
/** Saves a text on the version in force, as the editor does. */
const save = async (who: Actor, id: string, content: ReportText, more: Partial<Edit> = {}) => {
  const baseId = (await text(id))!.id;
  return as(who, (w) =>
    editReport(w, { id, saveId: uuidv7(), baseId, text: content, takesReviewBack: true, ...more }),
  );
};
const pdf = (words: string) => ({ name: "bao-cao.pdf", bytes: new Uint8Array(samplePdf(words)) });
const text = async (id: string) => textOf(db.database, await reportById(db.database, agencyId, id));
const stateOf = async (id: string) => (await reportById(db.database, agencyId, id)).state;
const filled = (content: ReportText): ReportText => ({
  ...content,
  sections: content.sections.map((section) => ({
    ...section,
    text: section.text.replace(/\[Bổ sung:[^\]]*\]/u, "Không có."),
  })),
});
const prove = (obligationId: string, at: string, label = "Tin đã đăng") =>
  as(editor, (w) =>
    attachEvidence(w, {
      taskIds: [],
      obligationIds: [obligationId],
      source: "test",
      sourceId: uuidv7(),
      label,
      url: "https://example.vn/tin-tuc/mau",
      at: new Date(at),
      revisionHash: null,
    }),
  );

beforeAll(async () => {
  db = await testDatabase();
  const q = db.database;
  await q.insert(agency).values({
    id: agencyId,
    kind: "department",
    name: "Sở Mẫu",
    superiorName: "UBND TỈNH BẮC NINH",
    symbol: "SM",
    place: "Bắc Ninh",
    slug: "so-mau",
  });
  await q.insert(unit).values({
    id: ids.unit,
    agencyId,
    kind: "division",
    name: "Phòng Mẫu A",
    shortName: "PMA",
    slug: "pma",
    position: 1,
  });
  await q.insert(person).values(
    [...people.values()].map(({ personId, name }) => ({
      id: personId,
      agencyId,
      name,
      email: `${personId}@mau.vn`,
    })),
  );
  await q.transaction(async (tx) => {
    await tx.insert(plan).values({
      id: ids.plan,
      agencyId,
      year: 2026,
      slug: "ke-hoach-mau",
      title: "Tuyên truyền cải cách hành chính",
      symbol: "KH-SM",
      recipients: ["Các đơn vị", "Lưu: VT"],
    });
    await tx.insert(planVersion).values({ agencyId, planId: ids.plan, version: 1, madeAt: new Date() });
  });
  await q.insert(planClause).values({
    id: ids.clause,
    agencyId,
    planId: ids.plan,
    path: "I",
    label: "I",
    level: 0,
    title: "Mục đích",
    text: "Để người dân biết.",
    position: 0,
  });
  await q.insert(obligation).values(
    [ids.first, ids.second].map((id, position) => ({
      id,
      agencyId,
      planId: ids.plan,
      clauseId: ids.clause,
      code: `I-${"ab"[position]}`,
      what: `Việc mẫu ${position + 1}`,
      due: "continuous" as const,
      position,
    })),
  );
  await q.insert(task).values({
    id: ids.task,
    agencyId,
    planId: ids.plan,
    clauseId: ids.clause,
    title: "Viết tin mẫu",
    leadUnitId: ids.unit,
    dueKind: "continuous",
    dueText: "thường xuyên",
    deliverable: "Tin",
    position: 0,
  });
  await q.insert(taskObligation).values({ agencyId, taskId: ids.task, obligationId: ids.first });
});

describe("báo cáo từ thu thập đến ban hành", () => {
  test("đi trọn đường: mở, chốt, dự thảo, sửa, soát, ký duyệt, ghi số; mỗi bước để lại dấu vết", async () => {
    const id = await report("2026-01", "freeze", "draft", "fill", "review", "sign-off");
    const signedCopy = pdf("bản đã ký");
    await db.pool.query("update report set signed_off_at = '2026-01-15T03:00:00Z' where id = $1", [id]);
    await as(clerk, (w) => submitReport(w, { id, number: "5", issuedOn: "2026-01-16", signedCopy }));
    const done = await reportById(db.database, agencyId, id);
    expect(done).toMatchObject({ state: "submitted", issuedNumber: "5", signedOffBy: leader.personId });
    expect(new Uint8Array((await signedCopyOf(db.database, done))!)).toEqual(signedCopy.bytes);
    const acts = await db.database.select().from(auditEntry).where(eq(auditEntry.objectId, id));
    expect(acts.map(({ act }) => act).sort()).toEqual([
      "draft-report",
      "edit-report",
      "freeze-figures",
      "open-report",
      "review-report",
      "sign-off-report",
      "submit-report",
    ]);
  });

  test("một kỳ chỉ có một báo cáo, mở lại thì gặp đúng báo cáo ấy", async () => {
    expect(await report("2026-02")).toBe(await report("2026-02"));
  });

  test("kỳ viết sai, kế hoạch không có thì bị từ chối bằng một câu và không lưu gì", async () => {
    const open = (period: string, planId: string | null) =>
      as(editor, (w) => openReport(w, { planId, period, basis: "decree" }));
    await expect(open("2026-13", null)).rejects.toThrow(Unacceptable);
    await expect(open("2026-01", uuidv7())).rejects.toThrow(NotFound);
  });
});

describe("số liệu đã chốt", () => {
  test("cho cùng một tệp JSON đến từng byte sau khi dữ liệu đã đổi, và nêu được chỗ khác", async () => {
    await prove(ids.first, "2026-03-20T03:00:00Z");
    const id = await report("2026-04", "freeze");
    const found = await reportById(db.database, agencyId, id);
    const before = await exportReport(db.database, found, "json");
    await prove(ids.second, "2026-03-21T03:00:00Z", "Đến sau khi chốt");
    const after = await exportReport(db.database, found, "json");
    expect(Buffer.from(after).equals(Buffer.from(before))).toBe(true);
    const frozen = (await frozenOf(db.database, found))!;
    expect(differences(frozen, await collectFigures(db.database, found)).rows).toEqual([
      expect.objectContaining({ kind: "evidence", label: "Đến sau khi chốt", change: "added" }),
    ]);
  });

  test("tính minh chứng theo nửa đêm giữa ngày 14 và 15 giờ Việt Nam", async () => {
    await prove(ids.first, "2026-04-14T16:59:59Z", "Cuối ngày 14/4");
    await prove(ids.first, "2026-04-14T17:00:00Z", "Đầu ngày 15/4");
    await prove(ids.first, "2026-05-14T16:59:59Z", "Cuối ngày 14/5");
    await prove(ids.first, "2026-05-14T17:00:00Z", "Đầu ngày 15/5");
    const may = await gatherChain(db.database, agencyId, ids.plan, { code: "2026-05", basis: "decree" });
    expect(may.evidence.map(({ label }) => label)).toEqual(["Đầu ngày 15/4", "Cuối ngày 14/5"]);
    const calendar = await gatherChain(db.database, agencyId, ids.plan, {
      code: "2026-05",
      basis: "calendar",
    });
    expect(calendar.evidence.map(({ label }) => label)).toEqual(["Cuối ngày 14/5", "Đầu ngày 15/5"]);
  });

  test("không sửa, không xóa được bằng tài khoản phục vụ", async () => {
    await report("2026-07", "freeze");
    await expect(db.pool.query("update report_freeze set collected = '{}'")).rejects.toThrow(
      /permission denied/u,
    );
    await expect(db.pool.query("delete from report_text")).rejects.toThrow(/permission denied/u);
  });

  test("thu thập lại thì lấy số mới, số cũ còn trong lịch sử", async () => {
    const id = await report("2026-06", "freeze", "draft");
    const old = (await frozenOf(db.database, await reportById(db.database, agencyId, id)))!;
    await prove(ids.second, "2026-05-20T03:00:00Z");
    await as(editor, (w) => reopenReport(w, { id, reason: "Thiếu minh chứng" }));
    expect(await stateOf(id)).toBe("collecting");
    await as(editor, (w) => freezeFigures(w, { id }));
    const fresh = (await frozenOf(db.database, await reportById(db.database, agencyId, id)))!;
    expect(fresh.sha256).not.toBe(old.sha256);
    const { rows } = await db.pool.query(
      "select count(*)::int as kept from report_freeze where report_id = $1",
      [id],
    );
    expect(rows[0].kept).toBe(2);
  });
});

describe("người thứ hai", () => {
  test("ai đã viết một bản bất kỳ của báo cáo thì không soát, không ký duyệt được", async () => {
    const id = await report("2026-08", "freeze", "draft", "fill");
    const { version } = (await text(id))!;
    await expect(as(editor, (w) => reviewReport(w, { id, version }))).rejects.toThrow(/người khác soát/u);
    await as(otherEditor, (w) => reviewReport(w, { id, version }));
    const both = { ...editor, appointments: [...editor.appointments, ...leader.appointments] };
    await expect(as(both, (w) => signOffReport(w, { id, version }))).rejects.toThrow(Forbidden);
    expect((await presentReport(db.database, both, id)).may["sign-off"]).toEqual({
      allowed: false,
      why: "Bạn đã soạn báo cáo này nên cần người khác ký duyệt.",
    });
    await as(leader, (w) => signOffReport(w, { id, version }));
  });

  test("soát và ký đúng bản đã đọc; sửa sau khi soát thì phải soát lại", async () => {
    const id = await report("2026-09", "freeze", "draft", "fill", "review");
    const { version, content } = (await text(id))!;
    await save(editor, id, { ...content, abstract: "Trích yếu sửa sau khi soát" });
    expect(await stateOf(id)).toBe("drafted");
    await expect(as(leader, (w) => signOffReport(w, { id, version }))).rejects.toThrow(Conflict);
    await expect(as(otherEditor, (w) => reviewReport(w, { id, version }))).rejects.toThrow(/nay là bản 3/u);
  });

  test("người chỉ xem không làm được bước nào, cũng không mở được báo cáo", async () => {
    const id = await report("2026-10", "freeze");
    const reading = await presentReport(db.database, auditor, id);
    expect(Object.entries(reading.may).flatMap(([verb, { allowed }]) => (allowed ? [verb] : []))).toEqual([
      "read",
    ]);
    await expect(as(auditor, (w) => draftReport(w, { id }))).rejects.toThrow(Forbidden);
    await expect(
      as(auditor, (w) => openReport(w, { planId: null, period: "2026", basis: "decree" })),
    ).rejects.toThrow(Forbidden);
  });
});

describe("số sửa tay trong văn bản", () => {
  const told = /0\/2 nội dung phải thực hiện \(0%\)/u;
  const numbers = async (id: string) =>
    (await presentReport(db.database, otherEditor, id)).changedNumbers.map(
      ({ drafted, written, figure, accepted }) => ({ drafted, written, key: figure?.key, accepted }),
    );
  const rewritten = (content: ReportText, words: string): ReportText => ({
    ...content,
    sections: content.sections.map((section) => ({ ...section, text: section.text.replace(told, words) })),
  });
  const keep = (id: string, place: string, written: string, who = editor) =>
    as(who, (w) => acceptNumber(w, { id, place, written, reason: "Đếm lại theo sổ tay của phòng" }));

  test("không qua được người soát khi chưa trả về hay nêu lý do; lý do vào nhật ký, ở lại với báo cáo", async () => {
    const id = await report("2023-05", "freeze", "draft", "fill");
    const { content } = (await text(id))!;
    const before = content.sections.findIndex((section) => told.test(section.text));
    expect(await numbers(id)).toEqual([]);
    const changed = rewritten(content, "1/2 nội dung phải thực hiện (0%)");
    await save(editor, id, changed);
    const open = await numbers(id);
    expect(open.length).toBeGreaterThan(0);
    expect(open[0]).toEqual({
      drafted: "0",
      written: "1",
      key: "obligations.with-evidence",
      accepted: null,
    });
    const seen = await presentReport(db.database, otherEditor, id);
    expect(seen.readyToReview).toBe(false);
    expect(seen.issues[0]).toEqual({
      field: `sections.${before}.text`,
      message: expect.stringContaining("bản thảo ghi 1, số liệu đã chốt là 0"),
    });
    const version = seen.text!.version;
    await expect(as(otherEditor, (w) => reviewReport(w, { id, version }))).rejects.toThrow(Unacceptable);
    // Kept under a reason that is written down; who gave it has answered for the text and does not review it.
    for (const { place, written } of seen.changedNumbers) await keep(id, place, written, thirdEditor);
    for (const { place, written } of seen.changedNumbers) await keep(id, place, written, thirdEditor);
    await expect(as(thirdEditor, (w) => reviewReport(w, { id, version }))).rejects.toThrow(
      /người khác soát/u,
    );
    await as(otherEditor, (w) => reviewReport(w, { id, version }));
    await as(leader, (w) => signOffReport(w, { id, version }));
    expect(await numbers(id)).toMatchObject(
      open.map(() => ({ accepted: { by: thirdEditor.name, reason: "Đếm lại theo sổ tay của phòng" } })),
    );
    const acts = await db.database.select().from(auditEntry).where(eq(auditEntry.objectId, id));
    const kept = acts.filter(({ act }) => act === "accept-changed-number");
    expect(kept).toHaveLength(open.length);
    expect(kept[0]).toMatchObject({
      reason: "Đếm lại theo sổ tay của phòng",
      after: { drafted: "0", written: "1", paragraph: expect.stringContaining("1/2 nội dung") },
    });
    await expect(db.pool.query("delete from report_accepted_number")).rejects.toThrow(/permission denied/u);
  });

  test("lý do chỉ giữ đúng số ấy: sửa số khác phải nêu lại, trả về thì hết, chốt lại thì so với số mới", async () => {
    const id = await report("2023-06", "freeze", "draft", "fill");
    const { content } = (await text(id))!;
    await save(editor, id, rewritten(content, "1/2 nội dung phải thực hiện (0%)"));
    const [{ place } = { place: "" }] = (await presentReport(db.database, editor, id)).changedNumbers;
    await expect(keep(id, place, "7")).rejects.toThrow(Conflict);
    await expect(keep(id, place, "1", auditor)).rejects.toThrow(Forbidden);
    await keep(id, place, "1");
    await save(editor, id, rewritten(content, "2/2 nội dung phải thực hiện (0%)"));
    expect((await numbers(id))[0]).toMatchObject({ written: "2", accepted: null });
    await save(editor, id, content);
    expect(await numbers(id)).toEqual([]);
    await as(editor, (w) => reopenReport(w, { id, reason: null }));
    await prove(ids.first, "2023-05-20T03:00:00Z");
    await as(editor, (w) => freezeFigures(w, { id }));
    await as(editor, (w) => draftReport(w, { id }));
    expect(await numbers(id)).toEqual([]);
    await save(editor, id, content);
    expect((await numbers(id))[0]).toMatchObject({ drafted: "1", written: "0", accepted: null });
  });
});

describe("từ chối theo trạng thái", () => {
  test("không bước nào chạy trước lượt của nó", async () => {
    const id = await report("2026-11");
    const content = filled({
      abstract: "A",
      addressees: [],
      signer: { authority: [], name: null },
      recipients: [],
      sections: [{ level: 1, heading: "A", text: "", figures: [] }],
    });
    for (const act of [
      (w: Work) => draftReport(w, { id }),
      (w: Work) =>
        editReport(w, { id, saveId: uuidv7(), baseId: uuidv7(), text: content, takesReviewBack: false }),
      (w: Work) => restoreText(w, { id, version: 1, baseId: uuidv7() }),
      (w: Work) => reopenReport(w, { id, reason: null }),
    ])
      await expect(as(editor, act)).rejects.toThrow(/Đang thu thập số liệu/u);
    await expect(as(otherEditor, (w) => reviewReport(w, { id, version: 1 }))).rejects.toThrow(Conflict);
    await expect(as(leader, (w) => signOffReport(w, { id, version: 1 }))).rejects.toThrow(Conflict);
    await expect(as(leader, (w) => returnReport(w, { id, reason: "x" }))).rejects.toThrow(Conflict);
    await expect(
      as(clerk, (w) => submitReport(w, { id, number: "1", issuedOn: "2026-01-01", signedCopy: null })),
    ).rejects.toThrow(Conflict);
    await as(editor, (w) => freezeFigures(w, { id }));
    await expect(as(editor, (w) => freezeFigures(w, { id }))).rejects.toThrow(Conflict);
  });

  test("còn chỗ phải bổ sung thì chưa soát được, và nói rõ chỗ nào", async () => {
    const id = await report("2026-12", "freeze", "draft");
    await expect(as(otherEditor, (w) => reviewReport(w, { id, version: 1 }))).rejects.toMatchObject({
      issues: [
        expect.objectContaining({ message: expect.stringContaining("Nguyên nhân") }),
        expect.anything(),
      ],
    });
    expect(await stateOf(id)).toBe("drafted");
  });

  test("trả lại có lý do thì về dự thảo", async () => {
    const id = await report("2024-02", "freeze", "draft", "fill", "review");
    await as(leader, (w) => returnReport(w, { id, reason: "Thiếu số liệu quý trước" }));
    expect(await stateOf(id)).toBe("drafted");
  });
});

describe("văn bản được lưu thành từng bản", () => {
  test("mỗi lần lưu một bản, có người, có lúc; gửi lại đúng lần lưu ấy hay lưu chữ y nguyên thì không thêm bản", async () => {
    const id = await report("2025-01", "freeze", "draft");
    const first = (await text(id))!;
    const saveId = uuidv7();
    const changed = { ...first.content, abstract: "Trích yếu mới".normalize("NFD") };
    for (const _ of [1, 2]) await save(otherEditor, id, changed, { saveId, baseId: first.id });
    await save(editor, id, { ...changed, recipients: [...changed.recipients, "", " "] });
    const found = await reportById(db.database, agencyId, id);
    expect(await versionsOf(db.database, found)).toMatchObject([
      { version: 2, id: saveId, writtenBy: otherEditor.name },
      { version: 1, writtenBy: editor.name },
    ]);
    expect((await text(id))!.content.abstract).toBe("Trích yếu mới".normalize("NFC"));
    expect(await writersOf(db.database, id)).toHaveLength(2);
  });

  test("lưu trên bản cũ bị từ chối kèm bản mới và người lưu, không mất gì", async () => {
    const id = await report("2025-04", "freeze", "draft");
    const { content, id: baseId } = (await text(id))!;
    await save(otherEditor, id, { ...content, abstract: "Bản của Lê" });
    await expect(
      save(editor, id, { ...content, abstract: "Bản của Nguyễn" }, { baseId }),
    ).rejects.toMatchObject({
      data: { current: { version: 2, writtenBy: otherEditor.name, content: { abstract: "Bản của Lê" } } },
    });
    expect((await text(id))!.content.abstract).toBe("Bản của Lê");
  });

  test("người soạn gõ tiếp mà không biết báo cáo vừa được soát thì lượt soát không mất", async () => {
    const id = await report("2025-05", "freeze", "draft", "fill", "review");
    const { content } = (await text(id))!;
    const next = { ...content, abstract: "Gõ tiếp" };
    await expect(save(editor, id, next, { takesReviewBack: false })).rejects.toMatchObject({
      data: { reviewed: true },
    });
    expect(await stateOf(id)).toBe("reviewed");
    await save(editor, id, content, { takesReviewBack: false });
    expect(await stateOf(id)).toBe("reviewed");
    await save(editor, id, next);
    expect(await stateOf(id)).toBe("drafted");
  });

  test("khôi phục làm ra bản mới giống bản cũ, các bản giữa còn nguyên; bản không có, bản y hệt thì từ chối", async () => {
    const id = await report("2025-06", "freeze", "draft", "fill");
    const [first, second] = [
      await versionOf(db.database, await reportById(db.database, agencyId, id), 1),
      (await text(id))!,
    ];
    const restore = (version: number, baseId: string, who = otherEditor) =>
      as(who, (w) => restoreText(w, { id, version, baseId }));
    await expect(restore(9, second.id)).rejects.toThrow(NotFound);
    await expect(restore(2, second.id)).rejects.toThrow(/giống hệt/u);
    await expect(restore(1, first.id)).rejects.toThrow(Conflict);
    await expect(restore(1, second.id, auditor)).rejects.toThrow(Forbidden);
    await restore(1, second.id);
    expect(await text(id)).toMatchObject({
      version: 3,
      content: first.content,
      writtenBy: otherEditor.personId,
    });
    const found = await reportById(db.database, agencyId, id);
    expect((await versionsOf(db.database, found)).map(({ restoredFrom }) => restoredFrom)).toEqual([
      1,
      null,
      null,
    ]);
    expect((await versionOf(db.database, found, 2)).content).toEqual(second.content);
  });
});

describe("số, ngày và bản đã ký", () => {
  const issue = (id: string, number: string, issuedOn = "2025-06-20", signedCopy: HandedFile | null = null) =>
    as(clerk, (w) => submitReport(w, { id, number, issuedOn, signedCopy }));
  /** A signed report whose signature is from long ago, so that it may have been issued on any day since. */
  const signed = async (period: string, at = "2025-01-02T03:00:00Z") => {
    const id = await report(period, "freeze", "draft", "fill", "review", "sign-off");
    await db.pool.query("update report set signed_off_at = $2 where id = $1", [id, at]);
    return id;
  };
  const registered = async (number: string) =>
    (
      await db.pool.query(
        "select issued_on::text, outgoing, kept_by from official_document where agency_id = $1 and number = $2",
        [agencyId, number],
      )
    ).rows;

  test("báo cáo đã ban hành vào sổ văn bản với số đầy đủ; số ấy không cấp lại trong năm, năm sau thì được", async () => {
    const [first, second, third] = [
      await signed("2025-07"),
      await signed("2025-08"),
      await signed("2025-09"),
    ];
    await issue(first, "41/BC-SM");
    expect(await registered("41/BC-SM")).toEqual([
      { issued_on: "2025-06-20", outgoing: true, kept_by: "report" },
    ]);
    await expect(issue(second, "41", "2025-12-01")).rejects.toThrow(/Số 41\/BC-SM năm 2025 đã cấp/u);
    expect(await stateOf(second)).toBe("signed-off");
    await issue(third, "41", "2026-01-05");
    expect((await reportById(db.database, agencyId, third)).issuedNumber).toBe("41");
  });

  test("số viết sai, ký hiệu của loại khác, ngày ở tương lai hay trước ngày ký duyệt bị từ chối; chưa có gì được ghi", async () => {
    const id = await signed("2025-10");
    for (const number of ["", "BC-SM", "12/KH-SM", "mười hai"])
      await expect(issue(id, number), number).rejects.toThrow(Unacceptable);
    await expect(issue(id, "55", "2199-01-01")).rejects.toThrow(/sau hôm nay/u);
    await expect(issue(id, "55", "2025-01-01")).rejects.toThrow(/trước ngày ký duyệt 02\/01\/2025/u);
    expect(await stateOf(id)).toBe("signed-off");
    expect(await registered("55/BC-SM")).toEqual([]);
  });

  test("chỉ nhận PDF nguyên vẹn theo nội dung, dù tên tệp là gì", async () => {
    const id = await signed("2025-03");
    for (const words of ["<html>%%EOF", "%PDF-1.7 thiếu phần cuối", "", "PK\u0003\u0004"]) {
      const signedCopy = { name: "da-ky.pdf", bytes: new TextEncoder().encode(words) };
      await expect(issue(id, "7", "2025-03-20", signedCopy), words).rejects.toThrow(Unacceptable);
    }
    expect(await stateOf(id)).toBe("signed-off");
    expect(await registered("7/BC-SM")).toEqual([]);
  });

  test("bản đã ký ghi sau được, ghi lại được; tệp trước còn nguyên, mã SHA-256 là của đúng tệp, có chữ ký hay không thì nói ra", async () => {
    const id = await signed("2025-11");
    const record = (signedCopy: HandedFile) => as(clerk, (w) => recordSignedCopy(w, { id, signedCopy }));
    await expect(record(pdf("sớm"))).rejects.toThrow(Conflict);
    await issue(id, "77", "2025-11-20");
    await record(pdf("tệp nhầm"));
    const bytes = new Uint8Array(signedPdf());
    await record({ name: "bao-cao.pdf", bytes });
    const found = await reportById(db.database, agencyId, id);
    expect(await signedCopiesOf(db.database, found)).toMatchObject([
      {
        sha256: createHash("sha256").update(bytes).digest("hex"),
        signatureSeen: true,
        recordedBy: clerk.name,
        fileName: "bao-cao.pdf",
      },
      { signatureSeen: false },
    ]);
    expect(new Uint8Array((await signedCopyOf(db.database, found))!)).toEqual(bytes);
    await expect(as(auditor, (w) => recordSignedCopy(w, { id, signedCopy: pdf("x") }))).rejects.toThrow(
      Forbidden,
    );
    await expect(db.pool.query("delete from report_signed_copy")).rejects.toThrow(/permission denied/u);
  });

  test("số, ngày ghi nhầm sửa được cùng lúc ở báo cáo và sổ văn bản, có lý do; không sửa thành số của văn bản khác", async () => {
    const [id, other] = [await signed("2025-12"), await signed("2025-02")];
    const correct = (number: string, who = clerk) =>
      as(who, (w) => correctReportIssue(w, { id, number, issuedOn: "2025-12-18", reason: "Gõ nhầm" }));
    await expect(correct("91")).rejects.toThrow(Conflict);
    await issue(id, "90", "2025-12-17");
    await issue(other, "92", "2025-02-17");
    await expect(correct("92")).rejects.toThrow(/đã cấp/u);
    await expect(correct("91", auditor)).rejects.toThrow(Forbidden);
    await expect(
      as(clerk, (w) =>
        correctReportIssue(w, { id, number: "91", issuedOn: "2024-12-31", reason: "Gõ nhầm" }),
      ),
    ).rejects.toThrow(/trước ngày ký duyệt/u);
    await correct("91");
    const acts = await db.database.select().from(auditEntry).where(eq(auditEntry.objectId, id));
    expect(acts.find(({ act }) => act === "correct-report-issue")).toMatchObject({
      before: { issuedNumber: "90", issuedOn: "2025-12-17" },
      after: { issuedNumber: "91", issuedOn: "2025-12-18" },
      reason: "Gõ nhầm",
    });
    expect(await reportById(db.database, agencyId, id)).toMatchObject({
      issuedNumber: "91",
      issuedOn: "2025-12-18",
      state: "submitted",
    });
    expect(await registered("91/BC-SM")).toMatchObject([{ issued_on: "2025-12-18" }]);
    expect(await registered("90/BC-SM")).toEqual([]);
  });
});

describe("tệp báo cáo", () => {
  const documentXml = async (file: Uint8Array) => {
    const entries = await new ZipReader(new BlobReader(new Blob([new Uint8Array(file)]))).getEntries();
    const entry = entries.find(({ filename }) => filename === "word/document.xml")!;
    return entry.directory ? "" : (await entry.getData(new TextWriter())).replace(/<[^>]+>/gu, "");
  };

  test("lập được bằng một lệnh; chạy lại cho cùng số liệu; .docx, .pdf, .xlsx đều ghi ra", async () => {
    const draft = (refresh: boolean) =>
      draftPeriodReport(db.database, agencyId, { period: "2026-Q3", basis: "calendar", refresh });
    const first = await draft(false);
    expect(first.state).toBe("drafted");
    const before = await exportReport(db.database, first, "json");
    await prove(ids.first, "2026-08-10T03:00:00Z");
    expect(await exportReport(db.database, await draft(false), "json")).toEqual(before);
    const fresh = await draft(true);
    expect(await exportReport(db.database, fresh, "json")).not.toEqual(before);
    const words = await documentXml(await exportReport(db.database, fresh, "docx"));
    expect(words).toContain("Số:      /BC-SM");
    expect(words).toContain("I-a");
    expect(words).toContain("Chưa có minh chứng, chưa nêu lý do");
    expect(Buffer.from((await exportReport(db.database, fresh, "pdf")).slice(0, 5)).toString()).toBe("%PDF-");
    expect(Buffer.from((await exportReport(db.database, fresh, "xlsx")).slice(0, 2)).toString()).toBe("PK");
  });

  test("kế hoạch xuất ra kèm phụ lục giao nhiệm vụ, số và ngày để trống", async () => {
    const model = await composePlan(db.database, agencyId, ids.plan);
    const written = await exportPlan(db.database, agencyId, ids.plan, "docx");
    // The ZIP format's clock counts in two seconds: a moment of writing would show.
    await new Promise((passed) => setTimeout(passed, 2100));
    expect(Buffer.from(await exportPlan(db.database, agencyId, ids.plan, "docx")).equals(written)).toBe(true);
    expect(model).toMatchObject({ number: null, date: null, symbol: "KH-SM" });
    const words = await documentXml(await exportPlan(db.database, agencyId, ids.plan, "docx"));
    expect(words).toContain("I. MỤC ĐÍCH");
    expect(words).toContain("GIAO NHIỆM VỤ THỰC HIỆN KẾ HOẠCH");
    expect(words).toContain("Viết tin mẫu");
    expect(words).toContain("Phòng Mẫu A");
  });
});
