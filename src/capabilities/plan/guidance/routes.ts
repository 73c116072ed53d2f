import { implement } from "@orpc/server";
import { signingStanding } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { answerWithAll } from "../answer-with-all.ts";
import { acknowledgeGuidance } from "./acknowledge-guidance.ts";
import { answerGuidanceQuestion } from "./answer-guidance-question.ts";
import { askAboutGuidance } from "./ask-about-guidance.ts";
import { guidanceContract } from "./contract.ts";
import { guidanceOf, unitsToGuide } from "./guidance-queries.ts";
import { guidancePolicy } from "./policy.ts";
import { remindUnits } from "./remind-units.ts";
import { reviseGuidance } from "./revise-guidance.ts";
import { sendGuidance } from "./send-guidance.ts";
import { withdrawGuidance } from "./withdraw-guidance.ts";

const api = implement(guidanceContract).$context<ApiContext>().use(authorised);

const presentAll = async (q: Queryable, actor: Actor) => ({
  notes: await guidanceOf(q, actor),
  units: await unitsToGuide(q, actor.agencyId),
  signing: guidancePolicy.may(actor, { agencyId: actor.agencyId }).send?.allowed
    ? (await signingStanding(q, actor, "guidance", today().toString())).usable
    : [],
  may: guidancePolicy.may(actor, { agencyId: actor.agencyId }),
});

const then = answerWithAll(presentAll);

export const guidanceRoutes = {
  guidance: api.guidance.handler(({ context: { database, actor } }) => presentAll(database, actor)),
  sendGuidance: api.sendGuidance.handler(then(sendGuidance)),
  reviseGuidance: api.reviseGuidance.handler(then(reviseGuidance)),
  withdrawGuidance: api.withdrawGuidance.handler(then(withdrawGuidance)),
  remindGuidance: api.remindGuidance.handler(then(remindUnits)),
  acknowledgeGuidance: api.acknowledgeGuidance.handler(then(acknowledgeGuidance)),
  askAboutGuidance: api.askAboutGuidance.handler(then(askAboutGuidance)),
  answerGuidanceQuestion: api.answerGuidanceQuestion.handler(then(answerGuidanceQuestion)),
};
