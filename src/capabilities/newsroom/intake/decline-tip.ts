import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { clean } from "../clean-words.ts";
import { tip } from "../tables.ts";
import { tipPolicy } from "./policy.ts";
import { tellSenders } from "./tell-sender.ts";
import { tipOf } from "./tip-queries.ts";

/** Says that nothing is made of a tip, and why; its sender reads the reason. */
export async function declineTip(work: Work, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { tx, actor, at } = work;
  const why = clean(reason);
  if (why === "")
    throw new Unacceptable("Hãy ghi lý do không dùng tin.", [{ field: "reason", message: "Hãy ghi lý do." }]);
  const found = tipPolicy.permit(actor, "decline", await tipOf(tx, actor, id, { lock: true }));
  await tx
    .update(tip)
    .set({ state: "declined", reason: why, decidedBy: actor.personId, decidedAt: at })
    .where(eq(tip.id, id));
  await work.record({ act: "decline-tip", objectKind: "tip", objectId: id, reason: why });
  await tellSenders(work, found, {
    cause: (of) => `tip-declined:${of}:${at.toISOString()}`,
    what: `Không dùng tin của bạn (${beginning(why, 80)})`,
  });
}
