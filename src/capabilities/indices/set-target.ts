import { and, eq, ne } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { entityOf, indexOf } from "./index-queries.ts";
import { indexPolicy } from "./policy.ts";
import { asPublished, refuseImpossibleValue } from "./save-result.ts";
import { indexTarget } from "./tables.ts";

export interface TargetFields {
  id: string;
  indexId: string;
  entityId: string;
  edition: number;
  score: string | null;
  rank: number | null;
  source: string;
}

/** Writes down what a document sets for a year; said anew it is changed. */
export async function setTarget(work: Work, { id, ...given }: TargetFields): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  indexPolicy.permit(actor, "record", { agencyId });
  const kind = await indexOf(tx, agencyId, given.indexId);
  refuseImpossibleValue(given, kind.most, await entityOf(tx, agencyId, given.entityId));
  const fields = { ...given, score: given.score === null ? null : asPublished(given.score) };
  const [twin] = await tx
    .select({ id: indexTarget.id })
    .from(indexTarget)
    .where(
      and(
        eq(indexTarget.indexId, fields.indexId),
        eq(indexTarget.entityId, fields.entityId),
        eq(indexTarget.edition, fields.edition),
        ne(indexTarget.id, id),
      ),
    );
  if (twin) {
    const message = `Chỉ tiêu năm ${fields.edition} của đơn vị này đã được ghi; hãy sửa chỉ tiêu ấy.`;
    throw new Unacceptable(message, [{ field: "edition", message }]);
  }
  const [before] = await tx
    .select()
    .from(indexTarget)
    .where(and(eq(indexTarget.agencyId, agencyId), eq(indexTarget.id, id)))
    .for("update");
  if (before && before.indexId !== fields.indexId) throw new Conflict("Chỉ tiêu này thuộc chỉ số khác.");
  if (before) await tx.update(indexTarget).set(fields).where(eq(indexTarget.id, id));
  else {
    const [made] = await tx
      .insert(indexTarget)
      .values({ id, agencyId, ...fields })
      .onConflictDoNothing()
      .returning({ id: indexTarget.id });
    if (!made) throw new Conflict("Chỉ tiêu này vừa được người khác ghi; hãy tải lại trang.");
  }
  await work.record({
    ...{ act: "set-index-target", objectKind: "index-target", objectId: id },
    ...(before && { before }),
    after: fields,
  });
}

/** Takes a target away; gives its index. */
export async function removeTarget(work: Work, { id }: { id: string }): Promise<string> {
  const { tx, actor } = work;
  indexPolicy.permit(actor, "remove", { agencyId: actor.agencyId });
  const [before] = await tx
    .delete(indexTarget)
    .where(and(eq(indexTarget.agencyId, actor.agencyId), eq(indexTarget.id, id)))
    .returning();
  if (!before) throw new NotFound("Không có chỉ tiêu này, hoặc nó vừa được bỏ.");
  await work.record({ act: "remove-index-target", objectKind: "index-target", objectId: id, before });
  return before.indexId;
}
