import { and, eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { NoticeMatters } from "#platform/work/notice-matters.ts";
import { guidance, guidanceQuestion, guidanceReceipt } from "../tables.ts";
import { guidancePolicy } from "./policy.ts";

const GONE = "Hướng dẫn này không còn.";

async function found(q: Queryable, agencyId: string, id: string) {
  const [row] = await q
    .select()
    .from(guidance)
    .where(and(eq(guidance.agencyId, agencyId), eq(guidance.id, id)));
  return row ?? null;
}

async function asked(q: Queryable, agencyId: string, id: string) {
  const [row] = await q
    .select()
    .from(guidanceQuestion)
    .where(and(eq(guidanceQuestion.agencyId, agencyId), eq(guidanceQuestion.id, id)));
  return row ?? null;
}

/** What guidance tells of, looked up again. */
export const guidanceMatters: NoticeMatters = {
  "guidance-sent": async (q, { about: [id, unitId, edition] }, recipient) => {
    const { agencyId } = recipient;
    const row = await found(q, agencyId, id!);
    if (!row) return GONE;
    const [receipt] = await q
      .select()
      .from(guidanceReceipt)
      .where(
        and(
          eq(guidanceReceipt.guidanceId, row.id),
          eq(guidanceReceipt.edition, Number(edition)),
          eq(guidanceReceipt.unitId, unitId!),
        ),
      );
    if (!receipt) return "Hướng dẫn không còn gửi đến đơn vị này.";
    return guidancePolicy.hindrance(recipient, "acknowledge", {
      agencyId,
      unitIds: [unitId!],
      withdrawnAt: row.withdrawnAt,
      acknowledgedAt: receipt.acknowledgedAt,
      superseded: receipt.edition < row.edition,
    });
  },
  "guidance-withdrawn": async (q, { about: [id] }, recipient) => {
    const row = await found(q, recipient.agencyId, id!);
    return row?.withdrawnAt
      ? guidancePolicy.hindrance(recipient, "read", { agencyId: recipient.agencyId })
      : GONE;
  },
  "guidance-asked": async (q, { about: [id] }, recipient) => {
    const row = await asked(q, recipient.agencyId, id!);
    return row ? guidancePolicy.hindrance(recipient, "answer", row) : "Câu hỏi này không còn.";
  },
  "guidance-answered": async (q, { about: [id] }, recipient) => {
    const row = await asked(q, recipient.agencyId, id!);
    return row?.answeredAt
      ? guidancePolicy.hindrance(recipient, "read", { agencyId: recipient.agencyId })
      : "Câu hỏi này không còn.";
  },
};
