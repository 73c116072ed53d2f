import { and, asc, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { authPasskey, person } from "./tables.ts";

/** A person's passkeys, the oldest first. */
export async function passkeysOf(q: Queryable, personId: string, id?: string) {
  const rows = await q
    .select({ id: authPasskey.id, name: authPasskey.name, addedAt: authPasskey.createdAt })
    .from(authPasskey)
    .innerJoin(person, eq(person.userId, authPasskey.userId))
    .where(and(eq(person.id, personId), id === undefined ? undefined : eq(authPasskey.id, id)))
    .orderBy(asc(authPasskey.createdAt), asc(authPasskey.id));
  return rows.map(({ name, ...row }) => ({ ...row, name: name ?? "Khóa truy cập" }));
}

/** One of a person's passkeys. @throws NotFound */
export async function passkeyOf(q: Queryable, personId: string, id: string) {
  const [found] = await passkeysOf(q, personId, id);
  if (!found) throw new NotFound("Không có khóa truy cập này.");
  return found;
}
