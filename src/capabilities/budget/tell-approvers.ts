import { notify, peopleWithRole } from "#organization";
import type { Role } from "#platform/auth/actor.ts";
import type { Work } from "#platform/work/work.ts";
import type { WaitingKind } from "./waiting-kinds.ts";

/** Who decides what waits. */
const deciders: Record<WaitingKind, Role[]> = {
  proposal: ["leadership"],
  commitment: ["finance", "leadership"],
  expense: ["finance", "leadership"],
  royalty: ["leadership"],
  saving: ["leadership"],
  closing: ["leadership"],
};

/** Tells those who may decide, once; never who wrote it or gets of it. */
export async function tellApprovers(
  work: Work,
  {
    kind,
    id,
    title,
    href,
    not,
  }: { kind: WaitingKind; id: string; title: string; href: string; not: readonly string[] },
): Promise<void> {
  const { tx, actor, at } = work;
  const people = await Promise.all(deciders[kind].map((role) => peopleWithRole(tx, actor.agencyId, role)));
  await notify(work, {
    personIds: people.flat().flatMap((one) => (not.includes(one.id) ? [] : one.id)),
    cause: `money-to-decide:${kind}:${id}:${at.toISOString()}`,
    kind: "money",
    ...{ title, href: `/workspace${href}` },
  });
}
