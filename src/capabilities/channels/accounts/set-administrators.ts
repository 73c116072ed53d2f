import { and, eq, inArray, isNull } from "drizzle-orm";
import { peopleOfAgency } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { accountAdministrator } from "../tables.ts";
import { accountOf } from "./account-queries.ts";
import { accountPolicy } from "./policy.ts";

/**
 * Says who may sign in to an account from today on: people of the agency. Who is no more among them ends today; how it
 * was stays. The same said again changes nothing.
 */
export async function setAdministrators(
  work: Work,
  { id: accountId, personIds }: { id: string; personIds: string[] },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId: by } = actor;
  accountPolicy.permit(actor, "change", await accountOf(tx, agencyId, accountId, { lock: true }));
  const wanted = new Set(personIds);
  const people = new Set((await peopleOfAgency(tx, agencyId)).map(({ id }) => id));
  const known = await tx
    .select()
    .from(accountAdministrator)
    .where(and(eq(accountAdministrator.accountId, accountId), isNull(accountAdministrator.until)));
  const held = new Set(known.map(({ personId }) => personId));
  const added = [...wanted].filter((personId) => !held.has(personId));
  if (added.some((personId) => !people.has(personId)))
    throw new Unacceptable("Có người không còn ở cơ quan; hãy chọn lại.", [
      { field: "personIds", message: "Hãy chọn người của cơ quan." },
    ]);
  const ended = known.filter(({ personId }) => !wanted.has(personId));
  if (added.length === 0 && ended.length === 0) return;
  const today = toVietnamDate(at).toString();
  if (ended.length > 0)
    await tx
      .update(accountAdministrator)
      .set({ until: today, endedBy: by })
      .where(
        inArray(
          accountAdministrator.id,
          ended.map(({ id }) => id),
        ),
      );
  if (added.length > 0)
    await tx
      .insert(accountAdministrator)
      .values(
        added.map((personId) => ({
          ...{ id: uuidv7(), agencyId, accountId, personId, since: today },
          ...{ addedBy: by, addedAt: at },
        })),
      )
      .onConflictDoNothing();
  await work.record({
    act: "set-administrators",
    objectKind: "channel-account",
    objectId: accountId,
    before: { administrators: [...held] },
    after: { administrators: [...wanted] },
  });
}
