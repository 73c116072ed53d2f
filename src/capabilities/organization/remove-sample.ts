import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { agencyById } from "./organization-queries.ts";
import { organizationPolicy } from "./policy.ts";

/** Removes the sample department with everything in it. Gives the number of agencies removed. */
export async function emptySample(q: Queryable): Promise<number> {
  const { rows } = await q.execute<{ removed: number }>(sql`select remove_sample_agency() as removed`);
  await q.execute(sql`select pg_notify('page_invalidated', '["agency","everything"]')`);
  return rows[0]!.removed;
}

/** The sample's own administrator removes it; every sample account ends with it, this person's too. */
export async function removeSample({ tx, actor }: Work): Promise<number> {
  const agency = (await agencyById(tx, actor.agencyId))!;
  organizationPolicy.permit(actor, "removeSample", { ...agency, agencyId: agency.id });
  return emptySample(tx);
}
