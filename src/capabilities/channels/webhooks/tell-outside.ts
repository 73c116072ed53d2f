import { sql } from "drizzle-orm";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import type { About, WebhookKind } from "./webhook.ts";

export const WEBHOOK_QUEUE = "channels.send-webhooks";

export interface Happened {
  agencyId: string;
  kind: WebhookKind;
  about: About;
  /** Of what happened, not of the message: heard of again it is the same. */
  key: string;
  at: Date;
}

/** Writes down for every system that asked for it what happened, in the transaction in which it did. */
export async function tellOutside(work: Pick<Work, "tx" | "actor" | "at">, all: Happened[]): Promise<void> {
  if (all.length === 0) return;
  const events = all.map(({ agencyId, kind, about, key, at }) => ({
    ...{ agency_id: agencyId, kind, about, source_key: key, at: at.toISOString() },
  }));
  const { rows } = await work.tx.execute(sql`
    insert into webhook_message (id, agency_id, webhook_id, source_key, kind, about, occurred_at, state, next_try_at)
    select gen_random_uuid(), w.agency_id, w.id, e.source_key, e.kind, e.about, e.at, 'waiting', ${work.at}
    from rows from (jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      as (agency_id uuid, kind text, about jsonb, source_key text, at timestamptz)) with ordinality
      as e (agency_id, kind, about, source_key, at, n)
    join webhook w on w.agency_id = e.agency_id and e.kind = any (w.kinds)
    order by e.n
    on conflict do nothing
    returning 1`);
  if (rows.length > 0) await later(work as Work, WEBHOOK_QUEUE, work.at);
}
