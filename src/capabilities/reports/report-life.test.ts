import { BlobReader, TextWriter, ZipReader } from "@zip.js/zip.js";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { agency, person, unit } from "#organization/tables";
import { attachEvidence } from "#plan";
import { obligation, plan, planClause, task, taskObligation } from "#plan/tables";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { auditEntry } from "#platform/work/tables.ts";
import { type Work, work } from "#platform/work/work.ts";
import { collectFigures } from "./collect-figures.ts";
import { differences } from "./differences.ts";
import { draftPeriodReport } from "./draft-period-report.ts";
import { draftReport } from "./draft-report.ts";
import { editReport } from "./edit-report.ts";
import { composePlan, exportPlan } from "./export-plan.ts";
import { exportReport } from "./export-report.ts";
import { freezeFigures } from "./freeze-figures.ts";
import { gatherChain } from "./gather-chain.ts";
import { openReport } from "./open-report.ts";
import { presentReport } from "./present-report.ts";
import { reopenReport } from "./reopen-report.ts";
import { frozenOf, reportById, signedCopyOf, textOf } from "./report-queries.ts";
import type { ReportText } from "./report-text.ts";
import { returnReport } from "./return-report.ts";
import { reviewReport } from "./review-report.ts";
import { signOffReport } from "./sign-off-report.ts";
import { submitReport } from "./submit-report.ts";

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
    if (step === "fill")
      await as(editor, async (w) => editReport(w, { id, version, text: filled((await text(id))!.content) }));
    if (step === "review") await as(otherEditor, (w) => reviewReport(w, { id, version }));
    if (step === "sign-off") await as(leader, (w) => signOffReport(w, { id, version }));
  }
  return id;
}
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
  await q.insert(plan).values({
    id: ids.plan,
    agencyId,
    year: 2026,
    slug: "ke-hoach-mau",
    title: "Tuyên truyền cải cách hành chính",
    symbol: "KH-SM",
    recipients: ["Các đơn vị", "Lưu: VT"],
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
    const pdf = new TextEncoder().encode("%PDF-1.7 bản đã ký");
    await as(clerk, (w) => submitReport(w, { id, number: "5", issuedOn: "2026-01-16", signedCopy: pdf }));
    const done = await reportById(db.database, agencyId, id);
    expect(done).toMatchObject({ state: "submitted", issuedNumber: "5", signedOffBy: leader.personId });
    expect(new Uint8Array((await signedCopyOf(db.database, done))!)).toEqual(pdf);
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
    await as(editor, (w) => editReport(w, { id, version, text: content }));
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
      (w: Work) => editReport(w, { id, version: 1, text: content }),
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

  test("lưu đè bản người khác vừa lưu bị từ chối kèm bản mới, không mất gì", async () => {
    const id = await report("2025-01", "freeze", "draft");
    const { content } = (await text(id))!;
    await as(otherEditor, (w) =>
      editReport(w, { id, version: 1, text: { ...content, abstract: "Bản của Lê" } }),
    );
    await expect(
      as(editor, (w) => editReport(w, { id, version: 1, text: { ...content, abstract: "Bản của Nguyễn" } })),
    ).rejects.toMatchObject({ data: { version: 2, content: { abstract: "Bản của Lê" } } });
    expect((await text(id))!.content.abstract).toBe("Bản của Lê");
  });

  test("trả lại có lý do thì về dự thảo", async () => {
    const id = await report("2025-02", "freeze", "draft", "fill", "review");
    await as(leader, (w) => returnReport(w, { id, reason: "Thiếu số liệu quý trước" }));
    expect(await stateOf(id)).toBe("drafted");
  });

  test("tệp không phải PDF không được ghi làm bản đã ký", async () => {
    const id = await report("2025-03", "freeze", "draft", "fill", "review", "sign-off");
    const signedCopy = new TextEncoder().encode("<html>");
    await expect(
      as(clerk, (w) => submitReport(w, { id, number: "7", issuedOn: "2026-01-01", signedCopy })),
    ).rejects.toThrow(Unacceptable);
    expect(await stateOf(id)).toBe("signed-off");
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
    expect(model).toMatchObject({ number: null, date: null, symbol: "KH-SM" });
    const words = await documentXml(await exportPlan(db.database, agencyId, ids.plan, "docx"));
    expect(words).toContain("I. MỤC ĐÍCH");
    expect(words).toContain("GIAO NHIỆM VỤ THỰC HIỆN KẾ HOẠCH");
    expect(words).toContain("Viết tin mẫu");
    expect(words).toContain("Phòng Mẫu A");
  });
});
