import type { Transaction } from "#platform/database/database.ts";
import { type notice, noticeSending } from "../tables.ts";
import { mailOf } from "./notice-preferences.ts";
import { chosenOf } from "./preference-queries.ts";
import { sendsMail } from "./ways.ts";

/** Writes down, in the transaction that tells, which notices are to leave the application. */
export async function sendLater(tx: Transaction, told: (typeof notice.$inferSelect)[]): Promise<void> {
  if (!sendsMail() || told.length === 0) return;
  const chosen = await chosenOf(
    tx,
    told.map(({ personId }) => personId),
  );
  const wanted = told.filter(({ personId, kind }) => mailOf(kind, chosen.get(personId) ?? []) !== "off");
  if (wanted.length === 0) return;
  await tx
    .insert(noticeSending)
    .values(
      wanted.map(({ id, agencyId, at }) => ({ noticeId: id, way: "mail" as const, agencyId, dueAt: at })),
    );
}
