import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import type { Database } from "#platform/database/database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { approveApology } from "./apologies/approve-apology.ts";
import { draftApology } from "./apologies/draft-apology.ts";
import { publishApology } from "./apologies/publish-apology.ts";
import { sendApology } from "./apologies/send-apology.ts";
import { importDossiers } from "./imports/import-dossiers.ts";
import { explainLate } from "./late/explain-late.ts";
import { lateRegister } from "./late/late-register.ts";
import { publishFigures } from "./publishing/publish-figures.ts";
import { sampleSheet } from "./sample-sheet.ts";
import { importScores } from "./service-index/import-scores.ts";

const clerk: Actor = {
  personId: samplePersonId("office"),
  name: "Hoàng Thị Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role: "office", unitId: sampleUnitId("van-phong") }],
};

const director: Actor = {
  personId: samplePersonId("leadership"),
  name: "Trần Thị Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role: "leadership", unitId: null }],
};

const none = { digitisation: null, online: null, satisfaction: null };
const url = "https://mau.gandan.vn/diem-766-mau";
/** Invented scores of an invented unit. */
const sampleScores = [
  { scoredOn: "2026-09-14", total: 8_712, transparency: 1_540, progress: 1_802, ...none },
  { scoredOn: "2026-10-14", total: 8_935, transparency: 1_610, progress: 1_844, ...none },
  { scoredOn: "2026-11-14", total: 9_020, transparency: 1_640, progress: 1_871, ...none },
].map((score) => ({ ...score, entity: "Sở Mẫu (điểm mẫu)", url }));

const sampleId = (index: number) => `01970000-0000-7000-8000-0009${index.toString(16).padStart(8, "0")}`;

/** Loads a year of invented dossiers, none of anybody: figures of a quarter are public, two late ones were apologised for. */
export async function loadSampleDossiers(database: Database): Promise<void> {
  const as = <T>(actor: Actor, at: string, act: (current: Work) => Promise<T>) =>
    work(database, actor, act, { at: new Date(at) });
  await as(clerk, "2026-11-16T08:30:00+07:00", (current) =>
    importDossiers(current, { bytes: sampleSheet(), fileName: "ho-so-mau-2026.csv", period: "2026" }),
  );
  await as(clerk, "2026-11-16T09:00:00+07:00", (current) =>
    publishFigures(current, { period: "2026-Q3", reason: "", isProof: false }),
  );
  const { dossiers } = await lateRegister(database, {
    ...{ agencyId: SAMPLE_AGENCY_ID, period: parsePeriod("2026-Q4", "decree"), today: "2026-11-14" },
  });
  const [first, second] = dossiers;
  const reason = "Chờ ý kiến cơ quan phối hợp";
  const explanation = "Cơ quan phối hợp trả lời chậm hơn dự kiến (lý do mẫu).";
  await as(clerk, "2026-11-16T09:30:00+07:00", async (current) => {
    for (const { code, unit } of [first!, second!])
      await explainLate(current, { code, reason, unit, newDueOn: null });
    await draftApology(current, { id: sampleId(1), code: first!.code, reason, explanation, newDueOn: null });
    await draftApology(current, { id: sampleId(2), code: second!.code, reason, explanation, newDueOn: null });
  });
  await as(director, "2026-11-16T10:30:00+07:00", (current) => approveApology(current, { id: sampleId(1) }));
  await as(clerk, "2026-11-16T14:00:00+07:00", async (current) => {
    const sentHow = "Trao tại bộ phận một cửa (mẫu)";
    await sendApology(current, { id: sampleId(1), sentOn: "2026-11-16", sentHow });
    await publishApology(current, { id: sampleId(1), isProof: false });
    await importScores(current, { scores: sampleScores, fileName: "diem-766-mau.xlsx" });
  });
}
