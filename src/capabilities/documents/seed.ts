import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import { loadInstruments } from "./load-instruments.ts";

/** Loads the legal instruments into the sample department's register, as its clerk would. */
export async function loadSampleDocuments(database: Database): Promise<void> {
  const clerk = {
    personId: samplePersonId("office"),
    name: "Hoàng Thị Mẫu",
    agencyId: SAMPLE_AGENCY_ID,
    appointments: [{ role: "office" as const, unitId: null }],
  };
  await work(database, clerk, loadInstruments, { at: new Date("2026-01-05T08:30:00+07:00") });
}
