import { implement } from "@orpc/server";
import { removeFiles } from "#platform/files/files.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { feedbackContract } from "./contract.ts";
import { approveAnswer } from "./handling/approve-answer.ts";
import { askSender } from "./handling/ask-sender.ts";
import { classifyFeedback } from "./handling/classify-feedback.ts";
import { draftAnswer } from "./handling/draft-answer.ts";
import { extendFeedback } from "./handling/extend-feedback.ts";
import { feedbackWaitingFor } from "./handling/feedback-to-decide.ts";
import { forwardFeedback } from "./handling/forward-feedback.ts";
import { mergeFeedback } from "./handling/merge-feedback.ts";
import { recordOfficialCode } from "./handling/record-official-code.ts";
import { refuseFeedback } from "./handling/refuse-feedback.ts";
import { resumeFeedback } from "./handling/resume-feedback.ts";
import { returnAnswer } from "./handling/return-answer.ts";
import { revealSender } from "./handling/reveal-sender.ts";
import { takeFeedback } from "./handling/take-feedback.ts";
import { listFeedback } from "./list-feedback.ts";
import { presentFeedback } from "./present-feedback.ts";
import { preparePublication } from "./publishing/prepare-publication.ts";
import { publishOutcome, unpublishOutcome } from "./publishing/publish-outcome.ts";
import { enterFeedback } from "./receiving/enter-feedback.ts";
import { saveField } from "./settings/save-field.ts";
import { saveTemplate } from "./settings/save-template.ts";
import { setFeedbackRule } from "./settings/set-feedback-rule.ts";

const api = implement(feedbackContract).$context<ApiContext>().use(authorised);

export const feedbackRoutes = {
  feedbackWaiting: api.feedbackWaiting.handler(async ({ context: { database, actor } }) => ({
    waiting: await feedbackWaitingFor(database, actor),
  })),
  list: api.list.handler(({ input, context: { database, actor } }) =>
    listFeedback(database, actor, input, new Date()),
  ),
  get: api.get.handler(({ input: { id }, context: { database, actor } }) =>
    presentFeedback(database, actor, id, new Date()),
  ),
  enter: api.enter.handler(async ({ input, context }) => {
    const { id, code } = await context.work((work) => enterFeedback(work, input));
    return { id, code };
  }),
  classify: api.classify.handler(async ({ input, context }) => {
    await context.work((work) => classifyFeedback(work, input));
    return { id: input.id };
  }),
  take: api.take.handler(async ({ input, context }) => {
    await context.work((work) => takeFeedback(work, input));
    return { id: input.id };
  }),
  ask: api.ask.handler(async ({ input, context }) => {
    await context.work((work) => askSender(work, input));
    return { id: input.id };
  }),
  resume: api.resume.handler(async ({ input, context }) => {
    await context.work((work) => resumeFeedback(work, input));
    return { id: input.id };
  }),
  extend: api.extend.handler(async ({ input, context }) => {
    await context.work((work) => extendFeedback(work, input));
    return { id: input.id };
  }),
  forward: api.forward.handler(async ({ input, context }) => {
    await context.work((work) => forwardFeedback(work, input));
    return { id: input.id };
  }),
  refuse: api.refuse.handler(async ({ input, context }) => {
    await removeFiles(await context.work((work) => refuseFeedback(work, input)));
    return { id: input.id };
  }),
  merge: api.merge.handler(async ({ input, context }) => {
    await context.work((work) => mergeFeedback(work, input));
    return { id: input.id };
  }),
  draftAnswer: api.draftAnswer.handler(async ({ input, context }) => {
    await context.work((work) => draftAnswer(work, input));
    return { id: input.id };
  }),
  approveAnswer: api.approveAnswer.handler(async ({ input, context }) => {
    await context.work((work) => approveAnswer(work, input));
    return { id: input.id };
  }),
  returnAnswer: api.returnAnswer.handler(async ({ input, context }) => {
    await context.work((work) => returnAnswer(work, input));
    return { id: input.id };
  }),
  officialCode: api.officialCode.handler(async ({ input, context }) => {
    await context.work((work) => recordOfficialCode(work, input));
    return { id: input.id };
  }),
  sender: api.sender.handler(({ input, context }) => context.work((work) => revealSender(work, input))),
  preparePublication: api.preparePublication.handler(async ({ input, context }) => {
    await removeFiles(await context.work((work) => preparePublication(work, input)));
    return { id: input.id };
  }),
  publish: api.publish.handler(async ({ input, context }) => {
    await context.work((work) => publishOutcome(work, { ...input, preparedAt: new Date(input.preparedAt) }));
    return { id: input.id };
  }),
  unpublish: api.unpublish.handler(async ({ input, context }) => {
    await context.work((work) => unpublishOutcome(work, input));
    return { id: input.id };
  }),
  setRule: api.setRule.handler(async ({ input, context }) => {
    await context.work((work) => setFeedbackRule(work, input));
    return input;
  }),
  saveField: api.saveField.handler(async ({ input, context }) => ({
    id: await context.work((work) => saveField(work, input)),
  })),
  saveTemplate: api.saveTemplate.handler(async ({ input, context }) => ({
    id: await context.work((work) => saveTemplate(work, input)),
  })),
};
