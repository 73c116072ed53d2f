import { eq } from "drizzle-orm";
import type { z } from "zod";
import { work as begin, type Work } from "#platform/work/work.ts";
import { actorWithin } from "./add-agency.ts";
import { agencyChanged } from "./agency-changed.ts";
import { subordinateOf } from "./agency-queries.ts";
import type { agencyNames } from "./contract.ts";
import { subordinatePolicy } from "./policy.ts";
import { agency } from "./tables.ts";

/** Changes how an agency under one's own is named in documents and lists; its address never changes. */
export async function renameAgency(
  work: Work,
  { id, ...names }: z.output<typeof agencyNames> & { id: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const before = await subordinateOf(tx, actor, id);
  subordinatePolicy.permit(actor, "rename", { agencyId: actor.agencyId });
  await tx.update(agency).set(names).where(eq(agency.id, id));
  const { name, superiorName, symbol, place } = before;
  const recorded = {
    act: "rename-agency",
    objectKind: "agency",
    objectId: id,
    before: { name, superiorName, symbol, place },
    after: names,
  };
  await work.record(recorded);
  await begin(
    tx,
    actorWithin(actor, id),
    async (within) => {
      await within.record(recorded);
      await agencyChanged(within);
    },
    { at },
  );
}
