import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { VISIT_DAYS } from "../pages/page-queries.ts";
import { sitePolicy } from "../policy.ts";
import { linkedAddress, pageLink, pageVisit, publicPage } from "../tables.ts";
import type { LinkFault } from "./link-state.ts";

/** Pages on one screen. */
const PAGE = 20;

/** A link that is broken, and that nobody has let stand for these failures. */
const isOpen = sql`${linkedAddress.state} = 'broken' and ${pageLink.settledFor} is distinct from ${linkedAddress.failingSince}`;
const isSettled = sql`${linkedAddress.state} = 'broken' and ${pageLink.settledFor} = ${linkedAddress.failingSince}`;

const linksOfPages = sql`${publicPage}
  join ${pageLink} on ${pageLink.pageId} = ${publicPage.id}
  join ${linkedAddress} on ${linkedAddress.agencyId} = ${pageLink.agencyId} and ${linkedAddress.address} = ${pageLink.address}`;

interface PageRow extends Record<string, unknown> {
  id: string;
  path: string;
  title: string;
  reads: boolean;
  visits: number;
}

interface LinkRow extends Record<string, unknown> {
  page_id: string;
  address: string;
  words: string;
  fault: LinkFault;
  status: number | null;
  failing_since: string;
  checked_at: string;
  waits: boolean;
  settled_reason: string | null;
  settled_by_name: string | null;
  settled_at: string | null;
}

/** Pages with links that are open, or were let stand; the most visited first. */
async function pagesWith(
  q: Queryable,
  agencyId: string,
  which: SQL,
  since: string,
  { page, id }: { page: number; id: string | undefined },
) {
  const { rows } = await q.execute<PageRow & { total: number }>(sql`
    select p.id, p.path, p.title, p.read_at is null as reads, count(*) over ()::int as total,
      coalesce((select sum(visits) from ${pageVisit} v
        where v.agency_id = ${agencyId} and v.path = p.path and v.day > ${since}::date), 0)::int as visits
    from (select distinct ${publicPage.id}, ${publicPage.path}, ${publicPage.title}, ${publicPage.readAt}
      from ${linksOfPages}
      where ${publicPage.agencyId} = ${agencyId} and ${publicPage.seenAt} is not null and ${which}
        and (${id ?? null}::uuid is null or ${publicPage.id} = ${id ?? null}::uuid)) p (id, path, title, read_at)
    order by visits desc, p.path limit ${PAGE} offset ${(page - 1) * PAGE}`);
  return rows;
}

async function linksOf(q: Queryable, agencyId: string, which: SQL, pageIds: string[], now: Date) {
  if (pageIds.length === 0) return [];
  const ids = sql.join(
    pageIds.map((one) => sql`${one}::uuid`),
    sql`, `,
  );
  const { rows } = await q.execute<LinkRow>(sql`
    select ${pageLink.pageId}, ${pageLink.address}, ${pageLink.words}, ${linkedAddress.fault},
      ${linkedAddress.status}, ${linkedAddress.failingSince}, ${linkedAddress.checkedAt},
      ${linkedAddress.nextCheckAt} <= ${now.toISOString()}::timestamptz as waits, ${pageLink.settledReason}, ${pageLink.settledByName}, ${pageLink.settledAt}
    from ${linksOfPages} where ${publicPage.agencyId} = ${agencyId} and ${pageLink.pageId} in (${ids}) and ${which}
    order by ${linkedAddress.failingSince}, ${pageLink.address}`);
  return rows;
}

const moment = (text: string | null) => (text === null ? null : new Date(text));

/** The queue of links that lead nowhere: by page, the most visited first; what is looked at, and how much was settled. */
export async function listBrokenLinks(
  q: Queryable,
  actor: Actor,
  { settled, page, id }: { settled: boolean; page: number; id?: string | undefined },
  now: Date,
) {
  const { agencyId } = actor;
  sitePolicy.permit(actor, "read", { agencyId });
  const which = settled ? isSettled : isOpen;
  const since = toVietnamDate(now).subtract({ days: VISIT_DAYS }).toString();
  const pages = await pagesWith(q, agencyId, which, since, { page, id });
  const links = await linksOf(
    q,
    agencyId,
    which,
    pages.map((one) => one.id),
    now,
  );
  const { rows: counted } = await q.execute<{
    pages: number;
    read: number;
    addresses: number;
    checked: number;
    unsure: number;
  }>(sql`select
    (select count(*) from public_page where agency_id = ${agencyId} and seen_at is not null)::int as pages,
    (select count(*) from public_page where agency_id = ${agencyId} and seen_at is not null and read_at is not null)::int as read,
    (select count(*) from linked_address where agency_id = ${agencyId})::int as addresses,
    (select count(*) from linked_address where agency_id = ${agencyId} and checked_at is not null)::int as checked,
    (select count(*) from linked_address where agency_id = ${agencyId} and state = 'unsure')::int as unsure`);
  return {
    pages: pages.map((one) => ({
      ...{ id: one.id, path: one.path, title: one.title || one.path, visits: one.visits },
      waits: one.reads,
      links: links
        .filter((link) => link.page_id === one.id)
        .map((link) => ({
          ...{ address: link.address, words: link.words, fault: link.fault, status: link.status },
          since: new Date(link.failing_since),
          checkedAt: new Date(link.checked_at),
          waits: link.waits,
          settledReason: settled ? link.settled_reason : null,
          settledByName: settled ? link.settled_by_name : null,
          settledAt: settled ? moment(link.settled_at) : null,
        })),
    })),
    total: pages[0]?.total ?? 0,
    pageSize: PAGE,
    visitDays: VISIT_DAYS,
    counts: counted[0]!,
    may: sitePolicy.may(actor, { agencyId }),
  };
}

/** Pages whose broken links somebody should hear of, or of which nothing is open any more. */
export async function pagesToTell(q: Queryable) {
  const open = sql`exists (select 1 from page_link l join linked_address a using (agency_id, address)
    where l.page_id = p.id and a.state = 'broken' and l.settled_for is distinct from a.failing_since)`;
  const { rows } = await q.execute<{
    id: string;
    agency_id: string;
    path: string;
    title: string;
    open: boolean;
  }>(sql`select id, agency_id, path, title, open from (
      select p.id, p.agency_id, p.path, p.title, p.told_at, p.seen_at is not null and ${open} as open
      from public_page p) looked
    where open = (told_at is null)`);
  return rows;
}

/** Whether a link of the page is broken and nobody has let it stand. */
export async function hasOpenLinks(q: Queryable, agencyId: string, pageId: string): Promise<boolean> {
  const { rows } = await q.execute(sql`select 1 from ${linksOfPages}
    where ${publicPage.agencyId} = ${agencyId} and ${publicPage.id} = ${pageId}
      and ${publicPage.seenAt} is not null and ${isOpen} limit 1`);
  return rows.length > 0;
}
