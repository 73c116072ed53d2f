import { and, eq } from "drizzle-orm";
import { linksOf } from "#plan";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { budgetPolicy } from "../policy.ts";
import { budgetLine, budgetSource } from "../tables.ts";

export interface LineFields {
  id: string;
  year: number;
  sourceId: string;
  name: string;
  basis: string;
  /** What of the plan it pays for: one of the two. */
  taskId: string | null;
  obligationId: string | null;
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

async function checked({ tx, actor }: Work, { sourceId, taskId, obligationId }: LineFields): Promise<void> {
  const { agencyId } = actor;
  const [source] = await tx
    .select({ id: budgetSource.id })
    .from(budgetSource)
    .where(and(eq(budgetSource.agencyId, agencyId), eq(budgetSource.id, sourceId)));
  if (!source) throw new NotFound("Không có nguồn kinh phí này.");
  if ((taskId === null) === (obligationId === null))
    refuse("link", "Hãy chọn một nhiệm vụ hoặc một nghĩa vụ trong kế hoạch.");
  const links = await linksOf(tx, agencyId, {
    taskIds: taskId === null ? [] : [taskId],
    obligationIds: obligationId === null ? [] : [obligationId],
  });
  if (links.taskIds.length + links.obligationIds.length === 0)
    throw new NotFound("Không có nhiệm vụ, nghĩa vụ này trong cơ quan.");
}

const lineForUpdate = async ({ tx, actor }: Work, id: string) =>
  (
    await tx
      .select()
      .from(budgetLine)
      .where(and(eq(budgetLine.agencyId, actor.agencyId), eq(budgetLine.id, id)))
      .for("update")
  )[0];

const APPROVED = "Dòng đã duyệt nên không sửa, không bỏ được; muốn đổi số hãy lập tờ điều chỉnh.";

/** Writes down what money is meant for; until it is approved it is given other words. */
export async function saveLine(work: Work, given: LineFields): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "write", { agencyId });
  await checked(work, given);
  const { id, year, ...fields } = given;
  const before = await lineForUpdate(work, id);
  if (before) {
    if (before.approvedAt !== null) throw new Conflict(APPROVED);
    if (before.year !== year) throw new Conflict("Dòng này thuộc dự toán năm khác.");
    await inWords(tx.update(budgetLine).set(fields).where(eq(budgetLine.id, id)));
  } else {
    const [twin] = await tx
      .select({ id: budgetLine.id })
      .from(budgetLine)
      .where(
        and(
          eq(budgetLine.agencyId, agencyId),
          eq(budgetLine.year, year),
          eq(budgetLine.sourceId, fields.sourceId),
          eq(budgetLine.name, fields.name),
        ),
      );
    if (twin) refuse("name", "Nguồn này đã có dòng dự toán cùng tên trong năm.");
    const [made] = await tx
      .insert(budgetLine)
      .values({ id, agencyId, year, ...fields })
      .onConflictDoNothing()
      .returning({ id: budgetLine.id });
    if (!made) throw new Conflict("Dòng này vừa được người khác ghi; hãy tải lại trang.");
  }
  const told = ({ name, basis, sourceId, taskId, obligationId }: Omit<LineFields, "id" | "year">) => ({
    ...{ name, basis, sourceId, taskId, obligationId },
  });
  await work.record({
    ...{ act: "save-budget-line", objectKind: "budget-line", objectId: id },
    ...(before && { before: told(before) }),
    after: { year, ...told(fields) },
  });
}

/** Takes away a line that no proposal names; gives its year. */
export async function removeLine(work: Work, { id }: { id: string }): Promise<number> {
  const { tx, actor } = work;
  budgetPolicy.permit(actor, "write", { agencyId: actor.agencyId });
  const before = await lineForUpdate(work, id);
  if (!before) throw new NotFound("Không có dòng dự toán này, hoặc nó vừa được bỏ.");
  if (before.approvedAt !== null) throw new Conflict(APPROVED);
  await inWords(tx.delete(budgetLine).where(eq(budgetLine.id, id)));
  const { name, year } = before;
  await work.record({
    ...{ act: "remove-budget-line", objectKind: "budget-line", objectId: id },
    before: { name, year },
  });
  return year;
}
