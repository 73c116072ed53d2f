import { notify, peopleWithRole } from "#organization";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { type Feedback, feedbackHref } from "./feedback-queries.ts";

/** Tells those who handle it in its unit; `cause` says of what, once each. */
export async function tellUnit(work: Work, row: Feedback, cause: string, words: string): Promise<void> {
  if (row.unitId === null) return;
  const people = [];
  for (const role of ["head", "contributor"] as const)
    people.push(...(await peopleWithRole(work.tx, row.agencyId, role, row.unitId)));
  await notify(work, {
    personIds: people.map(({ id }) => id).filter((id) => id !== work.actor.personId),
    cause,
    kind: "feedback",
    title: `${words} ${row.code}, trả lời trước hết ngày ${formatDate(row.dueOn)}`,
    href: feedbackHref(row.id),
  });
}
