import { and, eq } from "drizzle-orm";
import { personNames } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { dossierControl } from "../tables.ts";

/** What was said of a period, by whom and when; null: nothing yet. */
export async function controlOf(q: Queryable, agencyId: string, period: string) {
  const [said] = await q
    .select()
    .from(dossierControl)
    .where(and(eq(dossierControl.agencyId, agencyId), eq(dossierControl.period, period)));
  if (!said) return null;
  const names = await personNames(q, [said.saidBy]);
  const { carriedOver, filed, resolved, pending, paused, withdrawn, source, saidAt } = said;
  return {
    said: { carriedOver, filed, resolved, pending, paused, withdrawn },
    ...{ source, saidAt, saidByName: names.get(said.saidBy) ?? "Hệ thống" },
  };
}
