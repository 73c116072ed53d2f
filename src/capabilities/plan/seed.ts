import { registerDocument } from "#documents";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import { putPlanTexts } from "./put-plan-texts.ts";
import { SAMPLE_CALENDAR_SOURCE, sampleCalendar } from "./sample-calendar.ts";
import { sampleObligations } from "./sample-obligations.ts";
import { sampleClauses, samplePlan, sampleTasks } from "./sample-plan.ts";
import {
  calendarDay,
  guidance,
  guidanceEdition,
  guidanceQuestion,
  guidanceReceipt,
  obligation,
  obligationUnit,
  plan,
  planCitation,
  planClause,
  planDistribution,
  planVersion,
  shortcoming,
  task,
  taskObligation,
  workItem,
  workItemObligation,
} from "./tables.ts";

const sampleId = (group: number, index: number) =>
  `01970000-0000-7000-8000-0001${group.toString(16).padStart(4, "0")}${index.toString(16).padStart(4, "0")}`;

export const SAMPLE_PLAN_ID = sampleId(1, 1);
/** Id of a sample obligation by its code, of a sample task by its clause. */
export const sampleObligationId = (code: string): string =>
  sampleId(2, sampleObligations.findIndex((row) => row.code === code) + 1);
export const sampleTaskId = (clause: string): string =>
  sampleId(3, sampleTasks.findIndex((row) => row.clause === clause) + 1);
/** Id of the first sample task that discharges an obligation. */
export const sampleTaskOfObligation = (code: string): string =>
  sampleTaskId(sampleTasks.find(({ obligations }) => obligations.includes(code))!.clause);
const clauseId = (path: string) => sampleId(4, sampleClauses.findIndex((clause) => clause.path === path) + 1);

const leader: Actor = {
  personId: samplePersonId("leadership"),
  name: "Trần Thị Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role: "leadership", unitId: sampleUnitId("lanh-dao") }],
};

const parentOf = (path: string): string | null => {
  const upper = path.split(".").slice(0, -1).join(".");
  return upper !== "" && sampleClauses.some((clause) => clause.path === upper) ? upper : null;
};

