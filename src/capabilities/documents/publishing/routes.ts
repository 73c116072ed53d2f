import { implement } from "@orpc/server";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { amendDocument } from "../amendments/amend-document.ts";
import { amendmentsOf, replacementsOf } from "../amendments/amendment-queries.ts";
import { removeAmendment } from "../amendments/remove-amendment.ts";
import { documentById } from "../document-queries.ts";
import { documentPolicy } from "../policy.ts";
import { publishingContract } from "./contract.ts";
import { keepOff } from "./keep-off.ts";
import { keptOffBecause } from "./kept-off-queries.ts";
import { letPublic } from "./let-public.ts";
import { publishDocument } from "./publish-document.ts";
import { takeDocumentOff } from "./take-document-off.ts";
import { workingDaysToPublish } from "./working-days.ts";

const api = implement(publishingContract).$context<ApiContext>().use(authorised);

async function presented(q: Queryable, actor: Actor, id: string) {
  const document = await documentById(q, actor.agencyId, id);
  if (!document) throw new NotFound("Không có văn bản này trong sổ của cơ quan.");
  const { slug, publishedAt, publishedBy, takenOffAt, takenOffReason } = document;
  const kept = await keptOffBecause(q, actor.agencyId, id);
  const names = await personNames(
    q,
    [publishedBy, kept?.markedBy ?? null].filter((one) => one !== null),
  );
  const { replaces } = await replacementsOf(q, document);
  return {
    slug,
    publishedAt,
    publishedBy: publishedBy === null ? null : (names.get(publishedBy) ?? null),
    workingDays: await workingDaysToPublish(q, document),
    takenOffAt,
    takenOffReason,
    keptOff: kept && {
      ...{ reason: kept.reason, markedAt: kept.markedAt },
      markedByName: (kept.markedBy && names.get(kept.markedBy)) ?? "Hệ thống",
    },
    ...(await amendmentsOf(q, document)),
    replaces,
    may: documentPolicy.may(actor, document),
  };
}

const after =
  <Input extends { id: string }>(act: (work: Work, input: Input) => Promise<unknown>) =>
  (input: Input) =>
  async (work: Work) => {
    await act(work, input);
    return presented(work.tx, work.actor, input.id);
  };

export const publishingRoutes = {
  standing: api.standing.handler(({ input, context: { database, actor } }) =>
    presented(database, actor, input.id),
  ),
  publish: api.publish.handler(({ input, context }) => context.work(after(publishDocument)(input))),
  takeOff: api.takeOff.handler(({ input, context }) => context.work(after(takeDocumentOff)(input))),
  keepOff: api.keepOff.handler(({ input, context }) => context.work(after(keepOff)(input))),
  letPublic: api.letPublic.handler(({ input, context }) => context.work(after(letPublic)(input))),
  amend: api.amend.handler(({ input, context }) => context.work(after(amendDocument)(input))),
  removeAmendment: api.removeAmendment.handler(({ input, context }) =>
    context.work(after(removeAmendment)(input)),
  ),
};
