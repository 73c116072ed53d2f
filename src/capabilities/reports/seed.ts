import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type Work, work } from "#platform/work/work.ts";
import { draftReport } from "./draft-report.ts";
import { editReport } from "./edit-report.ts";
import { freezeFigures } from "./freeze-figures.ts";
import { openReport } from "./open-report.ts";
import { reportById, textOf } from "./report-queries.ts";
import { reviewReport } from "./review-report.ts";
import { signOffReport } from "./sign-off-report.ts";
import { submitReport } from "./submit-report.ts";
import { loadSampleUnitReports } from "./unit-reports/seed.ts";

const samplePerson = (email: string, name: string, role: Role): Actor => ({
  personId: samplePersonId(email),
  name,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
const editor = samplePerson("editor", "Lê Thị Mẫu", "editor");
const reviewer = samplePerson("editor2", "Vũ Văn Thí Dụ", "editor");
const leader = samplePerson("leadership", "Trần Thị Mẫu", "leadership");
const clerk = samplePerson("office", "Hoàng Thị Mẫu", "office");

/** What the sample department wrote where the draft leaves room for a person. */
const added = [
  [
    /\[Bổ sung: nguyên nhân[^\]]*\]/u,
    "Một số đơn vị mới tiếp nhận nhiệm vụ, chưa bố trí người viết thường xuyên; việc ghi minh chứng chưa thành nếp.",
  ],
  [
    /\[Bổ sung: đề xuất[^\]]*\]/u,
    "Đề nghị các phòng, đơn vị cử đầu mối viết tin và ghi minh chứng ngay khi hoàn thành công việc.",
  ],
] as const;

/** Loads the sample department's reports: one issued, one whose period is still open. */
export async function loadSampleReports(database: Database): Promise<void> {
  const act = <T>(actor: Actor, at: string, doing: (current: Work) => Promise<T>) =>
    work(database, actor, doing, { at: new Date(at) });
  const { id } = await act(editor, "2026-11-16T08:10:00+07:00", (current) =>
    openReport(current, { planId: null, period: "2026-11", basis: "decree" }),
  );
  await act(editor, "2026-11-16T08:12:00+07:00", (current) => freezeFigures(current, { id }));
  await act(editor, "2026-11-16T08:13:00+07:00", (current) => draftReport(current, { id }));
  const version = await act(editor, "2026-11-16T09:30:00+07:00", async (current) => {
    const draft = (await textOf(current.tx, await reportById(current.tx, SAMPLE_AGENCY_ID, id)))!;
    const sections = draft.content.sections.map((section) => ({
      ...section,
      text: added.reduce((text, [open, filled]) => text.replace(open, filled), section.text),
    }));
    await editReport(current, {
      id,
      saveId: uuidv7(),
      baseId: draft.id,
      text: { ...draft.content, sections },
      takesReviewBack: false,
    });
    return draft.version + 1;
  });
  await act(reviewer, "2026-11-16T14:00:00+07:00", (current) => reviewReport(current, { id, version }));
  await act(leader, "2026-11-17T08:30:00+07:00", (current) => signOffReport(current, { id, version }));
  await act(clerk, "2026-11-17T10:00:00+07:00", (current) =>
    submitReport(current, { id, number: "152", issuedOn: "2026-11-17", signedCopy: null }),
  );
  await act(editor, "2026-11-20T08:00:00+07:00", (current) =>
    openReport(current, { planId: null, period: "2026-Q4", basis: "decree" }),
  );
  await loadSampleUnitReports(database);
}
