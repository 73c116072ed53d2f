import { and, eq } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { entityOf, indexOf } from "./index-queries.ts";
import { indexPolicy } from "./policy.ts";
import { indexPagesChanged } from "./publishing/pages-changed.ts";
import { wasThere } from "./save-entity.ts";
import { indexComponent, indexResult } from "./tables.ts";

export interface ResultFields {
  id: string;
  indexId: string;
  entityId: string;
  /** Null: the index as a whole. */
  componentId: string | null;
  edition: number;
  score: string | null;
  rank: number | null;
  ranked: number | null;
  publishedOn: string | null;
  source: string;
  url: string | null;
  isCertain: boolean;
  note: string;
}

/** A score as the database takes it; the decimals stay as they were published. */
export const asPublished = (score: string): string => score.replace(",", ".");

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/** What a score or a rank cannot be. */
export function refuseImpossibleValue(
  { score, rank, edition }: Pick<ResultFields, "score" | "rank" | "edition">,
  most: string,
  entity: { name: string; validFrom: string | null; validTo: string | null },
): void {
  if (score === null && rank === null) refuse("score", "Hãy ghi điểm hoặc hạng.");
  if (score !== null && Number(asPublished(score)) > Number(most))
    refuse("score", `Điểm cao hơn mức cao nhất là ${most.replace(".", ",")}.`);
  if (wasThere(entity, edition)) return;
  const { name, validFrom, validTo } = entity;
  const days = [validFrom && `từ ${formatDate(validFrom)}`, validTo && `đến ${formatDate(validTo)}`];
  refuse("edition", `${name} chỉ có ${days.filter(Boolean).join(" ")}, không có trong năm ${edition}.`);
}

/** Refuses a result that contradicts itself, its entity, its scale or the day of writing. @throws Unacceptable */
export function refuseImpossibleResult(
  given: ResultFields,
  most: string,
  entity: { name: string; validFrom: string | null; validTo: string | null },
  today: string,
): void {
  refuseImpossibleValue(given, most, entity);
  if (given.ranked !== null && given.rank === null)
    refuse("rank", "Đã ghi tổng số đơn vị được xếp hạng thì ghi cả hạng.");
  if (given.rank !== null && given.ranked !== null && given.rank > given.ranked)
    refuse("rank", "Hạng lớn hơn tổng số đơn vị được xếp hạng.");
  if (given.publishedOn !== null && given.publishedOn > today)
    refuse("publishedOn", "Ngày công bố chưa tới.");
  if (given.publishedOn !== null && Number(given.publishedOn.slice(0, 4)) < given.edition)
    refuse("publishedOn", "Ngày công bố đứng trước năm được đánh giá.");
}

async function checked(work: Work, given: ResultFields): Promise<Omit<ResultFields, "id">> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const { id: _, ...fields } = given;
  const kind = await indexOf(tx, agencyId, given.indexId);
  const entity = await entityOf(tx, agencyId, given.entityId);
  let most = kind.most;
  if (given.componentId !== null) {
    const [component] = await tx
      .select()
      .from(indexComponent)
      .where(and(eq(indexComponent.indexId, kind.id), eq(indexComponent.id, given.componentId)));
    if (!component) throw new NotFound("Chỉ số này không có thành phần ấy.");
    most = component.most ?? most;
  }
  refuseImpossibleResult(given, most, entity, toVietnamDate(at).toString());
  return { ...fields, score: given.score === null ? null : asPublished(given.score) };
}

/** Writes down a result as it was published; one that stands already is changed only with a reason. */
export async function saveResult(
  work: Work,
  { reason, ...given }: ResultFields & { reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  indexPolicy.permit(actor, "record", { agencyId });
  const fields = await checked(work, given);
  const { id } = given;
  const [before] = await tx
    .select()
    .from(indexResult)
    .where(and(eq(indexResult.agencyId, agencyId), eq(indexResult.id, id)))
    .for("update");
  const recorded = { recordedBy: actor.personId, recordedAt: at };
  const same = and(
    eq(indexResult.indexId, fields.indexId),
    eq(indexResult.entityId, fields.entityId),
    eq(indexResult.edition, fields.edition),
  );
  const [twin] = (await tx.select().from(indexResult).where(same)).filter(
    (one) => one.id !== id && one.componentId === fields.componentId,
  );
  if (twin)
    refuse("edition", `Kết quả năm ${fields.edition} của đơn vị này đã được ghi; hãy sửa kết quả ấy.`);
  if (before) {
    if (before.indexId !== fields.indexId) throw new Conflict("Kết quả này thuộc chỉ số khác.");
    if (reason === "") refuse("reason", "Hãy ghi lý do sửa.");
    await tx
      .update(indexResult)
      .set({ ...fields, ...recorded })
      .where(eq(indexResult.id, id));
  } else {
    const [made] = await tx
      .insert(indexResult)
      .values({ id, agencyId, ...fields, ...recorded })
      .onConflictDoNothing()
      .returning({ id: indexResult.id });
    if (!made) throw new Conflict("Kết quả này vừa được người khác ghi; hãy tải lại trang.");
  }
  await work.record({
    act: before ? "correct-index-result" : "record-index-result",
    ...{ objectKind: "index-result", objectId: id },
    ...(before && { before, reason }),
    after: fields,
  });
  await indexPagesChanged(tx);
}

/** Takes away a result that was written down by mistake; gives its index. */
export async function removeResult(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<string> {
  const { tx, actor } = work;
  indexPolicy.permit(actor, "remove", { agencyId: actor.agencyId });
  const [before] = await tx
    .delete(indexResult)
    .where(and(eq(indexResult.agencyId, actor.agencyId), eq(indexResult.id, id)))
    .returning();
  if (!before) throw new NotFound("Không có kết quả này, hoặc nó vừa được bỏ.");
  await work.record({
    ...{ act: "remove-index-result", objectKind: "index-result", objectId: id, before, reason },
  });
  await indexPagesChanged(tx);
  return before.indexId;
}
