import { eq, inArray } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { selfScore, selfScoreProof } from "../tables.ts";
import { isGroup } from "./points.ts";
import { selfScorePolicy } from "./policy.ts";
import { criteriaOf, sheetOf } from "./sheet-queries.ts";

const named = (numbers: string[]) =>
  numbers.length > 12
    ? `${numbers.slice(0, 12).join(", ")} và ${numbers.length - 12} tiêu chí nữa`
    : numbers.join(", ");

/** Hands the sheet in: every criterion has points, and no point stands without a proof. */
export async function submitSheet(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const sheet = await sheetOf(tx, actor.agencyId, id, { lock: true });
  selfScorePolicy.permit(actor, "submit", sheet);
  const all = await criteriaOf(tx, id);
  const scored = all.filter((one) => !isGroup(all, one));
  const unscored = scored.filter(({ claimed }) => claimed === null).map(({ number }) => number);
  const proofs = await tx
    .select({ criterionId: selfScoreProof.criterionId })
    .from(selfScoreProof)
    .where(
      inArray(
        selfScoreProof.criterionId,
        scored.map((one) => one.id),
      ),
    );
  const proven = new Set(proofs.map(({ criterionId }) => criterionId));
  const bare = scored
    .filter((one) => (one.claimed ?? 0) > 0 && !proven.has(one.id))
    .map(({ number }) => number);
  const issues = [
    ...(unscored.length > 0 ? [`Chưa chấm: ${named(unscored)}.`] : []),
    ...(bare.length > 0 ? [`Có điểm mà chưa có minh chứng: ${named(bare)}.`] : []),
  ];
  if (issues.length > 0)
    throw new Unacceptable(
      "Phiếu chưa nộp được.",
      issues.map((message) => ({ field: "criteria", message })),
    );
  await tx
    .update(selfScore)
    .set({ state: "submitted", submittedBy: actor.personId, submittedAt: at })
    .where(eq(selfScore.id, id));
  await work.record({
    ...{ act: "submit-self-score", objectKind: "self-score", objectId: id },
    before: { state: sheet.state },
    after: { state: "submitted" },
  });
}
