import { notify, peopleWithRole } from "#organization";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";

/** Tells whose shortcoming it is: the person named and the heads of the unit. */
export async function tellOwners(
  work: Work,
  {
    id,
    what,
    unitId,
    personId,
  }: { id: string; what: string; unitId: string | null; personId: string | null },
  { step, said }: { step: "noted" | "fixed" | "refused"; said: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const heads = unitId ? await peopleWithRole(tx, actor.agencyId, "head", unitId) : [];
  await notify(work, {
    personIds: [...(personId ? [personId] : []), ...heads.map((head) => head.id)].filter(
      (owner) => owner !== actor.personId,
    ),
    cause: `shortcoming-${step}:${id}:${at.toISOString()}`,
    kind: "shortcoming",
    title: `${said}: ${beginning(what, 160)}`,
    href: "/workspace/ton-tai",
  });
}
