import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import type { Work } from "#platform/work/work.ts";
import { practiceContract } from "./contract.ts";
import { exportGoodPractices } from "./export-good-practices.ts";
import { dropSpread, noteSpread } from "./note-spread.ts";
import { listPractices, practicesToldBy, presentPractice } from "./practice-queries.ts";
import { proveByGoodPractice } from "./prove-by-good-practice.ts";
import { recogniseGoodPractice } from "./recognise-good-practice.ts";
import { changeGoodPractice, registerGoodPractice } from "./register-good-practice.ts";
import { acceptGoodPractice, endGoodPractice, refuseGoodPractice } from "./settle-good-practice.ts";
import { tellOfGoodPractice, untellGoodPractice, writeFromGoodPractice } from "./tell-of-good-practice.ts";

const api = implement(practiceContract).$context<ApiContext>().use(authorised);

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
      return presentPractice(current.tx, actor, input.id);
    });

export const practiceRoutes = {
  goodPractices: api.goodPractices.handler(({ input, context: { database, actor } }) =>
    listPractices(database, actor, input),
  ),
  goodPracticesTable: api.goodPracticesTable.handler(({ input, context }) =>
    download(
      context.work((work) => exportGoodPractices(work, input)),
      "mo-hinh-sang-kien.xlsx",
      mediaTypes.xlsx,
    ),
  ),
  goodPractice: api.goodPractice.handler(({ input, context: { database, actor } }) =>
    presentPractice(database, actor, input.id),
  ),
  registerGoodPractice: api.registerGoodPractice.handler(answer(registerGoodPractice)),
  changeGoodPractice: api.changeGoodPractice.handler(answer(changeGoodPractice)),
  recogniseGoodPractice: api.recogniseGoodPractice.handler(answer(recogniseGoodPractice)),
  acceptGoodPractice: api.acceptGoodPractice.handler(answer(acceptGoodPractice)),
  proveByGoodPractice: api.proveByGoodPractice.handler(answer(proveByGoodPractice)),
  refuseGoodPractice: api.refuseGoodPractice.handler(answer(refuseGoodPractice)),
  endGoodPractice: api.endGoodPractice.handler(answer(endGoodPractice)),
  noteSpread: api.noteSpread.handler(answer(noteSpread)),
  dropSpread: api.dropSpread.handler(answer(dropSpread)),
  writeFromGoodPractice: api.writeFromGoodPractice.handler(({ input, context: { work } }) =>
    work(async (current) => ({ itemId: await writeFromGoodPractice(current, input) })),
  ),
  tellOfGoodPractice: api.tellOfGoodPractice.handler(answer(tellOfGoodPractice)),
  untellGoodPractice: api.untellGoodPractice.handler(answer(untellGoodPractice)),
  practicesTold: api.practicesTold.handler(async ({ input, context: { database, actor } }) => ({
    practices: await practicesToldBy(database, actor, input.itemId),
  })),
};
