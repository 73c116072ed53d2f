import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import type { Work } from "#platform/work/work.ts";
import { intakeContract } from "./contract.ts";
import { creditTip } from "./credit-tip.ts";
import { declineTip } from "./decline-tip.ts";
import { mergeTip } from "./merge-tip.ts";
import { reopenTip } from "./reopen-tip.ts";
import { reuseForTip } from "./reuse-for-tip.ts";
import { sameAsTip } from "./same-as-tip.ts";
import { sendTip } from "./send-tip.ts";
import { takeTip } from "./take-tip.ts";
import { listTips, presentTip, tipsBehind } from "./tip-queries.ts";
import { exportTipsByUnit, tipsByUnit } from "./tips-by-unit.ts";
import { joinTip, planFromTip, writeFromTip } from "./use-tip.ts";
import { withdrawTip } from "./withdraw-tip.ts";

const api = implement(intakeContract).$context<ApiContext>().use(authorised);

interface Acting {
  actor: Actor;
  work: <T>(act: (work: Work) => Promise<T>) => Promise<T>;
}

/** Every act answers with the tip as it is afterwards. */
const answer =
  <Input extends { id: string }>(act: (work: Work, input: Input) => Promise<unknown>) =>
  ({ input, context: { actor, work } }: { input: Input; context: Acting }) =>
    work(async (current) => {
      await act(current, input);
      return presentTip(current.tx, actor, input.id);
    });

export const intakeRoutes = {
  sendTip: api.sendTip.handler(answer(sendTip)),
  withdrawTip: api.withdrawTip.handler(answer(withdrawTip)),
  listTips: api.listTips.handler(({ input, context: { database, actor } }) =>
    listTips(database, actor, input),
  ),
  getTip: api.getTip.handler(({ input, context: { database, actor } }) =>
    presentTip(database, actor, input.id),
  ),
  takeTip: api.takeTip.handler(answer(takeTip)),
  writeFromTip: api.writeFromTip.handler(answer(writeFromTip)),
  planFromTip: api.planFromTip.handler(answer(planFromTip)),
  joinTip: api.joinTip.handler(answer(joinTip)),
  sameAsTip: api.sameAsTip.handler(({ input, context: { database, actor } }) =>
    sameAsTip(database, actor, input.id),
  ),
  reuseForTip: api.reuseForTip.handler(answer(reuseForTip)),
  mergeTip: api.mergeTip.handler(answer(mergeTip)),
  declineTip: api.declineTip.handler(answer(declineTip)),
  reopenTip: api.reopenTip.handler(answer(reopenTip)),
  creditTip: api.creditTip.handler(answer(creditTip)),
  tipsBehind: api.tipsBehind.handler(async ({ input, context: { database, actor } }) => ({
    tips: await tipsBehind(database, actor, input),
  })),
  tipsByUnit: api.tipsByUnit.handler(async ({ input, context: { database, actor } }) => ({
    units: await tipsByUnit(database, actor, input),
  })),
  tipsByUnitTable: api.tipsByUnitTable.handler(({ input, context }) =>
    download(
      context.work((work) => exportTipsByUnit(work, input)),
      "tin-theo-don-vi.xlsx",
      mediaTypes.xlsx,
    ),
  ),
};
