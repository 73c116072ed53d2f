import { eq, sql } from "drizzle-orm";
import { sampleFiles } from "#platform/files/sample-files.ts";
import { invalidatePages } from "#platform/http/invalidate-pages.ts";
import { sayOnServer } from "#platform/work/server-console.ts";
import type { Work } from "#platform/work/work.ts";
import { firstRunLines, isFirstRun } from "./first-run.ts";
import { agencyById } from "./organization-queries.ts";
import { organizationPolicy } from "./policy.ts";
import { agency } from "./tables.ts";

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
 * process: its code is said on their consoles. One line of its audit stays: it tells whose lines went.
 */
export async function emptySample({ tx: q, record }: Work): Promise<SampleRemoved> {
  const files = await sampleFiles(q);
  const agencies = (await q.select({ id: agency.id }).from(agency).where(eq(agency.isSample, true))).map(
    ({ id }) => id,
  );
  const { rows } = await q.execute<{ removed: number }>(sql`select remove_sample_agency() as removed`);
  const { removed } = rows[0]!;
  if (removed === 0) return { removed, files: [], lines: [] };
  await record({ act: "remove-sample", objectKind: "agency", objectId: agencies[0]!, after: { agencies } });
  await invalidatePages(q, ["agency", "everything"]);
  const lines = (await isFirstRun(q)) ? await firstRunLines(q) : [];
  for (const line of ["Đã gỡ dữ liệu mẫu.", ...lines]) await sayOnServer(q, `  ${line}`);
  return { removed, files, lines };
}

/** The sample's own administrator removes it; every sample account ends with it, this person's too. */
export async function removeSample(work: Work): Promise<SampleRemoved> {
  const { tx, actor } = work;
  const own = (await agencyById(tx, actor.agencyId))!;
  organizationPolicy.permit(actor, "removeSample", { ...own, agencyId: own.id });
  return emptySample(work);
}
