import { inArray } from "drizzle-orm";
import type { Transaction } from "#platform/database/database.ts";
import { type notice, noticeSending, pushDevice } from "../tables.ts";
import type { Way } from "./due-sendings.ts";
import { mailOf, pushes } from "./notice-preferences.ts";
import { chosenOf } from "./preference-queries.ts";
import { sendsMail } from "./ways.ts";

/** Writes down, in the transaction that tells, which notices are to leave the application, and how. */
export async function sendLater(tx: Transaction, told: (typeof notice.$inferSelect)[]): Promise<void> {
  if (told.length === 0) return;
  const people = told.map(({ personId }) => personId);
  const chosen = await chosenOf(tx, people);
  const devices = await tx
    .selectDistinct({ personId: pushDevice.personId })
    .from(pushDevice)
    .where(inArray(pushDevice.personId, people));
  const withDevice = new Set(devices.map(({ personId }) => personId));
  const waysOf = ({ personId, kind }: (typeof told)[number]): Way[] => {
    const own = chosen.get(personId) ?? [];
    return [
      ...(sendsMail() && mailOf(kind, own) !== "off" ? (["mail"] as const) : []),
      ...(withDevice.has(personId) && pushes(kind, own) ? (["push"] as const) : []),
    ];
  };
  const sendings = told.flatMap((one) =>
    waysOf(one).map((way) => ({ noticeId: one.id, way, agencyId: one.agencyId, dueAt: one.at })),
  );
  if (sendings.length > 0) await tx.insert(noticeSending).values(sendings);
}
