import { uuidv7 } from "#platform/database/id.ts";
import type { Actor } from "../auth/actor.ts";
import type { Database, Transaction } from "../database/database.ts";
import { insertMany } from "../database/insert-many.ts";
import { auditEntry } from "./tables.ts";

/** What an act leaves in the audit: who and when are added from the work itself. */
export interface Recorded {
  /** Verb and noun, as the file is named: "approve-content". */
  act: string;
  objectKind: string;
  objectId: string;
  before?: unknown;
  after?: unknown;
  reason?: string | null;
}

/** One person's act in one transaction. Acts of other capabilities are called with the same work. */
export interface Work {
  actor: Actor;
  tx: Transaction;
  /** The moment of the act; one value for the whole transaction. */
  at: Date;
  /** Appends to the audit, in this transaction. */
  record: (entry: Recorded) => Promise<void>;
  /** The same of many at once. */
  recordAll: (entries: Recorded[]) => Promise<void>;
}

/** Acts that no person does (timers, first start) carry this name in the audit and no role. */
export const systemActor = (agencyId: string, name = "Hệ thống"): Actor => ({
  personId: SYSTEM_PERSON,
  name,
  agencyId,
  appointments: [],
});

export const SYSTEM_PERSON = "00000000-0000-0000-0000-000000000000";

/**
 * Runs `act` in one transaction as `actor`. Whatever it changes, records and signals is committed together
 * or not at all.
 */
export async function work<T>(
  database: Database | Transaction,
  actor: Actor,
  act: (work: Work) => Promise<T>,
  { at = new Date() }: { at?: Date } = {},
): Promise<T> {
  return database.transaction(async (tx) => {
    const recordAll = async (entries: Recorded[]): Promise<void> => {
      await insertMany(
        tx,
        auditEntry,
        entries.map(({ act: name, objectKind, objectId, before = null, after = null, reason = null }) => ({
          id: uuidv7(),
          at,
          agencyId: actor.agencyId,
          personId: actor.personId === SYSTEM_PERSON ? null : actor.personId,
          personName: actor.name,
          act: name,
          objectKind,
          objectId,
          before,
          after,
          reason,
        })),
      );
    };
    return act({ actor, tx, at, record: (entry) => recordAll([entry]), recordAll });
  });
}
