import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { acknowledgeLetter } from "./acknowledge-letter.ts";
import { letterContract } from "./contract.ts";
import { listLetters } from "./letter-queries.ts";
import { chaseLetter, sendLetter } from "./send-letter.ts";
import { withdrawLetter } from "./withdraw-letter.ts";
import { changeLetter, draftLetter, dropLetter } from "./write-letter.ts";

const api = implement(letterContract).$context<ApiContext>().use(authorised);

interface Acting {
  actor: Actor;
  work: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
}

/** Every act answers with the letters as they are afterwards. */
const answer =
  <Input>(act: (work: Work, input: Input) => Promise<unknown>) =>
  ({ input, context }: { input: Input; context: Acting }) =>
    context.work(async (work) => {
      await act(work, input);
      return listLetters(work.tx, context.actor);
    });

export const letterRoutes = {
  pressLetters: api.pressLetters.handler(({ context: { database, actor } }) => listLetters(database, actor)),
  draftPressLetter: api.draftPressLetter.handler(answer(draftLetter)),
  changePressLetter: api.changePressLetter.handler(answer(changeLetter)),
  dropPressLetter: api.dropPressLetter.handler(answer(dropLetter)),
  sendPressLetter: api.sendPressLetter.handler(answer(sendLetter)),
  chasePressLetter: api.chasePressLetter.handler(answer(chaseLetter)),
  withdrawPressLetter: api.withdrawPressLetter.handler(answer(withdrawLetter)),
  acknowledgePressLetter: api.acknowledgePressLetter.handler(answer(acknowledgeLetter)),
};
