import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import type { Work } from "#platform/work/work.ts";
import { commendedIn, listCommendations, presentCommendation } from "./commendation-queries.ts";
import { commendationContract } from "./contract.ts";
import { exportCommendations } from "./export-commendations.ts";
import { changeCommendation, dropCommendation, noteCommendation } from "./note-commendation.ts";
import { praiseInText, sayUnnamed, unpraiseInText, writeCommendation } from "./praise-in-text.ts";
import { recordConsent } from "./record-consent.ts";
import { withdrawConsent } from "./withdraw-consent.ts";

const api = implement(commendationContract).$context<ApiContext>().use(authorised);

interface Acting {
  actor: Actor;
  work: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
}

/** Every act answers with the entry as it is afterwards. */
const answer =
  <Input extends { id: string }>(act: (work: Work, input: Input) => Promise<unknown>) =>
  ({ input, context: { actor, work } }: { input: Input; context: Acting }) =>
    work(async (current) => {
      await act(current, input);
      return presentCommendation(current.tx, actor, input.id);
    });

export const commendationRoutes = {
  commendations: api.commendations.handler(({ input, context: { database, actor } }) =>
    listCommendations(database, actor, input),
  ),
  commendationsTable: api.commendationsTable.handler(({ input, context }) =>
    download(
      context.work((work) => exportCommendations(work, input)),
      "bieu-duong.xlsx",
      mediaTypes.xlsx,
    ),
  ),
  commendation: api.commendation.handler(({ input, context: { database, actor } }) =>
    presentCommendation(database, actor, input.id),
  ),
  noteCommendation: api.noteCommendation.handler(answer(noteCommendation)),
  changeCommendation: api.changeCommendation.handler(answer(changeCommendation)),
  dropCommendation: api.dropCommendation.handler(({ input, context: { work } }) =>
    work(async (current) => {
      await dropCommendation(current, input);
      return { dropped: true };
    }),
  ),
  recordConsent: api.recordConsent.handler(answer(recordConsent)),
  withdrawConsent: api.withdrawConsent.handler(answer(withdrawConsent)),
  praiseInText: api.praiseInText.handler(answer(praiseInText)),
  unpraiseInText: api.unpraiseInText.handler(answer(unpraiseInText)),
  sayUnnamed: api.sayUnnamed.handler(answer(sayUnnamed)),
  writeCommendation: api.writeCommendation.handler(({ input, context: { work } }) =>
    work(async (current) => ({ itemId: await writeCommendation(current, input) })),
  ),
  commendedIn: api.commendedIn.handler(async ({ input, context: { database, actor } }) => ({
    commendations: await commendedIn(database, actor, input.itemId),
  })),
};
