import { and, desc, eq } from "drizzle-orm";
import type { NoticeMatters } from "#platform/work/notice-matters.ts";
import { planHandoverReceipt } from "../tables.ts";
import { handoverPolicy } from "./policy.ts";

/** What is told of plans of other agencies, looked up again. */
export const handoverMatters: NoticeMatters = {
  "plan-handed-over": async (q, { about: [id] }, recipient) => {
    const { agencyId } = recipient;
    const [receipt] = await q
      .select()
      .from(planHandoverReceipt)
      .where(and(eq(planHandoverReceipt.handoverId, id!), eq(planHandoverReceipt.receiverId, agencyId)));
    if (!receipt) return "Kế hoạch này không còn được chuyển đến cơ quan.";
    const [newest] = await q
      .select()
      .from(planHandoverReceipt)
      .where(
        and(eq(planHandoverReceipt.planId, receipt.planId), eq(planHandoverReceipt.receiverId, agencyId)),
      )
      .orderBy(desc(planHandoverReceipt.version))
      .limit(1);
    const superseded = newest!.version > receipt.version;
    return handoverPolicy.hindrance(recipient, "acknowledge", { ...receipt, agencyId, superseded });
  },
  "plan-handover-ended": async (_, __, recipient) =>
    handoverPolicy.hindrance(recipient, "list", { agencyId: recipient.agencyId }),
};
