import { and, eq, ne } from "drizzle-orm";
import { notify, peopleWithRole, unitsOfAgency } from "#organization";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { clean } from "../clean-words.ts";
import { tipPolicy } from "../intake/policy.ts";
import { tipOf } from "../intake/tip-queries.ts";
import { putTipInRegister } from "../intake/use-tip.ts";
import { searchable } from "../searchable.ts";
import { goodPractice } from "../tables.ts";
import type { PracticeKind } from "./good-practice.ts";
import { practicePolicy } from "./policy.ts";
import { keeps, practiceOf } from "./practice-queries.ts";

export interface PracticeFields {
  kind: PracticeKind;
  title: string;
  authors: string;
  what: string;
  result: string;
  proofUrl: string | null;
  proofNote: string | null;
  begunOn: string | null;
}

/** The fields as they are kept, with the words to search. @throws Unacceptable */
function keptFields({ kind, title, authors, what, result, proofUrl, proofNote, begunOn }: PracticeFields) {
  const kept = {
    kind,
    title: clean(title).replace(/\s+/g, " "),
    authors: clean(authors),
    what: clean(what),
    result: clean(result),
    proofUrl,
    proofNote: proofNote && clean(proofNote),
    begunOn,
  };
  const issues = [
    ...(kept.title === "" ? [{ field: "title", message: "Hãy ghi tên mô hình, sáng kiến." }] : []),
    ...(kept.what === "" ? [{ field: "what", message: "Hãy ghi cách làm." }] : []),
    ...(proofUrl !== null && !/^https?:\/\/\S+$/.test(proofUrl)
      ? [{ field: "proofUrl", message: "Địa chỉ phải bắt đầu bằng http:// hoặc https://." }]
      : []),
  ];
  if (issues[0]) throw new Unacceptable(issues[0].message, issues);
  const wordsPlain = searchable([kept.title, kept.authors, kept.what, kept.result].join("\n"));
  return { ...kept, wordsPlain };
}

/**
 * Puts a good practice or an initiative on the list: a unit's is a proposal until the editors put it into the register,
 * the editors' own stands there at once. The same one sent again is the same entry. Gives its id.
 */
export async function registerGoodPractice(
  work: Work,
  {
    id,
    unitId,
    tipId = null,
    ...fields
  }: PracticeFields & { id: string; unitId: string; tipId?: string | null },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  practicePolicy.permit(actor, "register", { agencyId, unitId });
  const unit = (await unitsOfAgency(tx, agencyId)).find((one) => one.id === unitId);
  if (!unit) throw new NotFound("Không có đơn vị này trong cơ quan.");
  const { wordsPlain, ...kept } = keptFields(fields);
  const decided = keeps(actor, { agencyId });
  if (tipId !== null) {
    tipPolicy.permit(actor, "register", await tipOf(tx, actor, tipId, { lock: true }));
    const [other] = await tx
      .select()
      .from(goodPractice)
      .where(and(eq(goodPractice.tipId, tipId), ne(goodPractice.state, "refused"), ne(goodPractice.id, id)));
    if (other) throw new Conflict("Tin này đã có trong sổ mô hình, sáng kiến; hãy mở mục ấy.");
  }
  const [made] = await tx
    .insert(goodPractice)
    .values({
      id,
      agencyId,
      unitId,
      ...kept,
      wordsPlain,
      tipId,
      state: decided ? "registered" : "proposed",
      registeredBy: personId,
      registeredAt: at,
      updatedAt: at,
      ...(decided && { decidedBy: personId, decidedAt: at }),
    })
    .onConflictDoNothing()
    .returning({ id: goodPractice.id });
  if (!made) {
    const [known] = await tx.select().from(goodPractice).where(eq(goodPractice.id, id));
    if (known?.registeredBy === personId && known.agencyId === agencyId) return id;
    throw new Conflict("Chưa ghi được; hãy bấm ghi lần nữa.");
  }
  if (tipId !== null) await putTipInRegister(work, { id: tipId, practiceId: id });
  await work.record({
    act: "register-good-practice",
    objectKind: "good-practice",
    objectId: id,
    after: { unitId, ...kept, tipId },
  });
  if (decided) return id;
  const editors = await peopleWithRole(tx, agencyId, "editor");
  await notify(work, {
    personIds: editors.map((editor) => editor.id).filter((one) => one !== personId),
    cause: `practice-proposed:${id}`,
    kind: "good-practice",
    title: `${unit.name} đề nghị ghi sổ: ${kept.title}`,
    href: `/workspace/mo-hinh-sang-kien/${id}`,
  });
  return id;
}

/** Says what is known now of an entry: the result and its proof often come later. */
export async function changeGoodPractice(
  work: Work,
  { id, ...fields }: PracticeFields & { id: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = practicePolicy.permit(actor, "change", await practiceOf(tx, actor, id, { lock: true }));
  const { wordsPlain, ...kept } = keptFields(fields);
  await tx
    .update(goodPractice)
    .set({ ...kept, wordsPlain, updatedAt: at })
    .where(eq(goodPractice.id, id));
  const { kind, title, authors, what, result, proofUrl, proofNote, begunOn } = found;
  await work.record({
    act: "change-good-practice",
    objectKind: "good-practice",
    objectId: id,
    before: { kind, title, authors, what, result, proofUrl, proofNote, begunOn },
    after: kept,
  });
}
