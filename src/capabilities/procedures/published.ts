import { and, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { findTexts } from "#platform/search/find-texts.ts";
import { eventsOfAgency, proceduresOfEvents } from "./life-events/life-event-queries.ts";
import type { Side } from "./life-events/side.ts";
import { procedurePath } from "./procedure-code.ts";
import {
  currentOf,
  procedureById,
  procedureOf,
  proceduresOfAgency,
  recordOf,
  versionsOf,
} from "./procedure-queries.ts";
import type { ProcedureRecord } from "./procedure-record.ts";
import { type ProcedureState, standsOn } from "./procedure-state.ts";
import { changesInWords } from "./record-words.ts";
import { procedure } from "./tables.ts";

export { formAddress, formFacts } from "./forms/form-file.ts";
export { kioskSettingOf } from "./kiosk/kiosk-setting.ts";
export { eventAt } from "./life-events/life-event-queries.ts";
export { type Side, sides } from "./life-events/side.ts";
export { newestChanges, type ProcedureChange } from "./procedure-changes.ts";
export {
  audiences,
  channelLabels,
  type Level,
  levelLabels,
  type Paper,
  type ProcedureRecord,
  serviceLevelLabels,
} from "./procedure-record.ts";
export { basisInWords, feeInWords, limitInWords, piecesInWords } from "./record-words.ts";

/** A procedure as a line of the finder. */
export interface PublicProcedure {
  id: string;
  code: string;
  path: string;
  isPaused: boolean;
  updatedAt: Date;
  record: ProcedureRecord;
}

/** What people can do on a day, by name. */
export async function publicProcedures(
  q: Queryable,
  agencyId: string,
  day: string,
): Promise<PublicProcedure[]> {
  const all = await proceduresOfAgency(q, agencyId);
  return all
    .filter((one) => standsOn(one.procedure, day))
    .map(({ procedure: { id, code, state, updatedAt }, version }) => ({
      ...{ id, code, updatedAt, isPaused: state === "paused", record: recordOf(version) },
      path: procedurePath({ code, name: version.name }),
    }))
    .toSorted((a, b) => a.record.name.localeCompare(b.record.name, "vi"));
}

export interface PublicEvent {
  slug: string;
  name: string;
  side: Side;
  summary: string;
  updatedAt: Date;
  /** Those that people can do on the day, in their order, with when each is needed. */
  procedures: { procedure: PublicProcedure; note: string }[];
}

/** What happens in life, and what organisations do, with the procedures it takes on a day; none without any. */
export async function publicEvents(q: Queryable, agencyId: string, day: string): Promise<PublicEvent[]> {
  const known = new Map((await publicProcedures(q, agencyId, day)).map((one) => [one.id, one]));
  const links = await proceduresOfEvents(q, agencyId);
  return (await eventsOfAgency(q, agencyId))
    .map(({ id, slug, name, side, summary, updatedAt }) => ({
      ...{ slug, name, side, summary, updatedAt },
      procedures: links.flatMap(({ eventId, procedureId, note }) => {
        const procedure = eventId === id ? known.get(procedureId) : undefined;
        return procedure ? [{ procedure, note }] : [];
      }),
    }))
    .filter(({ procedures }) => procedures.length > 0);
}

export interface PublicChange {
  version: number;
  validFrom: string;
  reason: string;
  /** Names of the parts that changed; none for the first. */
  parts: string[];
}

export interface PublicProcedurePage extends PublicProcedure {
  state: ProcedureState;
  stateReason: string;
  repealedOn: string | null;
  isOver: boolean;
  successor: { name: string; path: string } | null;
  /** Newest first. */
  changes: PublicChange[];
}

/** What stands at an address of the portal, also after its repeal; null: nothing ever did. */
export async function publicProcedure(
  q: Queryable,
  agencyId: string,
  address: string,
  day: string,
): Promise<PublicProcedurePage | null> {
  const asked = address.toLowerCase();
  const [known] = await q
    .select({ id: procedure.id })
    .from(procedure)
    .where(
      and(
        eq(procedure.agencyId, agencyId),
        isNull(procedure.takenBackAt),
        sql`(lower(${procedure.code}) = ${asked} or starts_with(${asked}, lower(${procedure.code}) || '-'))`,
      ),
    )
    .orderBy(sql`length(${procedure.code}) desc`)
    .limit(1);
  if (!known) return null;
  const { procedure: found, version } = await procedureOf(q, agencyId, known.id);
  const successor = found.successorId && (await procedureById(q, agencyId, found.successorId));
  const versions = await versionsOf(q, known.id);
  return {
    ...{ id: found.id, code: found.code, updatedAt: found.updatedAt, record: recordOf(version) },
    path: procedurePath({ code: found.code, name: version.name }),
    ...{ state: found.state, stateReason: found.stateReason, repealedOn: found.repealedOn },
    isPaused: found.state === "paused",
    isOver: !standsOn(found, day),
    successor: successor
      ? {
          name: successor.version.name,
          path: procedurePath({ code: successor.procedure.code, name: successor.version.name }),
        }
      : null,
    changes: versions.map((one, index) => {
      const former = versions[index + 1];
      return {
        ...{ version: one.version, validFrom: one.validFrom, reason: one.reason },
        parts: former ? changesInWords(recordOf(former), recordOf(one)) : [],
      };
    }),
  };
}

/** Where the procedures that hold the words of a query stand, best first. */
export async function findPublicProcedures(q: Queryable, agencyId: string, query: string, limit: number) {
  const { hits } = await findTexts(q, { agencyId, kind: "procedure", query, limit });
  if (hits.length === 0) return [];
  const found = new Map(
    (
      await currentOf(
        q,
        agencyId,
        hits.map(({ objectId }) => objectId),
      )
    ).map((one) => [one.procedure.id, one]),
  );
  return hits.flatMap(({ objectId, score }) => {
    const one = found.get(objectId);
    if (!one) return [];
    const { code, updatedAt } = one.procedure;
    const record = recordOf(one.version);
    return [{ score, code, updatedAt, record, path: procedurePath({ code, name: record.name }) }];
  });
}
