import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { sampleFiles } from "#platform/files/sample-files.ts";
import { sayOnServer } from "#platform/work/server-console.ts";
import type { Work } from "#platform/work/work.ts";
import { firstRunLines, isFirstRun } from "./first-run.ts";
import { agencyById } from "./organization-queries.ts";
import { organizationPolicy } from "./policy.ts";

export interface SampleRemoved {
  /** How many agencies it was. */
  removed: number;
  /** Keys of their stored files; to be taken away once the removal is committed. */
  files: string[];
  /** For the console: that the first set-up waits, and its code; empty where another agency is left. */
  lines: string[];
}

/**
 * Removes the sample department with everything in it. When nothing is left the first set-up opens at once, in every
 * process: its code is said on their consoles.
 */
export async function emptySample(q: Queryable): Promise<SampleRemoved> {
  const files = await sampleFiles(q);
  const { rows } = await q.execute<{ removed: number }>(sql`select remove_sample_agency() as removed`);
  const { removed } = rows[0]!;
  if (removed === 0) return { removed, files: [], lines: [] };
  await q.execute(sql`select pg_notify('page_invalidated', '["agency","everything"]')`);
  const lines = (await isFirstRun(q)) ? await firstRunLines(q) : [];
  for (const line of ["Đã gỡ dữ liệu mẫu.", ...lines]) await sayOnServer(q, `  ${line}`);
  return { removed, files, lines };
}

/** The sample's own administrator removes it; every sample account ends with it, this person's too. */
export async function removeSample({ tx, actor, record }: Work): Promise<SampleRemoved> {
  const agency = (await agencyById(tx, actor.agencyId))!;
  organizationPolicy.permit(actor, "removeSample", { ...agency, agencyId: agency.id });
  const done = await emptySample(tx);
  // The only line of the sample's audit that stays.
  await record({ act: "remove-sample", objectKind: "agency", objectId: agency.id });
  return done;
}
