import { notify } from "#organization";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import type { Proposal } from "./proposal-queries.ts";

/** Tells who made a proposal, and others, how far it has come; `step` makes the cause, once for each. */
export async function tellProposer(
  work: Work,
  { id, what, proposedBy }: Proposal,
  { step, said, others = [], href }: { step: string; said: string; others?: string[]; href?: string },
): Promise<void> {
  await notify(work, {
    personIds: [proposedBy, ...others].filter((personId) => personId !== work.actor.personId),
    cause: `proposal-${step}:${id}`,
    kind: "proposal",
    title: `${said}: ${beginning(what, 160)}`,
    href: href ?? "/workspace/de-xuat",
  });
}
