import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { tip } from "../tables.ts";
import { tipPolicy } from "./policy.ts";
import { tellSender } from "./tell-sender.ts";
import { tipOf } from "./tip-queries.ts";

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "intoId", message }]);
};

/** Says that a tip tells the same as another; from then on it fares as that one does. */
export async function mergeTip(work: Work, { id, intoId }: { id: string; intoId: string }): Promise<void> {
  const { tx, actor, at } = work;
  // In one order whichever is merged into which, so that two editors at once do not wait for each other.
  const rows = new Map<string, Awaited<ReturnType<typeof tipOf>>>();
  for (const one of [id, intoId].toSorted()) rows.set(one, await tipOf(tx, actor, one, { lock: true }));
  const found = tipPolicy.permit(actor, "merge", rows.get(id)!);
  const into = rows.get(intoId)!;
  if (id === intoId) refuse("Không gộp một tin vào chính nó; hãy chọn tin khác.");
  if (into.state === "merged") refuse("Tin ấy đã gộp vào một tin khác; hãy chọn tin mà nó gộp vào.");
  if (into.state === "declined" || into.state === "withdrawn")
    refuse("Tin ấy không còn dùng; hãy chọn tin khác.");
  if ((await tx.$count(tip, eq(tip.mergedInto, id))) > 0)
    refuse("Đã có tin khác gộp vào tin này; hãy gộp ngược lại: mở tin kia rồi gộp vào tin này.");
  await tx
    .update(tip)
    .set({
      state: "merged",
      mergedInto: intoId,
      isMerged: true,
      intoMerged: false,
      decidedBy: actor.personId,
      decidedAt: at,
    })
    .where(eq(tip.id, id));
  await work.record({ act: "merge-tip", objectKind: "tip", objectId: id, after: { mergedInto: intoId } });
  await tellSender(work, found, {
    cause: (of) => `tip-merged:${of}:${intoId}`,
    what: "Tin của bạn được gộp với một tin cùng việc",
  });
}
