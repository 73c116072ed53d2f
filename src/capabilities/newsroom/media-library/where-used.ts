import { sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ContentState, stateLabels } from "../content-item.ts";
import { type TipState, tipStateLabels } from "../intake/tip.ts";
import { hiddenFrom } from "../readers/hidden.ts";

/**
 * Where something of the library is used: a text that shows it, a tip that came with it, a table it was drawn from, a release
 * or letter to the press with which it goes, an event that shows it.
 */
export interface MediaUse {
  kind: "content" | "tip" | "drawing" | "release" | "letter" | "event" | "case";
  id: string;
  title: string;
  /** How it is used and how far the text is, in words. */
  place: string;
  /** False: what uses it keeps a copy of its own, and the library may lose it. */
  holds: boolean;
  /** The text whose use it is, where that is not what uses it itself. */
  itemId?: string | null;
}

/** What of it somebody sees: of a limited text nothing is told. */
export async function usesSeen(q: Queryable, actor: Actor, ids: string[]): Promise<Map<string, MediaUse[]>> {
  const hidden = await hiddenFrom(q, actor);
  const uses = await whereUsed(q, actor.agencyId, ids);
  return new Map(
    [...uses].map(([id, all]) => [id, all.filter(({ id: own, itemId }) => !hidden.includes(itemId ?? own))]),
  );
}

/**
 * What uses these of the library now: texts as they are, as they were approved and as they are public; tips that are not
 * put aside; tables of which they are drawings; what goes with them to the press, or went; events and cases of before and after that show
 * them.
 */
export async function whereUsed(
  q: Queryable,
  agencyId: string,
  ids: string[],
): Promise<Map<string, MediaUse[]>> {
  const found = new Map<string, MediaUse[]>();
  if (ids.length === 0) return found;
  const { rows: texts } = await q.execute<{
    media: string;
    id: string;
    title: string;
    state: ContentState;
    leads: boolean;
  }>(sql`
    select asked.id as media, i.id, i.state, bool_or(r.image_id::text = asked.id) as leads,
      (array_agg(r.title order by r.number desc))[1] as title
    from unnest(${`{${ids.join(",")}}`}::text[]) as asked (id)
    join content_revision r on media_shown(r.image_id, r.body, r.media, r.own) @> array[asked.id]
    join content_item i on i.id = r.item_id
      and r.id in (i.current_revision_id, i.approved_revision_id, i.live_revision_id)
    where i.agency_id = ${agencyId} and i.state not in ('discarded', 'removed')
    group by asked.id, i.id, i.state order by i.id desc`);
  const { rows: tips } = await q.execute<{ media: string; id: string; title: string; state: TipState }>(sql`
    select m.media_id as media, t.id, t.state, left(t.words, 100) as title
    from tip_media m join tip t on t.id = m.tip_id
    where t.agency_id = ${agencyId} and m.media_id = any(${`{${ids.join(",")}}`}::uuid[])
      and t.state not in ('declined', 'withdrawn')
    order by t.id desc`);
  const { rows: tables } = await q.execute<{ media: string; id: string; title: string }>(sql`
    select p.media_id as media, i.id, i.title
    from infographic_picture p join infographic i on i.id = p.infographic_id
    where i.agency_id = ${agencyId} and p.media_id = any(${`{${ids.join(",")}}`}::uuid[])
    order by i.id desc`);
  const { rows: sent } = await q.execute<{
    media: string;
    kind: "release" | "letter";
    id: string;
    item: string | null;
    title: string;
    holds: boolean;
  }>(sql`
    select media_id as media, kind, id, item_id as item, title, holds from media_sent_to_press
    where agency_id = ${agencyId} and media_id = any(${`{${ids.join(",")}}`}::uuid[])
    order by id desc`);
  const { rows: events } = await q.execute<{ media: string; id: string; title: string }>(sql`
    select media_id as media, id, title from media_shown_at_events
    where agency_id = ${agencyId} and media_id = any(${`{${ids.join(",")}}`}::uuid[])
    order by id desc`);
  const { rows: cases } = await q.execute<{ media: string; id: string; title: string }>(sql`
    select media_id as media, id, title from media_shown_in_cases
    where agency_id = ${agencyId} and media_id = any(${`{${ids.join(",")}}`}::uuid[])
    order by id desc`);
  const add = (media: string, use: MediaUse) => found.set(media, [...(found.get(media) ?? []), use]);
  for (const { media, id, title, state, leads } of texts)
    add(media, {
      kind: "content",
      id,
      title: title || "(chưa có tiêu đề)",
      holds: true,
      place: `${leads ? "Ảnh đại diện" : "Trong bài"} · ${stateLabels[state]}`,
    });
  for (const { media, id, title, state } of tips)
    add(media, { kind: "tip", id, title, holds: true, place: `Gửi kèm tin · ${tipStateLabels[state]}` });
  for (const { media, id, title } of tables)
    add(media, { kind: "drawing", id, title, holds: true, place: "Hình của đồ họa" });
  for (const { media, kind, id, item: itemId, title, holds } of sent) {
    const what = kind === "release" ? "Gửi báo chí cùng bài" : "Kèm thư định hướng";
    add(media, {
      kind,
      id,
      title,
      itemId,
      holds,
      place: `${what} · ${holds ? "chưa gửi" : "đã gửi, có bản giữ riêng"}`,
    });
  }
  for (const { media, id, title } of events)
    add(media, { kind: "event", id, title, holds: true, place: "Ảnh của sự kiện" });
  for (const { media, id, title } of cases)
    add(media, { kind: "case", id, title, holds: true, place: "Ảnh của trường hợp trước và sau" });
  return found;
}
