import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { approveContent } from "./approve-content.ts";
import { beginAnew } from "./begin-anew.ts";
import { clearPostCheck } from "./clear-post-check.ts";
import { listContent, PAGE_SIZE, workFor } from "./content-queries.ts";
import { newsroomContract } from "./contract.ts";
import { correctContent, decideCorrection } from "./correct-content.ts";
import { discardDraft, restoreDraft } from "./discard-draft.ts";
import { doneToday } from "./done-today-queries.ts";
import { draftContent } from "./draft-content.ts";
import { linkContent } from "./link-content.ts";
import { contentPolicy } from "./policy.ts";
import { type ListedContent, presentItem, presentList, presentRevisions } from "./present-content.ts";
import { refuseContent } from "./refuse-content.ts";
import { returnContent } from "./return-content.ts";
import { saveContent } from "./save-content.ts";
import { scheduleContent, scheduleUrgently, takeBack } from "./schedule-content.ts";
import { recallContent, submitForReview } from "./submit-for-review.ts";
import { removeContent, withdrawContent } from "./withdraw-content.ts";

const api = implement(newsroomContract).$context<ApiContext>().use(authorised);

interface Acting {
  actor: Actor;
  work: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
}

/** Every act answers with the item as it is afterwards. */
const answer =
  <Input extends { id: string }>(act: (work: Work, input: Input) => Promise<unknown>) =>
  ({ input, context: { actor, work } }: { input: Input; context: Acting }) =>
    work(async (current) => {
      await act(current, input);
      return presentItem(current.tx, actor, input.id);
    });

/** The others of the capability stand beside what they are about: media-library, presence. */
export const contentRoutes = {
  list: api.list.handler(async ({ input: { state, ...filter }, context: { database, actor } }) => {
    const { rows, total } = await listContent(database, actor, { ...filter, states: state ? [state] : [] });
    return {
      items: await presentList(database, actor, rows),
      total,
      pageSize: PAGE_SIZE,
      may: contentPolicy.may(actor, { agencyId: actor.agencyId }),
    };
  }),
  get: api.get.handler(({ input, context: { database, actor } }) => presentItem(database, actor, input.id)),
  draft: api.draft.handler(({ input, context }) =>
    context.work(async (work) => presentItem(work.tx, context.actor, await draftContent(work, input))),
  ),
  save: api.save.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      const { refusedLinks } = await saveContent(current, input);
      return { ...(await presentItem(current.tx, actor, input.id)), refusedLinks };
    }),
  ),
  revisions: api.revisions.handler(async ({ input, context: { database, actor } }) => ({
    revisions: await presentRevisions(database, actor, input.id),
  })),
  link: api.link.handler(answer(linkContent)),
  discard: api.discard.handler(answer(discardDraft)),
  restore: api.restore.handler(answer(restoreDraft)),
  submit: api.submit.handler(answer(submitForReview)),
  recall: api.recall.handler(answer(recallContent)),
  approve: api.approve.handler(answer(approveContent)),
  return: api.return.handler(answer(returnContent)),
  refuse: api.refuse.handler(answer(refuseContent)),
  beginAnew: api.beginAnew.handler(({ input, context: { actor, work } }) =>
    work(async (current) => presentItem(current.tx, actor, await beginAnew(current, input))),
  ),
  schedule: api.schedule.handler(answer(scheduleContent)),
  scheduleUrgently: api.scheduleUrgently.handler(answer(scheduleUrgently)),
  takeBack: api.takeBack.handler(answer(takeBack)),
  correct: api.correct.handler(answer(correctContent)),
  decideCorrection: api.decideCorrection.handler(answer(decideCorrection)),
  withdraw: api.withdraw.handler(answer(withdrawContent)),
  remove: api.remove.handler(answer(removeContent)),
  clearPostCheck: api.clearPostCheck.handler(answer(clearPostCheck)),
  myWork: api.myWork.handler(async ({ context: { database, actor } }) => {
    const found = await workFor(database, actor);
    const present = (rows: ListedContent[]) => presentList(database, actor, rows);
    const submitted = (await present(found.submitted)).filter(({ may }) => may.approve.allowed);
    const corrections = (await present(found.corrections)).filter(({ may }) => may.decideCorrection.allowed);
    const postChecks = (await present(found.postChecks)).filter(({ may }) => may.clearPostCheck.allowed);
    return {
      drafts: await present(found.drafts),
      returned: await present(found.returned),
      // What stands in public unseen comes first; the same text waits once.
      toReview: [
        ...new Map([...postChecks, ...submitted, ...corrections].map((row) => [row.id, row])).values(),
      ],
      toPublish: (await present(found.approved)).filter(({ may }) => may.schedule.allowed),
      failed: await present(found.failed),
      doneToday: (await doneToday(database, actor)).map((act) => ({ ...act, at: act.at.toISOString() })),
    };
  }),
};
