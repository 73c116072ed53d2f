import { notify } from "#organization";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import type { Tip } from "./tip-queries.ts";

/** Tells who sent a tip what became of it; nobody is told of what they did themselves. */
export async function tellSender(
  work: Work,
  { id, sentBy, words }: Tip,
  { cause, what }: { cause: string; what: string },
): Promise<void> {
  if (sentBy === work.actor.personId) return;
  await notify(work, {
    personIds: [sentBy],
    cause,
    kind: "tip",
    title: `${what}: ${beginning(words.replace(/\s+/g, " "), 120)}`,
    href: `/workspace/tin-gui-ve/${id}`,
  });
}
