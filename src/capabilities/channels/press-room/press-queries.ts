import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { pressConsent, pressContact, pressList, pressListMember, pressOutlet } from "../tables.ts";
import { contactStateOf } from "./outlet.ts";
import { pressPolicy } from "./policy.ts";

export type PressOutlet = typeof pressOutlet.$inferSelect;
export type PressContact = typeof pressContact.$inferSelect;

const inVietnamese = (column: typeof pressOutlet.name | typeof pressList.name | typeof pressContact.name) =>
  sql`${column} collate "vi-x-icu"`;

/** One of the agency; its row is held until the transaction ends. @throws NotFound */
export async function outletOf(q: Queryable, agencyId: string, id: string): Promise<PressOutlet> {
  const [found] = await q
    .select()
    .from(pressOutlet)
    .where(and(eq(pressOutlet.agencyId, agencyId), eq(pressOutlet.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có cơ quan báo chí này trong sổ.");
  return found;
}

/** One of the agency, its row held; with whether the person agrees now. @throws NotFound */
export async function contactOf(q: Queryable, agencyId: string, id: string) {
  const [found] = await q
    .select()
    .from(pressContact)
    .where(and(eq(pressContact.agencyId, agencyId), eq(pressContact.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có địa chỉ này trong sổ báo chí.");
  const agrees = (await consentsInForce(q, [id])).has(id);
  return { ...found, agrees, state: contactStateOf(found, agrees) };
}

async function consentsInForce(q: Queryable, contactIds: string[]): Promise<Set<string>> {
  if (contactIds.length === 0) return new Set();
  const rows = await q
    .select({ id: pressConsent.contactId })
    .from(pressConsent)
    .where(and(inArray(pressConsent.contactId, contactIds), sql`${pressConsent.withdrawnAt} is null`));
  return new Set(rows.map(({ id }) => id));
}

/** What a policy looks at. */
export const contactSubject = ({
  agencyId,
  isClosed,
  erasedAt,
  state,
}: Pick<PressContact, "agencyId" | "isClosed" | "erasedAt"> & { state: string }) => ({
  ...{ agencyId, isClosed },
  isErased: erasedAt !== null,
  isWilling: state === "willing",
  isSuspended: state === "suspended",
});

/** Lists with those of them who may be written to now. */
export async function pressLists(q: Queryable, agencyId: string) {
  const lists = await q
    .select()
    .from(pressList)
    .where(and(eq(pressList.agencyId, agencyId), eq(pressList.isClosed, false)))
    .orderBy(inVietnamese(pressList.name));
  const members = await q
    .select({
      listId: pressListMember.listId,
      contactId: pressListMember.contactId,
      isWilling: sql<boolean>`press_may_write(press_contact)`,
    })
    .from(pressListMember)
    .innerJoin(pressContact, eq(pressContact.id, pressListMember.contactId))
    .where(eq(pressListMember.agencyId, agencyId));
  return lists.map(({ id, name }) => {
    const own = members.filter(({ listId }) => listId === id);
    return {
      ...{ id, name },
      contactIds: own.map(({ contactId }) => contactId),
      willing: own.filter(({ isWilling }) => isWilling).length,
    };
  });
}

/** The register: press agencies, addresses with how they stand, lists. */
export async function pressRegister(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  pressPolicy.permit(actor, "read", { agencyId });
  const outlets = await q
    .select()
    .from(pressOutlet)
    .where(eq(pressOutlet.agencyId, agencyId))
    .orderBy(asc(pressOutlet.isClosed), inVietnamese(pressOutlet.name));
  const contacts = await q
    .select()
    .from(pressContact)
    .where(eq(pressContact.agencyId, agencyId))
    .orderBy(asc(pressContact.basis), inVietnamese(pressContact.name), asc(pressContact.email));
  const consents = await q
    .select()
    .from(pressConsent)
    .where(eq(pressConsent.agencyId, agencyId))
    .orderBy(desc(pressConsent.recordedAt));
  return {
    outlets: outlets.map((outlet) => ({
      ...outlet,
      contacts: contacts
        .filter(({ outletId }) => outletId === outlet.id)
        .map((contact) => {
          const own = consents.filter(({ contactId }) => contactId === contact.id);
          const state = contactStateOf(
            { ...contact, isClosed: contact.isClosed || outlet.isClosed },
            own.some(({ withdrawnAt }) => withdrawnAt === null),
          );
          const may = pressPolicy.may(actor, contactSubject({ ...contact, state }));
          return { ...contact, state, consents: own, may };
        }),
      may: pressPolicy.may(actor, { agencyId, isClosed: outlet.isClosed }),
    })),
    lists: await pressLists(q, agencyId),
    may: pressPolicy.may(actor, { agencyId }),
  };
}
