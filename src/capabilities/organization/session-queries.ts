import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { IDLE_MINUTES } from "./actor-of.ts";
import { deviceName } from "./device-name.ts";
import { authSession, person } from "./tables.ts";

/** Sessions of a person that still let in, the latest used first. `token`: of the session that asks. */
export async function livingSessions(q: Queryable, personId: string, token: string | null) {
  const rows = await q
    .select({
      id: authSession.id,
      token: authSession.token,
      userAgent: authSession.userAgent,
      address: authSession.ipAddress,
      signedInAt: authSession.createdAt,
      lastSeenAt: authSession.lastSeenAt,
    })
    .from(authSession)
    .innerJoin(person, eq(person.userId, authSession.userId))
    .where(
      and(
        eq(person.id, personId),
        gt(authSession.expiresAt, sql`now()`),
        gt(authSession.lastSeenAt, sql`now() - make_interval(mins => ${IDLE_MINUTES})`),
      ),
    )
    .orderBy(desc(authSession.lastSeenAt), desc(authSession.id));
  return rows.map(({ token: own, userAgent, ...row }) => ({
    ...row,
    device: deviceName(userAgent),
    current: own === token,
  }));
}
