import { sql } from "drizzle-orm";
import type { Database, Queryable } from "../database/database.ts";

/**
 * What does not hold: an entry, its being there, an entry put in past the sealer or for an earlier day, a seal, or the
 * checkpoint in place of what was taken out.
 */
export type Breach =
  | "checkpoint"
  | "changed"
  | "removed"
  | "seal-changed"
  | "seal-missing"
  | "unsealed"
  | "backdated";

export interface BrokenLink {
  breach: Breach;
  /** Of the seal; null for an entry that has none. */
  position: number | null;
  /** Null for a checkpoint. */
  entryId: string | null;
  at: Date;
  act: string;
}

export interface SealedChain {
  /** The first link that does not hold; null when all do. */
  broken: BrokenLink | null;
  seals: number;
  /** What was taken out by its age; null: nothing. */
  purged: { position: number; hash: string; until: Date } | null;
  /** Seals whose entries were taken away by an act that is itself in the audit. */
  withoutEntry: number;
  /** The last seal: whoever noted it elsewhere can tell later whether the chain was made anew. */
  last: { position: number; hash: string; sealedAt: Date } | null;
  /** Entries that wait for their seal, and since when. */
  waiting: number;
  waitingSince: Date | null;
}

/** How much earlier than the sealing before its own an entry may say it was: longer than any transaction lasts. */
const LONGEST_ACT = "1 hour";

/** The order of commits cannot tell of the sample's history, which is loaded with days of its own. */
const links = sql`
  with taken_away as materialized (
    select jsonb_array_elements_text(r.after -> 'agencies') as agency_id, s.position
    from audit_entry r left join audit_seal s on s.entry_id = r.id
    where r.act = 'remove-sample' and jsonb_typeof(r.after -> 'agencies') = 'array')
  select s.position, s.entry_id, s.entry_at, s.entry_act,
    case
      when s.position <> coalesce(lag(s.position) over w, c.position, 0) + 1 then 'seal-missing'
      when s.hash <> audit_seal_hash(coalesce(lag(s.hash) over w, c.hash, ''), s) then 'seal-changed'
      when e.id is null then case when exists (
        select from taken_away t
        where t.agency_id = s.entry_agency_id::text and coalesce(t.position > s.position, true)
      ) then 'taken-away' else 'removed' end
      when s.digest <> audit_entry_digest(e) then 'changed'
      when s.entry_at < s.sealed_after - ${LONGEST_ACT}::interval
        and not exists (select from agency a where a.id = s.entry_agency_id and a.is_sample) then 'backdated'
    end as breach
  from audit_seal s left join audit_entry e on e.id = s.entry_id
    left join lateral (select * from audit_checkpoint order by position desc limit 1) c on true
  window w as (order by s.position)`;

interface Row extends Record<string, unknown> {
  position: string | null;
  entry_id: string | null;
  entry_at: Date;
  entry_act: string;
  breach: Breach;
}

/**
 * Walks the chain of seals from its first link and holds each against its entry. The database does the walking, so
 * that memory stays bounded whatever the length; what is read is of one moment.
 */
export const verifySeals = (database: Database): Promise<SealedChain> =>
  database.transaction(walk, { isolationLevel: "repeatable read", accessMode: "read only" });

async function walk(q: Queryable): Promise<SealedChain> {
  const {
    rows: [broken],
  } = await q.execute<Row>(sql`
    (select c.position, null::uuid as entry_id, c.made_at as entry_at, 'purge-audit' as entry_act, 'checkpoint' as breach
     from (select * from audit_checkpoint order by position desc limit 1) c
     where not exists (
       select from audit_entry e where e.act = 'purge-audit' and e.after ->> 'hash' = encode(c.hash, 'hex')
         and e.after ->> 'position' = c.position::text))
    union all
    select * from (${links}) l where breach <> 'taken-away'
    union all
    (select null, e.id, e.at, e.act, 'unsealed' from audit_entry e
     where not exists (select from audit_seal s where s.entry_id = e.id)
       and not exists (select from audit_unsealed u where u.entry_id = e.id) order by e.at, e.id limit 1)
    order by 1 nulls last limit 1`);
  const {
    rows: [sum],
  } = await q.execute<{
    seals: string;
    without: string;
    position: string | null;
    hash: string | null;
    sealed_at: string | null;
    waiting: string;
    since: string | null;
    purged: string | null;
    purged_hash: string | null;
    purged_until: string | null;
  }>(sql`
    select (select count(*) from audit_seal) as seals,
      (select count(*) from audit_seal s where not exists (select from audit_entry e where e.id = s.entry_id)) as without,
      last.position, encode(last.hash, 'hex') as hash, last.sealed_at,
      (select count(*) from audit_unsealed) as waiting,
      (select min(since) from audit_unsealed) as since,
      c.position as purged, encode(c.hash, 'hex') as purged_hash, c.until as purged_until
    from (values (1)) as one left join lateral (select * from audit_seal order by position desc limit 1) last on true
      left join lateral (select * from audit_checkpoint order by position desc limit 1) c on true`);
  const { seals, without, position, hash, sealed_at: sealedAt, waiting, since } = sum!;
  return {
    broken: broken
      ? {
          breach: broken.breach,
          position: broken.position === null ? null : Number(broken.position),
          entryId: broken.entry_id,
          at: new Date(broken.entry_at),
          act: broken.entry_act,
        }
      : null,
    seals: Number(seals),
    purged:
      sum!.purged === null
        ? null
        : {
            position: Number(sum!.purged),
            hash: sum!.purged_hash!,
            until: new Date(sum!.purged_until!),
          },
    withoutEntry: Number(without),
    last:
      position === null ? null : { position: Number(position), hash: hash!, sealedAt: new Date(sealedAt!) },
    waiting: Number(waiting),
    waitingSince: since === null ? null : new Date(since),
  };
}
