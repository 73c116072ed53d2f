import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import type { UnitSuccession } from "#organization";
import type { Work } from "#platform/work/work.ts";
import { redrawEvents } from "./event-queries.ts";
import { event, eventAnswer, eventCommitment } from "./tables.ts";

/**
 * What a unit that is no more still leads, answers or has promised goes on with its first heir; what took place, was
 * answered or was done before stays under the old name. Gives how many events.
 */
export async function inheritEvents(
  work: Work,
  { unitIds, heirIds }: Pick<UnitSuccession, "unitIds" | "heirIds">,
): Promise<number> {
  const { tx, actor } = work;
  const [heirId] = heirIds;
  if (!heirId) return 0;
  const { agencyId } = actor;
  const led = await tx
    .update(event)
    .set({ leadUnitId: heirId })
    .where(
      and(
        eq(event.agencyId, agencyId),
        inArray(event.leadUnitId, unitIds),
        inArray(event.state, ["draft", "announced", "postponed"]),
      ),
    )
    .returning({ id: event.id });
  await tx
    .update(eventAnswer)
    .set({ unitId: heirId })
    .where(
      and(
        eq(eventAnswer.agencyId, agencyId),
        inArray(eventAnswer.unitId, unitIds),
        inArray(eventAnswer.state, ["drafted", "waiting"]),
      ),
    );
  await tx
    .update(eventCommitment)
    .set({ unitId: heirId })
    .where(
      and(
        eq(eventCommitment.agencyId, agencyId),
        inArray(eventCommitment.unitId, unitIds),
        or(isNull(eventCommitment.resultState), ne(eventCommitment.resultState, "published")),
      ),
    );
  await work.recordAll(
    led.map(({ id }) => ({
      act: "pass-on-event",
      objectKind: "event",
      objectId: id,
      after: { leadUnitId: heirId },
    })),
  );
  if (led.length > 0) await redrawEvents(tx);
  return led.length;
}
