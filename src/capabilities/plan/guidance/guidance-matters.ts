import { and, eq, inArray } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { byFirstId, inBulk, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { guidance, guidanceQuestion, guidanceReceipt } from "../tables.ts";
import { guidancePolicy } from "./policy.ts";

const GONE = "Hướng dẫn này không còn.";
const NOT_ASKED = "Câu hỏi này không còn.";

const notesOf = (q: Queryable, ids: string[], agencyId: string) =>
  q
    .select()
    .from(guidance)
    .where(and(eq(guidance.agencyId, agencyId), inArray(guidance.id, ids)));

const questionsOf = (q: Queryable, ids: string[], agencyId: string) =>
  q
    .select()
    .from(guidanceQuestion)
    .where(and(eq(guidanceQuestion.agencyId, agencyId), inArray(guidanceQuestion.id, ids)));

/** Whether a unit still has an edition to acknowledge. */
const toAcknowledge = inBulk(
  async (q, told, { agencyId }) => {
    const notes = await notesOf(
      q,
      told.map(({ about }) => about[0]!),
      agencyId,
    );
    const ids = notes.map(({ id }) => id);
    const receipts =
      ids.length === 0
        ? []
        : await q.select().from(guidanceReceipt).where(inArray(guidanceReceipt.guidanceId, ids));
    return { notes, receipts };
  },
  ({ notes, receipts }, { about: [id, unitId, edition] }, recipient) => {
    const row = notes.find((note) => note.id === id);
    if (!row) return GONE;
    const receipt = receipts.find(
      (one) => one.guidanceId === id && one.unitId === unitId && one.edition === Number(edition),
    );
    if (!receipt) return "Hướng dẫn không còn gửi đến đơn vị này.";
    return guidancePolicy.hindrance(recipient, "acknowledge", {
      agencyId: recipient.agencyId,
      unitIds: [unitId!],
      withdrawnAt: row.withdrawnAt,
      acknowledgedAt: receipt.acknowledgedAt,
      superseded: receipt.edition < row.edition,
    });
  },
);

/** What guidance tells of, looked up again. */
export const guidanceMatters: NoticeMatters = {
  "guidance-sent": toAcknowledge,
  "guidance-reminded": toAcknowledge,
  "guidance-withdrawn": byFirstId(notesOf, (row, _, recipient) =>
    row?.withdrawnAt ? guidancePolicy.hindrance(recipient, "read", { agencyId: recipient.agencyId }) : GONE,
  ),
  "guidance-asked": byFirstId(questionsOf, (row, _, recipient) =>
    row ? guidancePolicy.hindrance(recipient, "answer", row) : NOT_ASKED,
  ),
  "guidance-answered": byFirstId(questionsOf, (row, _, recipient) =>
    row?.answeredAt
      ? guidancePolicy.hindrance(recipient, "read", { agencyId: recipient.agencyId })
      : NOT_ASKED,
  ),
};
