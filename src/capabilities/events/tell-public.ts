import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putSearchText } from "#platform/search/search-text.ts";
import type { Work } from "#platform/work/work.ts";
import { commitmentsOf } from "./commitments/commitment-queries.ts";
import { publicAnswersOf } from "./dialogue/dialogue-queries.ts";
import { canStep, type EventStep, eventKinds, eventStates, eventSteps } from "./event.ts";
import { type Event, eventPath, redrawEvents, toldOf } from "./event-queries.ts";
import { event, eventChange } from "./tables.ts";

/** Keeps it findable with its words as they are. */
export async function keepFindable({ tx }: Work, row: Event): Promise<void> {
  const { unitName, items } = await toldOf(tx, row);
  const answers = (await publicAnswersOf(tx, row.id)).filter(({ state }) => state === "published");
  const promises = (await commitmentsOf(tx, row.id)).filter(({ state }) => state === "published");
  await putSearchText(tx, {
    ...{ agencyId: row.agencyId, kind: "event", objectId: row.id, title: row.title, at: row.startsAt },
    body: [
      ...[row.summary, row.place, row.audience, row.reformPart, unitName],
      ...items.map(({ words }) => words),
      ...answers.flatMap(({ question, answer }) => [question, answer]),
      ...promises.flatMap(({ words, result, resultState }) => [
        words,
        ...(resultState === "published" ? [result!] : []),
      ]),
    ].join("\n"),
    address: eventPath(row),
    label: eventKinds[row.kind],
    fields: [eventKinds[row.kind]],
  });
}

/**
 * A step that the public hears of: state, number of the calendar, the public trace, search and pages are one.
 * @throws Conflict
 */
export async function tellPublic(
  work: Work,
  row: Event,
  {
    step,
    act,
    reason,
    differences = [],
    set = {},
  }: {
    step: EventStep;
    act: string;
    reason: string;
    differences?: string[];
    set?: Partial<typeof event.$inferInsert>;
  },
): Promise<Event> {
  const { tx, actor, at } = work;
  if (!canStep(row.state, step))
    throw new Conflict(`Sự kiện đang ở trạng thái “${eventStates[row.state]}” nên chưa làm được việc này.`);
  const sequence = step === "announce" ? 0 : row.sequence + 1;
  const [after] = await tx
    .update(event)
    .set({ ...set, state: eventSteps[step].to, sequence, changedAt: at })
    .where(eq(event.id, row.id))
    .returning();
  await tx.insert(eventChange).values({
    ...{
      id: uuidv7(),
      agencyId: row.agencyId,
      eventId: row.id,
      at,
      act: step,
      sequence,
      differences,
      reason,
    },
    ...{ byPersonId: actor.personId, byName: actor.name },
  });
  await work.record({
    act,
    objectKind: "event",
    objectId: row.id,
    before: { state: row.state },
    after: { state: after!.state, differences },
    reason: reason || null,
  });
  await keepFindable(work, after!);
  await redrawEvents(tx);
  return after!;
}
