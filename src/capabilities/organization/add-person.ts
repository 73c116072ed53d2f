import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Role } from "#platform/auth/actor.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import type { personFields } from "./contract.ts";
import { makeAccount, makeRecoveryToken } from "./make-account.ts";
import { organizationPolicy } from "./policy.ts";
import { appointment, person } from "./tables.ts";
import { checkUnitForRole } from "./unit-for-role.ts";

/** An invitation may wait for a person on leave. */
export const INVITATION_MINUTES = 3 * 24 * 60;

/** Today in Việt Nam, as the database tells it. */
const today = sql<string>`(now() at time zone 'Asia/Ho_Chi_Minh')::date`;

/**
 * Adds a person with a first appointment from today and an account that is entered through a one-time link; the
 * caller shows or mails it.
 */
export async function addPerson(
  work: Work,
  { role, unitId, ...fields }: z.output<typeof personFields> & { role: Role; unitId: string | null },
): Promise<{ id: string; token: string }> {
  const { tx, actor } = work;
  organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  await checkUnitForRole(tx, actor.agencyId, { role, unitId });
  const email = fields.email.toLowerCase();
  const userId = await makeAccount(tx, { name: fields.name, email, password: null });
  const id = uuidv7();
  await tx.insert(person).values({ id, agencyId: actor.agencyId, userId, ...fields, email });
  await tx
    .insert(appointment)
    .values({ id: uuidv7(), agencyId: actor.agencyId, personId: id, unitId, role, fromDate: today as never });
  await work.record({
    act: "add-person",
    objectKind: "person",
    objectId: id,
    after: { ...fields, role, unitId },
  });
  return { id, token: await makeRecoveryToken(tx, userId, INVITATION_MINUTES) };
}
