import { eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { agency, authUser, authVerification, person } from "./tables.ts";

const holder = {
  id: person.id,
  name: person.name,
  email: person.email,
  agencyId: person.agencyId,
  userId: authUser.id,
  isSample: agency.isSample,
  active: sql<boolean>`${person.active} and ${agency.active} and (${person.leavesOn} is null or ${person.leavesOn} >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)`,
};

async function holderWhere(database: Database, condition: SQL) {
  const [found] = await database
    .select(holder)
    .from(person)
    .innerJoin(agency, eq(agency.id, person.agencyId))
    .innerJoin(authUser, eq(authUser.id, person.userId))
    .where(condition);
  return found ?? null;
}

/** Whose account signs in with this address; null when there is none. */
export const accountHolder = (database: Database, email: string) =>
  holderWhere(database, eq(authUser.email, email));

/** Whose one-time value this is (a recovery link, a sign-in half done); null when it is unknown. */
export const holderOf = (database: Database, identifier: string) =>
  holderWhere(
    database,
    sql`${authUser.id} = (select ${authVerification.value} from ${authVerification} where ${authVerification.identifier} = ${identifier} limit 1)`,
  );

/** Whose account this person has; null when there is none. */
export const personAt = async (database: Database, personId: string | undefined) =>
  personId === undefined ? null : holderWhere(database, eq(person.id, personId));
