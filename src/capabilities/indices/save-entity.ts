import { and, eq, ne } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { indexPolicy } from "./policy.ts";
import { indexEntity, indexResult } from "./tables.ts";

export interface EntityFields {
  id: string;
  name: string;
  validFrom: string | null;
  validTo: string | null;
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/** Whether somebody was there in some part of a year. */
export const wasThere = (
  { validFrom, validTo }: Pick<EntityFields, "validFrom" | "validTo">,
  year: number,
): boolean =>
  (validFrom === null || validFrom <= `${year}-12-31`) && (validTo === null || validTo >= `${year}-01-01`);

/** Says who is measured, and from which day to which there is such a one. */
export async function saveEntity(work: Work, { id, ...fields }: EntityFields): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  indexPolicy.permit(actor, "save", { agencyId });
  if (fields.validFrom && fields.validTo && fields.validFrom > fields.validTo)
    refuse("validTo", "Ngày cuối đứng trước ngày đầu.");
  const [twin] = await tx
    .select({ id: indexEntity.id })
    .from(indexEntity)
    .where(
      and(eq(indexEntity.agencyId, agencyId), eq(indexEntity.name, fields.name), ne(indexEntity.id, id)),
    );
  if (twin) refuse("name", "Cơ quan đã có đơn vị được xếp hạng mang tên này.");
  const [before] = await tx
    .select()
    .from(indexEntity)
    .where(and(eq(indexEntity.agencyId, agencyId), eq(indexEntity.id, id)))
    .for("update");
  if (before) {
    const results = await tx
      .select({ edition: indexResult.edition })
      .from(indexResult)
      .where(eq(indexResult.entityId, id));
    const outside = results.find(({ edition }) => !wasThere(fields, edition));
    if (outside)
      refuse("validTo", `Đã có kết quả năm ${outside.edition} của đơn vị này, nằm ngoài thời gian vừa ghi.`);
    await tx.update(indexEntity).set(fields).where(eq(indexEntity.id, id));
  } else {
    const [made] = await tx
      .insert(indexEntity)
      .values({ id, agencyId, ...fields })
      .onConflictDoNothing()
      .returning({ id: indexEntity.id });
    if (!made) throw new Conflict("Đơn vị này vừa được ghi; hãy tải lại trang.");
  }
  await work.record({
    ...{ act: "save-index-entity", objectKind: "index-entity", objectId: id },
    ...(before && { before }),
    after: fields,
  });
}
