import { asc, eq } from "drizzle-orm";
import { peopleStanding } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { accountAdministrator } from "../tables.ts";

export interface Administrator {
  personId: string;
  name: string;
  since: string;
  /** The last day; null: still. */
  until: string | null;
  /** Their last day at the agency; null: none is known. */
  leavesOn: string | null;
  /** The account of the person was shut. */
  hasLeft: boolean;
}

/** Who may and who might sign in to each account, those of today first. */
export async function administratorsByAccount(
  q: Queryable,
  agencyId: string,
): Promise<Map<string, Administrator[]>> {
  const rows = await q
    .select()
    .from(accountAdministrator)
    .where(eq(accountAdministrator.agencyId, agencyId))
    .orderBy(asc(accountAdministrator.since), asc(accountAdministrator.id));
  const people = await peopleStanding(
    q,
    agencyId,
    rows.map(({ personId }) => personId),
  );
  const all = rows.map(({ accountId, personId, since, until }) => {
    const person = people.get(personId);
    return {
      accountId,
      administrator: {
        ...{ personId, since, until },
        name: person?.name ?? "",
        leavesOn: person?.leavesOn ?? null,
        hasLeft: person?.active === false,
      },
    };
  });
  const ordered = all.toSorted(
    (one, other) => Number(one.administrator.until !== null) - Number(other.administrator.until !== null),
  );
  return new Map(
    [...Map.groupBy(ordered, ({ accountId }) => accountId)].map(([accountId, own]) => [
      accountId,
      own.map(({ administrator }) => administrator),
    ]),
  );
}
