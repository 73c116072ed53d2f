import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { tip } from "../tables.ts";
import { tipPolicy } from "./policy.ts";
import { tipOf } from "./tip-queries.ts";

/** Takes back a tip that nobody has taken up yet; done by who sent it. */
export async function withdrawTip(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  tipPolicy.permit(actor, "withdraw", await tipOf(tx, actor, id, { lock: true }));
  if ((await tx.$count(tip, eq(tip.mergedInto, id))) > 0)
    throw new Conflict("Biên tập đã gộp tin khác vào tin này nên không rút được nữa; hãy báo biên tập.");
  await tx.update(tip).set({ state: "withdrawn" }).where(eq(tip.id, id));
  await work.record({ act: "withdraw-tip", objectKind: "tip", objectId: id });
}
