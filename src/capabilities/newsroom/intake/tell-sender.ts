import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { notify } from "#organization";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { deliverable, goodPracticeText, tip } from "../tables.ts";
import type { Tip } from "./tip-queries.ts";

interface Told {
  /** Of the tip with this id. */
  cause: (id: string) => string;
  what: string;
  /** Whom somebody else tells. */
  not?: string;
}

/** Tells who sent a tip what became of it; nobody is told of what they did themselves. */
export async function tellSender(
  work: Work,
  { id, sentBy, words }: Tip,
  { cause, what, not }: Told,
): Promise<void> {
  if (sentBy === work.actor.personId || sentBy === not) return;
  await notify(work, {
    personIds: [sentBy],
    cause: cause(id),
    kind: "tip",
    title: `${what}: ${beginning(words.replace(/\s+/g, " "), 120)}`,
    href: `/workspace/tin-gui-ve/${id}`,
  });
}

/** Tells also those whose tips were merged into it: theirs fare as it does. */
export async function tellSenders(work: Work, found: Tip, told: Told): Promise<void> {
  await tellSender(work, found, told);
  const merged = await work.tx
    .select()
    .from(tip)
    .where(eq(tip.mergedInto, found.id))
    .orderBy(asc(tip.sentAt));
  for (const one of merged) await tellSender(work, one, told);
}

/** Tells whose tips became a text what became of that in public; not its writer, who is told of the text itself. */
export async function tellSendersOfText(
  work: Work,
  { id, agencyId, createdBy }: { id: string; agencyId: string; createdBy: string },
  told: Told,
): Promise<void> {
  const { tx } = work;
  const stories = tx.select({ id: deliverable.storyId }).from(deliverable).where(eq(deliverable.itemId, id));
  const practices = tx
    .select({ id: goodPracticeText.practiceId })
    .from(goodPracticeText)
    .where(eq(goodPracticeText.itemId, id));
  const behind = await tx
    .select()
    .from(tip)
    .where(
      and(
        eq(tip.agencyId, agencyId),
        eq(tip.state, "used"),
        isNull(tip.mergedInto),
        or(eq(tip.itemId, id), inArray(tip.storyId, stories), inArray(tip.practiceId, practices)),
      ),
    )
    .orderBy(asc(tip.sentAt));
  for (const one of behind) await tellSenders(work, one, { ...told, not: createdBy });
}
