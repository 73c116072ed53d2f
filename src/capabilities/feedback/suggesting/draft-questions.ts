import { sql } from "drizzle-orm";
import { draftFromElsewhere, withdrawSuggestion } from "#newsroom";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { redact } from "#platform/personal-data/redact.ts";
import { shorten } from "#platform/text/shorten.ts";
import type { Work } from "#platform/work/work.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedbackQuestionDraft } from "../tables.ts";
import { answeredOf, draftsOf, groupsOf, OFTEN_SOURCE } from "./often-asked-queries.ts";

/**
 * Makes a draft of questions and answers in the newsroom of what several people asked, once for a group; what it says
 * is redacted, an answer is taken only where a second person approved it. Gives the draft's id.
 * @throws Forbidden, NotFound, Conflict, Unacceptable
 */
export async function draftQuestions(
  work: Work,
  { id, unitId, title }: { id: string; unitId: string; title: string },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  feedbackPolicy.permit(actor, "question", { agencyId });
  // Two who press at once: the second sees the draft of the first.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`feedback-questions ${agencyId}`}, 0))`,
  );
  const group = (await groupsOf(tx, agencyId, at)).find((each) => each.some((one) => one.id === id));
  if (!group) throw new NotFound("Không còn câu hỏi này trong các câu được hỏi nhiều; hãy tải lại trang.");
  if ((await draftsOf(tx, agencyId, group)).length > 0)
    throw new Conflict("Câu hỏi này đã có bản nháp hỏi đáp; hãy mở bản nháp ấy.");
  const question = redact(group[0]!.words);
  const answered = answeredOf(group);
  const codes = group.map(({ code }) => code).join(", ");
  const contentId = await draftFromElsewhere(work, {
    ...{ kind: "questions-answers", unitId, title },
    summary: shorten(question, 400),
    lines: [
      "## Hỏi",
      question,
      "## Đáp",
      answered ? redact(answered.answer!) : "Chưa có trả lời nào được duyệt; xin viết câu trả lời.",
      ...(answered?.answerBasis ? [`Căn cứ: ${answered.answerBasis}`] : []),
    ],
    from: { label: `Phản ánh, kiến nghị được hỏi nhiều: ${codes}`, href: "/phan-anh/hoi-nhieu" },
    origin: `Soạn từ ${group.length} phản ánh gần giống nhau: ${codes}. Thông tin cá nhân đã che tự động; xin đọc lại trước khi gửi duyệt.`,
  });
  await tx
    .insert(feedbackQuestionDraft)
    .values(group.map((one) => ({ agencyId, feedbackId: one.id, contentId, madeBy: personId, madeAt: at })));
  await withdrawSuggestion(work, { source: OFTEN_SOURCE, key: group[0]!.id });
  await work.record({
    ...{ act: "draft-feedback-questions", objectKind: "feedback", objectId: group[0]!.id },
    after: { content: contentId, codes },
  });
  return contentId;
}
