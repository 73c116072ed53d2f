import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import { importDossiers } from "./imports/import-dossiers.ts";
import { sampleSheet } from "./sample-sheet.ts";

const clerk: Actor = {
  personId: samplePersonId("office"),
  name: "Hoàng Thị Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role: "office", unitId: sampleUnitId("van-phong") }],
};

/** Loads a year of invented dossiers, none of anybody. */
export async function loadSampleDossiers(database: Database): Promise<void> {
  await work(
    database,
    clerk,
    async (current) => {
      await importDossiers(current, {
        ...{ bytes: sampleSheet(), fileName: "ho-so-mau-2026.csv", period: "2026" },
      });
    },
    { at: new Date("2026-11-16T08:30:00+07:00") },
  );
}
