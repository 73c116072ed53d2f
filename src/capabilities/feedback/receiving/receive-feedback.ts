import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { sealPersonal } from "#platform/config/own-secret.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import type { Work } from "#platform/work/work.ts";
import { workingDaysOn } from "../clock.ts";
import type { FeedbackKind, FeedbackSource, Sender } from "../feedback.ts";
import { type Feedback, feedbackHref } from "../feedback-queries.ts";
import { feedbackRuleOf } from "../feedback-setting.ts";
import { noteEvent } from "../move-feedback.ts";
import { feedback } from "../tables.ts";

/** Without signs that are taken for another one. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const newCode = () => `PA-${Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join("")}`;

export interface NewFeedback {
  /** Made by the form: sent again it makes no second one. */
  id: string;
  source: FeedbackSource;
  kind: FeedbackKind;
  fieldId: string | null;
  words: string;
  place: string | null;
  sender: Sender;
  /** "": no mail is wished. */
  mail: string;
  officialCode: string | null;
  receivedAt: Date;
}

/** Takes down what a citizen says, starts its clocks and tells those who look at what comes; `isNew` once. */
export async function receiveFeedback(
  work: Work,
  given: NewFeedback,
): Promise<{ row: Feedback; isNew: boolean }> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const { id, source, kind, fieldId, words, place, sender, mail, officialCode, receivedAt } = given;
  const rule = await feedbackRuleOf(tx, agencyId);
  const isOff = await daysOffOf(tx, agencyId);
  const day = toVietnamDate(receivedAt).toString();
  const known = Object.values(sender).some((part) => part.trim() !== "");
  const [made] = await tx
    .insert(feedback)
    .values({
      ...{ id, agencyId, code: newCode(), source, kind, fieldId, words, place, officialCode, receivedAt },
      senderSealed: known ? await sealPersonal(JSON.stringify(sender)) : null,
      mailSealed: mail === "" ? null : await sealPersonal(mail),
      isNamed: sender.name.trim() !== "",
      state: "received",
      classifyDueOn: workingDaysOn(day, rule.classifyDays, isOff),
      dueOn: workingDaysOn(day, rule.handleDays, isOff),
      enteredBy: source === "portal" ? null : actor.personId,
    })
    .onConflictDoNothing()
    .returning();
  if (!made) {
    const [before] = await tx.select().from(feedback).where(eq(feedback.id, id));
    if (before?.agencyId === agencyId) return { row: before, isNew: false };
    throw new Conflict("Đã có phản ánh mang mã này của hệ thống chính thức; hãy tìm theo mã rồi xử lý tiếp.");
  }
  await noteEvent(work, made, { act: "receive-feedback", note: null, innerNote: null, tells: true });
  const people = [];
  for (const role of ["office", "editor"] as const)
    people.push(...(await peopleWithRole(tx, agencyId, role)));
  await notify(work, {
    personIds: people.map((person) => person.id),
    cause: `feedback-new:${id}`,
    kind: "feedback",
    title: `Phản ánh mới ${made.code}: phân loại trước hết ngày ${formatDate(made.classifyDueOn)}`,
    href: feedbackHref(id),
  });
  await work.record({
    act: "receive-feedback",
    objectKind: "feedback",
    objectId: id,
    after: { code: made.code, source, kind, dueOn: made.dueOn },
  });
  return { row: made, isNew: true };
}
