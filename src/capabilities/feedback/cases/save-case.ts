import { eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { namedLinks } from "#plan";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { feedbackByCode, subjectOf } from "../feedback-queries.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedbackCase, feedbackCaseObligation } from "../tables.ts";
import { heldCase, subjectOfCase } from "./case-queries.ts";
import { casePolicy } from "./policy.ts";

export interface CaseGiven {
  /** Made by the sender: the same one sent again makes no second case. */
  id: string;
  unitId: string;
  title: string;
  beforeWords: string;
  doneWords: string;
  resultWords: string;
  beforeOn: string;
  afterOn: string;
  /** Of the feedback it comes from; empty: of none. */
  feedbackCode: string;
  taskId: string | null;
  obligationIds: string[];
  kept: string[];
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/** The feedback that is named by its code, if the actor may read it or it stood there before. @throws Unacceptable */
async function feedbackNamed(
  { tx, actor }: Work,
  code: string,
  before: string | null,
): Promise<string | null> {
  if (code === "") return null;
  const found = await feedbackByCode(tx, actor.agencyId, code.toUpperCase());
  if (found && found.id === before) return before;
  if (!found || feedbackPolicy.hindrance(actor, "read", subjectOf(found)) !== null)
    refuse("feedbackCode", "Không có phản ánh mang mã này trong số phản ánh bạn được xem.");
  return found!.id;
}

async function checkGiven({ tx, actor, at }: Work, given: CaseGiven): Promise<void> {
  const { unitId, taskId, obligationIds, beforeOn, afterOn } = given;
  if (afterOn < beforeOn) refuse("afterOn", "Ngày có kết quả không trước ngày ghi nhận tình trạng trước.");
  if (afterOn > toVietnamDate(at).toString()) refuse("afterOn", "Ngày có kết quả chưa tới.");
  const unit = (await unitsOfAgency(tx, actor.agencyId)).find(({ id }) => id === unitId);
  if (!unit) throw new NotFound("Không có đơn vị này trong cơ quan.");
  if (unit.closedOn !== null) refuse("unitId", "Đơn vị này đã thôi hoạt động; hãy chọn đơn vị kế thừa.");
  const taskIds = taskId === null ? [] : [taskId];
  const linked = await namedLinks(tx, actor.agencyId, { taskIds, obligationIds, clauseIds: [] });
  if (linked.tasks.length < taskIds.length || linked.obligations.length < new Set(obligationIds).size)
    throw new NotFound("Có nhiệm vụ hoặc nghĩa vụ không thuộc kế hoạch của cơ quan.");
}

/**
 * Writes a case, or changes one that is a draft or was returned; whoever writes in it will not decide on it.
 * @throws Forbidden, NotFound, Unacceptable
 */
export async function saveCase(work: Work, given: CaseGiven): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId, personId, name } = actor;
  casePolicy.permit(actor, "save", { agencyId, unitId: given.unitId });
  await checkGiven(work, given);
  const { feedbackCode, obligationIds, id, ...fields } = given;
  const [fresh] = await tx
    .insert(feedbackCase)
    .values({
      ...{ id, agencyId, ...fields, feedbackId: null, state: "draft", writers: [personId], changedAt: at },
      ...{ writtenBy: personId, writtenByName: name },
    })
    .onConflictDoNothing()
    .returning();
  const before = await heldCase(tx, agencyId, id);
  casePolicy.permit(actor, "save", subjectOfCase(before));
  const values = {
    ...fields,
    feedbackId: await feedbackNamed(work, feedbackCode, before.feedbackId),
    ...{ changedAt: at, writers: [...new Set([...before.writers, personId])] },
  };
  await tx.update(feedbackCase).set(values).where(eq(feedbackCase.id, id));
  await tx.delete(feedbackCaseObligation).where(eq(feedbackCaseObligation.caseId, id));
  const chosen = [...new Set(obligationIds)];
  if (chosen.length > 0)
    await tx
      .insert(feedbackCaseObligation)
      .values(chosen.map((obligationId) => ({ agencyId, caseId: id, obligationId })));
  await work.record({
    ...{ act: fresh ? "add-feedback-case" : "save-feedback-case", objectKind: "feedback-case", objectId: id },
    before: fresh ? null : factsOf(before),
    after: factsOf({ ...before, ...values }),
  });
  return id;
}

const factsOf = ({ title, unitId, beforeOn, afterOn, taskId, kept }: typeof feedbackCase.$inferSelect) => ({
  ...{ title, unitId, beforeOn, afterOn, taskId, kept: kept.length },
});
