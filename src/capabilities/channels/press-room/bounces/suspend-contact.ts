import { and, count, eq, gt, isNull } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { recipientKey } from "../../connectors/press/ledger.ts";
import { pressBounce, pressContact } from "../../tables.ts";
import { limitsOf } from "../limits/limits.ts";
import { pressPolicy } from "../policy.ts";
import { contactOf, contactSubject, type PressContact } from "../press-queries.ts";
import type { BounceKind } from "./bounce.ts";

const DAY = 24 * 3_600_000;

/** Stops writing to an address, and tells once who keeps the register. */
async function suspend(work: Work, contact: PressContact, why: string): Promise<void> {
  const { tx, at } = work;
  const { id, agencyId } = contact;
  const [stopped] = await tx
    .update(pressContact)
    .set({ suspendedAt: at, suspendedWhy: why })
    .where(and(eq(pressContact.id, id), isNull(pressContact.suspendedAt)))
    .returning({ id: pressContact.id });
  if (!stopped) return;
  await work.record({
    act: "suspend-press-contact",
    objectKind: "press-contact",
    objectId: id,
    after: { suspendedWhy: why },
  });
  const personIds: string[] = [];
  for (const role of ["editor", "office"] as const)
    personIds.push(...(await peopleWithRole(tx, agencyId, role)).map((person) => person.id));
  await notify(work, {
    personIds,
    cause: `press-bounce:${id}:${at.toISOString()}`,
    kind: "press",
    title: `Thôi gửi thư báo chí tới một địa chỉ: ${why}`,
    href: "/workspace/bao-chi",
  });
}

/** Keeps what was not taken, once, and stops the address where there is no such mailbox, or it has been too often. False: it was kept before. */
export async function keepBounce(
  work: Work,
  contact: PressContact,
  bounce: {
    sourceId: string;
    key: string;
    round?: number;
    kind: BounceKind;
    said: string;
    recordedBy: string | null;
  },
): Promise<boolean> {
  const { tx, at } = work;
  const { id: contactId, agencyId } = contact;
  const [kept] = await tx
    .insert(pressBounce)
    .values({ id: uuidv7(), agencyId, contactId, ...bounce, at })
    .onConflictDoNothing()
    .returning({ id: pressBounce.id });
  if (!kept) return false;
  // The address was set right since: what came back was of the former one.
  if (contact.email === null || recipientKey(contact.email) !== bounce.key) return true;
  if (bounce.kind === "hard")
    await suspend(work, contact, `Hộp thư không có hoặc không nhận (${bounce.said || "không rõ mã"})`);
  if (bounce.kind !== "soft") return true;
  const { softMost, softDays } = await limitsOf(tx, agencyId);
  const since = new Date(Math.max(at.getTime() - softDays * DAY, contact.trustedSince?.getTime() ?? 0));
  const [{ times } = { times: 0 }] = await tx
    .select({ times: count() })
    .from(pressBounce)
    .where(
      and(
        eq(pressBounce.contactId, contactId),
        eq(pressBounce.key, bounce.key),
        eq(pressBounce.kind, "soft"),
        gt(pressBounce.at, since),
      ),
    );
  if (times >= softMost)
    await suspend(work, contact, `${times} lần trong ${softDays} ngày không nhận thư (${bounce.said})`);
  return true;
}

/** Somebody read in the mailbox that a letter came back: the address is stopped, with why. */
export async function recordBounce(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor } = work;
  const found = await contactOf(tx, actor.agencyId, id);
  pressPolicy.permit(actor, "suspend", contactSubject(found));
  const key = recipientKey(found.email!);
  const { personId: recordedBy } = actor;
  await tx.insert(pressBounce).values({
    ...{ id: uuidv7(), agencyId: found.agencyId, contactId: id, sourceId: uuidv7(), key },
    ...{ kind: "hard" as const, said: reason, at: work.at, recordedBy },
  });
  await suspend(work, found, reason);
}

/** Somebody made sure that it takes letters again; what came back before counts no more. */
export async function resumeContact(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const found = await contactOf(tx, actor.agencyId, id);
  pressPolicy.permit(actor, "resume", contactSubject(found));
  if (found.suspendedAt === null) throw new Conflict("Địa chỉ này không bị dừng gửi.");
  await tx
    .update(pressContact)
    .set({ suspendedAt: null, suspendedWhy: null, trustedSince: at })
    .where(eq(pressContact.id, id));
  await work.record({
    act: "resume-press-contact",
    objectKind: "press-contact",
    objectId: id,
    before: { suspendedWhy: found.suspendedWhy },
  });
}
