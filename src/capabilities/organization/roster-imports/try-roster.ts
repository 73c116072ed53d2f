import { createHash } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { type ReadList, readList, type SheetChoice } from "#platform/sheets/read-list.ts";
import { saidHeads } from "#platform/sheets/said-heads.ts";
import { unitsOfAgency } from "../organization-queries.ts";
import { appointment, authUser, person } from "../tables.ts";
import { judgeRoster, type KnownRoster, type RosterLine } from "./judge-roster.ts";
import type { RosterField } from "./roster-fields.ts";
import { standingLines } from "./roster-import-queries.ts";
import { rosterList } from "./roster-list.ts";
import type { WrittenPerson } from "./written-roster.ts";

export interface RosterToTry extends SheetChoice<RosterField> {
  bytes: Uint8Array;
}

export interface RosterTrial extends Omit<ReadList<RosterField>, "lines"> {
  lines: RosterLine[];
  /** Who confirms names the trial that was seen. */
  seen: string;
}

async function knownRoster(q: Queryable, agencyId: string, written: string[]): Promise<KnownRoster> {
  const people = await q.select().from(person).where(eq(person.agencyId, agencyId));
  const given = await q
    .select({ personId: appointment.personId, role: appointment.role })
    .from(appointment)
    .where(eq(appointment.agencyId, agencyId));
  const before = await standingLines(q, agencyId);
  const own = new Set(people.map(({ email }) => email.toLowerCase()));
  const strange = [...new Set(written.map((email) => email.toLowerCase()))].filter(
    (email) => email !== "" && !own.has(email),
  );
  const taken =
    strange.length === 0
      ? []
      : [
          ...(await q
            .select({ email: authUser.email })
            .from(authUser)
            .where(inArray(authUser.email, strange))),
          ...(await q
            .select({ email: person.email })
            .from(person)
            .where(inArray(sql`lower(${person.email})`, strange))),
        ];
  return {
    units: await unitsOfAgency(q, agencyId),
    unitNamesBefore: before.filter(({ unitId }) => unitId).map(({ written: { name } }) => name),
    people: people.map(({ id, name, email, active }) => ({
      name,
      email,
      active,
      roles: given.filter(({ personId }) => personId === id).map(({ role }) => role),
    })),
    emailsBefore: before
      .filter(({ personId }) => personId)
      .map((line) => (line.written as WrittenPerson).email.toLowerCase()),
    takenElsewhere: new Set(taken.map(({ email }) => email.toLowerCase())),
  };
}

/**
 * What a list would do to the agency's units and people, line by line, without doing it.
 * @throws Unacceptable for a file that is refused
 */
export async function tryRoster(
  q: Queryable,
  agencyId: string,
  { bytes, ...choice }: RosterToTry,
): Promise<RosterTrial> {
  const { lines, ...sheet } = await readList(rosterList, bytes, {
    ...choice,
    heads: await saidHeads(q, agencyId, "roster"),
  });
  const written = lines.map(({ cells }) => cells.email?.text ?? "");
  const judged = judgeRoster(lines, await knownRoster(q, agencyId, written));
  const seen = createHash("sha256")
    .update(JSON.stringify([agencyId, sheet, judged]))
    .digest("hex");
  return { ...sheet, lines: judged, seen };
}
