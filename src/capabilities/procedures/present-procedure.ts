import { personNames, portalBase } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { missingForms } from "./forms/papers-forms.ts";
import { procedurePolicy } from "./policy.ts";
import { procedurePath } from "./procedure-code.ts";
import { procedureById, procedureOf, recordOf, versionsOf } from "./procedure-queries.ts";
import { missingIn } from "./procedure-requirements.ts";

/** A procedure with all its versions, as its own page shows it. */
export async function presentProcedure(q: Queryable, actor: Actor, id: string) {
  const { procedure, version } = await procedureOf(q, actor.agencyId, id);
  const versions = await versionsOf(q, id);
  const names = await personNames(q, [...new Set(versions.flatMap(({ madeBy }) => madeBy ?? []))]);
  const successor = procedure.successorId
    ? await procedureById(q, actor.agencyId, procedure.successorId)
    : null;
  const { code, suffix, state, stateReason, repealedOn, updatedAt } = procedure;
  return {
    ...{ id, code, suffix, state, stateReason, repealedOn, updatedAt },
    successor: successor && {
      id: successor.procedure.id,
      code: successor.procedure.code,
      name: successor.version.name,
    },
    path: (await portalBase(q, actor.agencyId)) + procedurePath({ code, name: version.name }),
    missing: missingIn(recordOf(version)),
    missingForms: missingForms(version),
    versions: versions.map((one) => ({
      version: one.version,
      validFrom: one.validFrom,
      reason: one.reason,
      madeAt: one.madeAt,
      madeByName: one.madeBy ? (names.get(one.madeBy) ?? null) : null,
      record: recordOf(one),
    })),
    may: procedurePolicy.may(actor, { agencyId: actor.agencyId }),
  };
}
