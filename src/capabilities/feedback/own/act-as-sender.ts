import { eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database, Queryable } from "#platform/database/database.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { workingDaysOn } from "../clock.ts";
import { canStep, type Rating } from "../feedback.ts";
import { type Feedback, feedbackHref, heldFeedback } from "../feedback-queries.ts";
import { feedbackRuleOf } from "../feedback-setting.ts";
import { runOn } from "../handling/resume-feedback.ts";
import { moveFeedback, noteEvent, SENDER } from "../move-feedback.ts";
import { isLive, publicationOf } from "../publishing/publication-queries.ts";
import { takeOff } from "../publishing/publish-outcome.ts";
import { addPictures, usablePictures } from "../receiving/add-pictures.ts";
import { feedback } from "../tables.ts";
import { tellUnit } from "../tell-unit.ts";

/** What its sender does through the private address. */
export type OwnAct =
  | { act: "add"; words: string; files: readonly File[] }
  | { act: "withdraw" }
  | { act: "reopen"; words: string }
  | { act: "rate"; rating: Rating; words: string };

/** Until when its sender may ask for it to be looked at again; null: not, or once already. */
export async function reopenUntil(q: Queryable, row: Feedback): Promise<string | null> {
  const ended = row.answeredAt ?? (row.state === "refused" ? row.endedAt : null);
  if (!canStep(row.state, "reopen") || row.reopenedAt !== null || ended === null || row.words === null)
    return null;
  const { reopenDays } = await feedbackRuleOf(q, row.agencyId);
  return toVietnamDate(ended).add({ days: reopenDays }).toString();
}

/** What its sender says more, with pictures; the clocks run on where they stood. Gives why files were not taken. */
export async function addWords(
  current: Work,
  row: Feedback,
  words: string,
  files: readonly File[],
): Promise<string[]> {
  const { pictures, refused } = await usablePictures(files);
  const added = await addPictures(current, row, pictures);
  const said = [words, added > 0 ? `Gửi thêm ${added} ảnh.` : ""].filter(Boolean).join("\n");
  if (said === "") return refused;
  if (row.state === "need-info") {
    const after = await runOn(current, row, { note: said });
    await tellUnit(
      current,
      after,
      `feedback-more:${row.id}:${current.at.toISOString()}`,
      "Người gửi đã bổ sung",
    );
  } else await noteEvent(current, row, { act: "add-to-feedback", note: said, innerNote: null, tells: false });
  return refused;
}

/** What was answered or refused is looked at again, with a new clock; asked for within the days, and once. */
export async function lookAgain(
  current: Work,
  row: Feedback,
  words: string,
  files: readonly File[] = [],
): Promise<void> {
  const { tx, at } = current;
  if (files.length > 0) await addPictures(current, row, (await usablePictures(files)).pictures);
  const { handleDays } = await feedbackRuleOf(tx, row.agencyId);
  const today = toVietnamDate(at).toString();
  const after = await moveFeedback(current, row, {
    step: "reopen",
    act: "reopen-feedback",
    set: {
      ...{ reopenedAt: at, answerState: "drafted", approvedBy: null, approvedByName: null, answeredAt: null },
      ...{ refusal: null, rating: null, ratingWords: null, ratedAt: null, extendedAt: null },
      dueOn: workingDaysOn(today, handleDays, await daysOffOf(tx, row.agencyId)),
    },
    note: words,
  });
  const shown = await publicationOf(tx, row.agencyId, row.id);
  if (shown && isLive(shown)) await takeOff(current, row, shown, "Đang xem lại theo đề nghị của người gửi.");
  await tellUnit(
    current,
    after,
    `feedback-reopened:${row.id}:${at.toISOString()}`,
    "Người gửi chưa đồng ý với trả lời",
  );
  const people = await peopleWithRole(tx, row.agencyId, "office");
  await notify(current, {
    personIds: people.map(({ id }) => id),
    cause: `feedback-reopened:${row.id}:${at.toISOString()}`,
    kind: "feedback",
    title: `Người gửi đề nghị xem lại phản ánh ${row.code}`,
    href: feedbackHref(row.id),
  });
}

/** Does it in one transaction; null: too late, or no more possible, and nothing has changed. */
export async function actAsSender(
  database: Database,
  { agencyId, id }: Feedback,
  own: OwnAct,
  at = new Date(),
): Promise<{ refused: string[] } | null> {
  return work(
    database,
    systemActor(agencyId, SENDER),
    async (current) => {
      const row = await heldFeedback(current.tx, agencyId, id);
      if (own.act === "add")
        return row.endedAt === null ? { refused: await addWords(current, row, own.words, own.files) } : null;
      if (!canStep(row.state, own.act)) return null;
      if (own.act === "withdraw") {
        await moveFeedback(current, row, {
          step: "withdraw",
          act: "withdraw-feedback",
          set: { pausedFrom: null, pausedOn: null },
        });
      } else if (own.act === "reopen") {
        const until = await reopenUntil(current.tx, row);
        if (until === null || toVietnamDate(at).toString() > until) return null;
        await lookAgain(current, row, own.words);
      } else {
        await current.tx
          .update(feedback)
          .set({ rating: own.rating, ratingWords: own.words, ratedAt: at })
          .where(eq(feedback.id, id));
        await noteEvent(current, row, {
          ...{ act: "rate-feedback", innerNote: null, tells: false },
          note: own.words || null,
        });
      }
      return { refused: [] };
    },
    { at },
  );
}
