import { asc, eq } from "drizzle-orm";
import { notify } from "#organization";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { tip } from "../tables.ts";
import type { Tip } from "./tip-queries.ts";

interface Told {
  /** Of the tip with this id. */
  cause: (id: string) => string;
  what: string;
}

/** Tells who sent a tip what became of it; nobody is told of what they did themselves. */
export async function tellSender(
  work: Work,
  { id, sentBy, words }: Tip,
  { cause, what }: Told,
): Promise<void> {
  if (sentBy === work.actor.personId) return;
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
