import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { recordBounce, resumeContact } from "./bounces/suspend-contact.ts";
import { changeRelease, sendToRest } from "./change-release.ts";
import { pressContract } from "./contract.ts";
import { eraseContact } from "./erase-contact.ts";
import { changeContact, noteContact } from "./note-contact.ts";
import { changeOutlet, noteOutlet } from "./note-outlet.ts";
import { optOut } from "./opt-out.ts";
import { presentRelease } from "./present-release.ts";
import { pressRegister } from "./press-queries.ts";
import { recordConsent } from "./record-consent.ts";
import { closeList, makeList, saveList } from "./save-list.ts";

const api = implement(pressContract).$context<ApiContext>().use(authorised);

interface Acting {
  actor: Actor;
  work: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
}

/** Every act answers with the register as it is afterwards. */
const answer =
  <Input>(act: (work: Work, input: Input) => Promise<unknown>) =>
  ({ input, context }: { input: Input; context: Acting }) =>
    context.work(async (work) => {
      await act(work, input);
      return pressRegister(work.tx, context.actor);
    });

const ofDelivery =
  <Input extends { id: string }>(act: (work: Work, input: Input) => Promise<unknown>) =>
  ({ input, context }: { input: Input; context: Acting }) =>
    context.work(async (work) => {
      await act(work, input);
      return presentRelease(work.tx, context.actor, input.id);
    });

export const pressRoutes = {
  pressRegister: api.pressRegister.handler(({ context: { database, actor } }) =>
    pressRegister(database, actor),
  ),
  noteOutlet: api.noteOutlet.handler(answer((work, input) => noteOutlet(work, { id: uuidv7(), ...input }))),
  changeOutlet: api.changeOutlet.handler(answer(changeOutlet)),
  notePressContact: api.notePressContact.handler(
    answer((work, input) => noteContact(work, { id: uuidv7(), ...input })),
  ),
  changePressContact: api.changePressContact.handler(answer(changeContact)),
  recordPressConsent: api.recordPressConsent.handler(answer(recordConsent)),
  optOutPressContact: api.optOutPressContact.handler(answer(optOut)),
  recordPressBounce: api.recordPressBounce.handler(answer(recordBounce)),
  resumePressContact: api.resumePressContact.handler(answer(resumeContact)),
  erasePressContact: api.erasePressContact.handler(answer(eraseContact)),
  makePressList: api.makePressList.handler(answer(makeList)),
  savePressList: api.savePressList.handler(answer(saveList)),
  closePressList: api.closePressList.handler(answer(closeList)),
  release: api.release.handler(({ input, context: { database, actor } }) =>
    presentRelease(database, actor, input.id),
  ),
  changeRelease: api.changeRelease.handler(ofDelivery(changeRelease)),
  sendReleaseOn: api.sendReleaseOn.handler(ofDelivery(sendToRest)),
};
