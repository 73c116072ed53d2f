import { setTimeout as pause } from "node:timers/promises";
import { and, eq, lt, lte, sql } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import type { PublicSite } from "#platform/http/public-site.ts";
import { linkedAddress } from "../tables.ts";
import { afterLook, type Look } from "./link-state.ts";
import { lookAtAddress } from "./look-at-address.ts";

type Due = typeof linkedAddress.$inferSelect;

/** Addresses in one go, and of one host: the rest follows in the next minute. */
const MOST = 120;
const MOST_OF_A_HOST = 5;
const HOSTS_AT_ONCE = 4;
/** Between two calls of the same host. */
const PAUSE = 2000;
/** A process that dies while it looks leaves the address to whoever comes after so long. */
const LEASE = 15 * 60_000;
const HOUR = 3_600_000;
/** After so many failures in a row a host is left alone for an hour. */
const PATIENCE = 2;

const noAnswer = (look: Look) => look.found === "failed" && look.status === null;

/** Takes what is due for this process: nobody else looks at it meanwhile. */
async function takeDue(database: Database, now: Date): Promise<Due[]> {
  const lease = new Date(now.getTime() + LEASE);
  return database.transaction(async (tx) => {
    const { rows } = await tx.execute<{ agency_id: string; address: string }>(sql`
      select agency_id, address from linked_address where (agency_id, address) in (
        select agency_id, address from (
          select agency_id, address, next_check_at,
            row_number() over (partition by host order by next_check_at, address) as place, host
          from linked_address where next_check_at <= ${now.toISOString()}::timestamptz) due
        where host = '' or place <= ${MOST_OF_A_HOST} order by next_check_at limit ${MOST})
      for update skip locked`);
    const taken: Due[] = [];
    for (const { agency_id: agencyId, address } of rows) {
      const [due] = await tx
        .update(linkedAddress)
        .set({ nextCheckAt: lease })
        .where(
          and(
            eq(linkedAddress.agencyId, agencyId),
            eq(linkedAddress.address, address),
            lte(linkedAddress.nextCheckAt, now),
          ),
        )
        .returning();
      if (due) taken.push(due);
    }
    return taken;
  });
}

/** What was found is written down at once: a process that dies loses the one look that was under way. */
const keep = (database: Database, { agencyId, address, state, failingSince }: Due, look: Look, now: Date) =>
  database
    .update(linkedAddress)
    .set(afterLook({ state, failingSince }, look, now))
    .where(and(eq(linkedAddress.agencyId, agencyId), eq(linkedAddress.address, address)));

/** Nobody of the host is asked again before the moment, also those that were taken and not looked at. */
const leaveAlone = (database: Database, host: string, until: Date) =>
  database
    .update(linkedAddress)
    .set({ nextCheckAt: until })
    .where(and(eq(linkedAddress.host, host), lt(linkedAddress.nextCheckAt, until)));

interface Manner {
  site: PublicSite;
  now: () => Date;
  pauseMs: number;
}

async function lookAtHost(database: Database, host: string, all: Due[], { site, now, pauseMs }: Manner) {
  let failures = 0;
  for (const [index, due] of all.entries()) {
    if (site.isClosing?.()) return;
    if (index > 0 && host !== "") await pause(pauseMs);
    const look = await lookAtAddress(due.address, site, now());
    await keep(database, due, look, now());
    if (host === "") continue;
    failures = noAnswer(look) ? failures + 1 : 0;
    const until =
      look.found === "later" ? look.until : failures >= PATIENCE ? new Date(now().getTime() + HOUR) : null;
    if (until === null) continue;
    await leaveAlone(database, host, until);
    return;
  }
}

/**
 * Looks at what is due: our own pages, and others politely, host by host with a pause between two calls, few hosts at
 * once, and a host that is busy or silent left alone. Gives how many addresses were taken.
 */
export async function checkDueAddresses(
  database: Database,
  site: PublicSite,
  { now = () => new Date(), pauseMs = PAUSE }: { now?: () => Date; pauseMs?: number } = {},
): Promise<number> {
  const taken = await takeDue(database, now());
  const hosts = [...Map.groupBy(taken, ({ host }) => host)];
  const work = async () => {
    for (let next = hosts.shift(); next; next = hosts.shift())
      await lookAtHost(database, next[0], next[1], { site, now, pauseMs });
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, work));
  return taken.length;
}

/** What no page leads to any more needs no look. */
export async function forgetAddresses(database: Database): Promise<void> {
  await database.execute(sql`delete from linked_address a where not exists
    (select 1 from page_link l where l.agency_id = a.agency_id and l.address = a.address)`);
}