/** Loads the sample department's plan: clauses, the 105 obligations, tasks, distribution. */
export async function loadSamplePlan(database: Database): Promise<void> {
  await work(database, leader, async (current) => {
    const { tx } = current;
    const agencyId = SAMPLE_AGENCY_ID;
    const { citations, ...facts } = samplePlan;
    await tx.insert(plan).values({
      id: SAMPLE_PLAN_ID,
      agencyId,
      ...facts,
      publishedAt: new Date("2026-02-10T08:30:00+07:00"),
      publishedBy: samplePersonId("leadership"),
      standing: "in-force",
      inForceSince: new Date("2026-02-10T08:00:00+07:00"),
    });
    await tx.insert(planVersion).values({
      agencyId,
      planId: SAMPLE_PLAN_ID,
      version: 1,
      madeAt: new Date("2026-02-10T08:00:00+07:00"),
      madeBy: samplePersonId("editor"),
    });
    for (const { role, date, ...cited } of citations) {
      const document = await registerDocument(current, { type: "Kế hoạch", issuedOn: date, ...cited });
      await tx.insert(planCitation).values({ planId: SAMPLE_PLAN_ID, documentId: document.id, role });
    }
    await tx.insert(planClause).values(
      sampleClauses.map((clause, position) => {
        const parent = parentOf(clause.path);
        const level = clause.path.split(".").length - 1;
        return {
          id: clauseId(clause.path),
          agencyId,
          planId: SAMPLE_PLAN_ID,
          parentId: parent && clauseId(parent),
          level,
          position,
          ...clause,
        };
      }),
    );
    await tx.insert(obligation).values(
      sampleObligations.map(({ code, clause, what, themes, units, when, evidence }, position) => ({
        id: sampleObligationId(code),
        agencyId,
        planId: SAMPLE_PLAN_ID,
        clauseId: clauseId(clause),
        code,
        what,
        themes,
        allUnits: units.includes("all"),
        due: when,
        evidenceWanted: evidence,
        position,
      })),
    );
    await tx.insert(obligationUnit).values(
      sampleObligations.flatMap(({ code, units }) =>
        units
          .filter((slug) => slug !== "all")
          .map((slug, position) => ({
            agencyId,
            obligationId: sampleObligationId(code),
            unitId: sampleUnitId(slug),
            position,
          })),
      ),
    );
    await tx.insert(task).values(
      sampleTasks.map(({ clause, title, leadUnit, leadUnitText, deliverable }, position) => ({
        id: sampleTaskId(clause),
        agencyId,
        planId: SAMPLE_PLAN_ID,
        clauseId: clauseId(clause),
        title,
        leadUnitId: leadUnit && sampleUnitId(leadUnit),
        leadUnitText,
        allUnits: leadUnit === null,
        approverPersonId: samplePersonId("leadership"),
        responsiblePersonId:
          leadUnit === "ttbcxb"
            ? samplePersonId("editor")
            : leadUnit === "van-phong"
              ? samplePersonId("office")
              : null,
        dueKind: "continuous" as const,
        dueText: "thường xuyên",
        deliverable,
        position,
      })),
    );
    await tx.insert(taskObligation).values(
      sampleTasks.flatMap(({ clause, obligations }) =>
        obligations.map((code) => ({
          agencyId,
          taskId: sampleTaskId(clause),
          obligationId: sampleObligationId(code),
        })),
      ),
    );
    await putPlanTexts(tx, agencyId);
    await tx.insert(calendarDay).values(
      sampleCalendar.map((day, index) => ({
        id: sampleId(6, index + 1),
        agencyId,
        source: SAMPLE_CALENDAR_SOURCE,
        ...day,
      })),
    );
    const acknowledged: Record<string, string | undefined> = {
      ttbcxb: "editor",
      "phong-mau-a": "head",
      "van-phong": "office",
    };
    await tx.insert(planDistribution).values(
      ["van-phong", "ttbcxb", "khtc", "phong-mau-a", "phong-mau-b", "don-vi-mau-c"].map((slug, index) => ({
        id: sampleId(5, index + 1),
        agencyId,
        planId: SAMPLE_PLAN_ID,
        unitId: sampleUnitId(slug),
        sentAt: new Date("2026-02-10T08:00:00+07:00"),
        acknowledgedAt: acknowledged[slug] ? new Date("2026-02-11T09:30:00+07:00") : null,
        acknowledgedBy: acknowledged[slug] ? samplePersonId(acknowledged[slug]) : null,
      })),
    );
    await tx.insert(shortcoming).values({
      id: sampleId(7, 1),
      agencyId,
      planId: SAMPLE_PLAN_ID,
      unitId: sampleUnitId("phong-mau-a"),
      what: "Tin, bài về cải cách hành chính gửi chưa đều hằng tháng",
      why: "Chưa phân công người viết thường xuyên",
      notedBy: samplePersonId("editor"),
      notedAt: new Date("2026-11-18T09:00:00+07:00"),
      state: "mending",
      fixWords: "Phân công người viết, mỗi tháng ít nhất một tin",
      fixDay: "2026-12-14",
      fixBy: samplePersonId("head"),
      fixAt: new Date("2026-11-19T10:00:00+07:00"),
    });
    const guidanceId = sampleId(8, 1);
    await tx.insert(guidance).values({
      id: guidanceId,
      agencyId,
      planId: SAMPLE_PLAN_ID,
      toAll: false,
    });
    await tx.insert(guidanceEdition).values({
      agencyId,
      guidanceId,
      edition: 1,
      title: "Cách ghi minh chứng của tin, bài",
      text: "Mỗi tin, bài ghi một minh chứng: tên bài, địa chỉ trang đã đăng, ngày đăng.\nBài đăng ở nhiều nơi thì ghi địa chỉ đầu tiên; không ghi ảnh chụp màn hình thay địa chỉ.",
      madeBy: samplePersonId("editor"),
      madeAt: new Date("2026-11-16T08:30:00+07:00"),
    });
    await tx.insert(guidanceReceipt).values(
      ["phong-mau-a", "phong-mau-b", "van-phong"].map((slug, index) => ({
        id: sampleId(9, index + 1),
        agencyId,
        guidanceId,
        edition: 1,
        unitId: sampleUnitId(slug),
        acknowledgedBy: slug === "phong-mau-a" ? samplePersonId("head") : null,
        acknowledgedAt: slug === "phong-mau-a" ? new Date("2026-11-16T14:00:00+07:00") : null,
      })),
    );
    await tx.insert(guidanceQuestion).values({
      id: sampleId(10, 1),
      agencyId,
      guidanceId,
      edition: 1,
      unitId: sampleUnitId("phong-mau-a"),
      what: "Bài đăng trên báo in, không có địa chỉ trang, thì ghi thế nào?",
      askedBy: samplePersonId("contributor"),
      askedAt: new Date("2026-11-17T09:15:00+07:00"),
    });
    await tx.insert(workItem).values([
      {
        id: sampleId(11, 1),
        agencyId,
        unitId: sampleUnitId("phong-mau-a"),
        title: "Hội nghị giao ban công tác văn hóa cơ sở quý IV",
        kind: "conference",
        firstDay: "2026-12-04",
        lastDay: "2026-12-04",
        place: "Hội trường cơ quan",
        lead: "Trưởng Phòng Mẫu A",
        embeds: "Giới thiệu cách nộp hồ sơ trực tuyến, phát tờ rơi cho cán bộ văn hóa xã",
        enteredBy: samplePersonId("head"),
        enteredAt: new Date("2026-11-20T09:00:00+07:00"),
      },
      {
        id: sampleId(11, 2),
        agencyId,
        unitId: sampleUnitId("don-vi-mau-c"),
        title: "Lớp tập huấn nghiệp vụ thuyết minh, hướng dẫn",
        kind: "training",
        firstDay: "2026-12-15",
        lastDay: "2026-12-17",
        enteredBy: samplePersonId("editor"),
        enteredAt: new Date("2026-11-20T10:00:00+07:00"),
      },
    ]);
    await tx
      .insert(workItemObligation)
      .values({ agencyId, workItemId: sampleId(11, 1), obligationId: sampleObligationId("III.4-a") });
    await current.record({ act: "load-sample", objectKind: "plan", objectId: SAMPLE_PLAN_ID });
  });
}
