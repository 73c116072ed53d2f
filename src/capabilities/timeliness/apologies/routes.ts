import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { writeDocx } from "#platform/official-document/write/write-docx.ts";
import { writePdf } from "#platform/official-document/write/write-pdf.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import type { Work } from "#platform/work/work.ts";
import { dueSoon } from "../late/due-soon.ts";
import { explainLate } from "../late/explain-late.ts";
import { lateRegister } from "../late/late-register.ts";
import { lateSheet } from "../late/late-sheet.ts";
import { apologyPolicy, dossierPolicy } from "../policy.ts";
import { apologyById, presentApologies } from "./apology-queries.ts";
import { approveApology } from "./approve-apology.ts";
import { apologyContract } from "./contract.ts";
import { draftApology } from "./draft-apology.ts";
import { publishApology } from "./publish-apology.ts";
import { removeApology } from "./remove-apology.ts";
import { ruleOf } from "./rule-queries.ts";
import { sendApology } from "./send-apology.ts";
import { setRule } from "./set-rule.ts";
import { withdrawApology } from "./withdraw-apology.ts";
import { letterOf } from "./write-letter.ts";

const api = implement(apologyContract).$context<ApiContext>().use(authorised);

async function presentLate(q: Queryable, actor: Actor, period: string) {
  const { agencyId } = actor;
  return {
    ...(await lateRegister(q, {
      ...{ agencyId, period: parsePeriod(period, "decree"), today: today().toString() },
    })),
    rule: await ruleOf(q, agencyId),
    may: dossierPolicy.may(actor, { agencyId }),
    mayApologise: apologyPolicy.may(actor, { agencyId }),
  };
}

const presentRule = async (q: Queryable, actor: Actor) => ({
  rule: await ruleOf(q, actor.agencyId),
  may: apologyPolicy.may(actor, { agencyId: actor.agencyId }),
});

/** Runs an act on an apology and answers with the register. */
const after = (act: (work: Work) => Promise<void>) => async (work: Work) => {
  await act(work);
  return presentApologies(work.tx, work.actor);
};

export const apologyRoutes = {
  lateDossiers: api.lateDossiers.handler(({ input, context: { database, actor } }) =>
    presentLate(database, actor, input.period),
  ),
  dueSoon: api.dueSoon.handler(async ({ input, context: { database, actor } }) => {
    const { agencyId } = actor;
    const found = await dueSoon(database, { agencyId, today: today().toString(), days: input.days });
    return {
      ...found,
      rule: await ruleOf(database, agencyId),
      mayApologise: apologyPolicy.may(actor, { agencyId }),
    };
  }),
  lateFile: api.lateFile.handler(async ({ input, context: { database, actor } }) => {
    const { dossiers } = await presentLate(database, actor, input.period);
    return download(writeXlsx([lateSheet(dossiers)]), `ho-so-tre-han-${input.period}.xlsx`, mediaTypes.xlsx);
  }),
  explainLate: api.explainLate.handler(({ input: { period, ...said }, context }) =>
    context.work(async (work) => {
      await explainLate(work, said);
      return presentLate(work.tx, context.actor, period);
    }),
  ),
  apologyRule: api.apologyRule.handler(({ context: { database, actor } }) => presentRule(database, actor)),
  setApologyRule: api.setApologyRule.handler(({ input, context }) =>
    context.work(async (work) => {
      await setRule(work, input);
      return presentRule(work.tx, context.actor);
    }),
  ),
  apologies: api.apologies.handler(({ context: { database, actor } }) => presentApologies(database, actor)),
  draftApology: api.draftApology.handler(({ input, context }) =>
    context.work(after((work) => draftApology(work, input))),
  ),
  approveApology: api.approveApology.handler(({ input, context }) =>
    context.work(after((work) => approveApology(work, input))),
  ),
  sendApology: api.sendApology.handler(({ input, context }) =>
    context.work(after((work) => sendApology(work, input))),
  ),
  withdrawApology: api.withdrawApology.handler(({ input, context }) =>
    context.work(after((work) => withdrawApology(work, input))),
  ),
  publishApology: api.publishApology.handler(({ input, context }) =>
    context.work(after((work) => publishApology(work, input))),
  ),
  removeApology: api.removeApology.handler(({ input, context }) =>
    context.work(after((work) => removeApology(work, input))),
  ),
  apologyLetter: api.apologyLetter.handler(async ({ input, context: { database, actor } }) => {
    apologyPolicy.permit(actor, "print", { agencyId: actor.agencyId });
    const found = await apologyById(database, actor.agencyId, input.id);
    const model = await letterOf(database, found, input);
    return download(
      input.format === "pdf" ? writePdf(model) : writeDocx(model),
      `thu-xin-loi.${input.format}`,
      mediaTypes[input.format],
    );
  }),
};
