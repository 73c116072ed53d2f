import { and, eq, inArray, isNull, notInArray, type SQL } from "drizzle-orm";
import { recipientOf } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { SYSTEM_PERSON } from "#platform/work/work.ts";
import { routeFor, standingOf } from "../review/review-queries.ts";
import {
  contentItem,
  contentReader,
  contentRevision,
  deliverable,
  reviewRun,
  reviewStep,
} from "../tables.ts";
import { type LimitedText, seesLimited } from "./sees-limited.ts";

/** Limited texts of the agency with all that the rule looks at. */
async function limitedTexts(q: Queryable, agencyId: string): Promise<(LimitedText & { id: string })[]> {
  const items = await q
    .select()
    .from(contentItem)
    .where(and(eq(contentItem.agencyId, agencyId), eq(contentItem.limited, true)));
  if (items.length === 0) return [];
  const ids = items.map(({ id }) => id);
  const named = await q.select().from(contentReader).where(inArray(contentReader.itemId, ids));
  const wrote = await q
    .selectDistinct({ itemId: contentRevision.itemId, personId: contentRevision.authorId })
    .from(contentRevision)
    .where(inArray(contentRevision.itemId, ids));
  const makers = await q
    .select({ itemId: deliverable.itemId, personId: deliverable.personId })
    .from(deliverable)
    .where(inArray(deliverable.itemId, ids));
  const open = await q
    .select({ itemId: reviewRun.itemId, step: reviewStep })
    .from(reviewRun)
    .innerJoin(reviewStep, eq(reviewStep.runId, reviewRun.id))
    .where(and(inArray(reviewRun.itemId, ids), isNull(reviewRun.endedAt)));
  const routes = new Map<string, Awaited<ReturnType<typeof routeFor>>>();
  for (const item of items) {
    const key = `${item.kind} ${item.unitId}`;
    if (!routes.has(key)) routes.set(key, await routeFor(q, item));
  }
  return items.map(({ id, kind, unitId, state, createdBy }) => {
    const readers = named.filter(({ itemId }) => itemId === id);
    return {
      id,
      unitId,
      state,
      writerIds: [
        createdBy,
        ...wrote.flatMap(({ itemId, personId }) => (itemId === id ? [personId] : [])),
        ...makers.flatMap(({ itemId, personId }) => (itemId === id && personId !== null ? [personId] : [])),
      ],
      personIds: readers.flatMap(({ personId }) => personId ?? []),
      unitIds: readers.flatMap(({ unitId: named }) => named ?? []),
      steps: [
        ...routes.get(`${kind} ${unitId}`)!.steps,
        ...open.flatMap(({ itemId, step }) => (itemId === id ? [step] : [])),
      ],
    };
  });
}

/** The texts of the own agency that somebody does not see, of any state. Few are limited, so that they are told by id. */
export async function hiddenFrom(q: Queryable, actor: Actor): Promise<string[]> {
  // What nobody does (timers, the first start) looks at every text.
  if (actor.personId === SYSTEM_PERSON) return [];
  const texts = await limitedTexts(q, actor.agencyId);
  if (texts.length === 0) return [];
  const standing = await standingOf(q, actor);
  return texts.flatMap((text) => (seesLimited(actor, text, standing) ? [] : [text.id]));
}

/** Leaves out of a reading of `contentItem` what the actor does not see; undefined: nothing. */
export async function onlySeen(q: Queryable, actor: Actor): Promise<SQL | undefined> {
  const hidden = await hiddenFrom(q, actor);
  return hidden.length === 0 ? undefined : notInArray(contentItem.id, hidden);
}

/** Of people those who see the item: nobody else is told of a limited one. */
export async function amongSeers(
  q: Queryable,
  { id, limited }: { id: string; limited: boolean },
  personIds: string[],
): Promise<string[]> {
  if (!limited) return personIds;
  const seers: string[] = [];
  for (const personId of new Set(personIds)) {
    const person = await recipientOf(q, personId);
    if (person && !(await hiddenFrom(q, person)).includes(id)) seers.push(personId);
  }
  return seers;
}
