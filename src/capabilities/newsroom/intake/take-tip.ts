import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { tip } from "../tables.ts";
import { tipPolicy } from "./policy.ts";
import { tellSender } from "./tell-sender.ts";
import { tipOf } from "./tip-queries.ts";

/** Says that the tip is in an editor's hands. */
export async function takeTip(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const found = tipPolicy.permit(actor, "take", await tipOf(tx, actor, id, { lock: true }));
  await tx.update(tip).set({ state: "taken", takenBy: actor.personId, takenAt: at }).where(eq(tip.id, id));
  await work.record({ act: "take-tip", objectKind: "tip", objectId: id });
  await tellSender(work, found, { cause: (of) => `tip-taken:${of}`, what: "Đã nhận tin của bạn" });
}
