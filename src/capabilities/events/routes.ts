import { implement } from "@orpc/server";
import { removeFiles } from "#platform/files/files.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import type { Work } from "#platform/work/work.ts";
import { announceEvent } from "./announce-event.ts";
import { checkIn, presentDoor } from "./attendance/check-in.ts";
import { cancelEvent } from "./cancel-event.ts";
import { approveCommitment } from "./commitments/approve-commitment.ts";
import { dropCommitment, makeCommitment } from "./commitments/make-commitment.ts";
import { approveResult, writeResult } from "./commitments/tell-result.ts";
import { eventsContract } from "./contract.ts";
import { declineQuestion } from "./dialogue/decline-question.ts";
import { draftAnswer } from "./dialogue/draft-answer.ts";
import { keepMinutes } from "./dialogue/keep-minutes.ts";
import { enterQuestion } from "./dialogue/receive-question.ts";
import { approveAnswer, returnAnswer, withdrawAnswer } from "./dialogue/settle-answer.ts";
import { writeMinutes } from "./dialogue/write-minutes.ts";
import { holdEvent, takeBackHeld } from "./holding/hold-event.ts";
import { showPhotos } from "./holding/show-photos.ts";
import { listEvents } from "./list-events.ts";
import { addFile, addText } from "./materials/add-material.ts";
import { removeMaterial } from "./materials/remove-material.ts";
import { postponeEvent } from "./postpone-event.ts";
import { presentEvent } from "./present-event.ts";
import { removeEvent } from "./remove-event.ts";
import { saveEvent } from "./save-event.ts";
import { setEventRule } from "./settings/set-event-rule.ts";

const api = implement(eventsContract).$context<ApiContext>().use(authorised);

/** Runs an act on one event and answers with its id. */
const acted =
  <Input extends { id: string }>(act: (work: Work, input: Input) => Promise<unknown>) =>
  async ({
    input,
    context,
  }: {
    input: Input;
    context: { work: <T>(run: (work: Work) => Promise<T>) => Promise<T> };
  }) => {
    await context.work((work) => act(work, input));
    return { id: input.id };
  };

export const eventsRoutes = api.router({
  list: api.list.handler(({ input, context: { database, actor } }) =>
    listEvents(database, actor, input, new Date()),
  ),
  get: api.get.handler(({ input: { id }, context: { database, actor } }) =>
    presentEvent(database, actor, id),
  ),
  save: api.save.handler(acted(saveEvent)),
  remove: api.remove.handler(async ({ input, context }) => {
    await removeFiles(await context.work((work) => removeEvent(work, input)));
    return { id: input.id };
  }),
  announce: api.announce.handler(acted(announceEvent)),
  postpone: api.postpone.handler(acted(postponeEvent)),
  cancel: api.cancel.handler(acted(cancelEvent)),
  hold: api.hold.handler(acted(holdEvent)),
  takeBackHeld: api.takeBackHeld.handler(acted(takeBackHeld)),
  photos: api.photos.handler(acted(showPhotos)),
  addText: api.addText.handler(acted(addText)),
  addFile: api.addFile.handler(acted(addFile)),
  removeMaterial: api.removeMaterial.handler(async ({ input, context }) => {
    await removeFiles(await context.work((work) => removeMaterial(work, input)));
    return { id: input.id };
  }),
  enterQuestion: api.enterQuestion.handler(acted(enterQuestion)),
  declineQuestion: api.declineQuestion.handler(acted(declineQuestion)),
  draftAnswer: api.draftAnswer.handler(acted(draftAnswer)),
  approveAnswer: api.approveAnswer.handler(acted(approveAnswer)),
  returnAnswer: api.returnAnswer.handler(acted(returnAnswer)),
  withdrawAnswer: api.withdrawAnswer.handler(acted(withdrawAnswer)),
  makeCommitment: api.makeCommitment.handler(acted(makeCommitment)),
  dropCommitment: api.dropCommitment.handler(acted(dropCommitment)),
  approveCommitment: api.approveCommitment.handler(acted(approveCommitment)),
  writeResult: api.writeResult.handler(acted(writeResult)),
  approveResult: api.approveResult.handler(acted(approveResult)),
  keepMinutes: api.keepMinutes.handler(acted(keepMinutes)),
  door: api.door.handler(({ input: { id }, context: { database, actor } }) =>
    presentDoor(database, actor, id),
  ),
  checkIn: api.checkIn.handler(async ({ input, context }) => ({
    answers: await context.work((work) => checkIn(work, input)),
  })),
  setRule: api.setRule.handler(async ({ input, context }) => {
    await context.work((work) => setEventRule(work, input));
    return input;
  }),
  minutesFile: api.minutesFile.handler(({ input, context }) =>
    download(
      context.work((work) => writeMinutes(work, input)),
      "bien-ban.docx",
      mediaTypes.docx,
    ),
  ),
});
