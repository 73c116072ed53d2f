import { and, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { personNames } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { infographic, infographicPicture, mediaAsset } from "../tables.ts";
import { altOf, type GraphicInput } from "./infographic.ts";
import { type Shape, shapeSlugs } from "./template.ts";
import { templateOf } from "./templates/index.ts";

export type Graphic = typeof infographic.$inferSelect;

const PAGE = 24;

/** @throws NotFound */
export async function graphicOf(q: Queryable, agencyId: string, id: string): Promise<Graphic> {
  const [found] = await q
    .select()
    .from(infographic)
    .where(and(eq(infographic.agencyId, agencyId), eq(infographic.id, id)));
  if (!found) throw new NotFound("Không có đồ họa này trong cơ quan.");
  return found;
}

/** The table as it was typed. */
export const inputOf = ({ template, title, rows, source, figuresDay }: Graphic): GraphicInput => ({
  template,
  title,
  rows,
  source,
  day: figuresDay,
});

export interface KeptPicture {
  shape: Shape;
  mediaId: string;
  alt: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** The pictures of some tables, in the order of the shapes. */
export async function picturesOfGraphics(q: Queryable, ids: string[]): Promise<Map<string, KeptPicture[]>> {
  const rows =
    ids.length === 0
      ? []
      : await q
          .select({
            id: infographicPicture.infographicId,
            shape: infographicPicture.shape,
            mediaId: infographicPicture.mediaId,
            alt: mediaAsset.alt,
            width: mediaAsset.width,
            height: mediaAsset.height,
          })
          .from(infographicPicture)
          .innerJoin(mediaAsset, eq(mediaAsset.id, infographicPicture.mediaId))
          .where(inArray(infographicPicture.infographicId, ids));
  const sorted = rows.sort((a, b) => shapeSlugs.indexOf(a.shape) - shapeSlugs.indexOf(b.shape));
  return new Map(
    ids.map((id) => [id, sorted.filter((row) => row.id === id).map(({ id: _, ...picture }) => picture)]),
  );
}

/** The tables that this one takes the place of, the one just before it first. */
export async function graphicsBefore(q: Queryable, { agencyId, replacesId }: Graphic): Promise<Graphic[]> {
  const found: Graphic[] = [];
  // Each was there before the one that takes its place, so the way back ends.
  for (let next = replacesId; next !== null; ) {
    const one = await graphicOf(q, agencyId, next);
    found.push(one);
    next = one.replacesId;
  }
  return found;
}

/** A picture of the library that was drawn, with the table of it and the newest that takes that one's place. */
export interface DrawnPicture {
  mediaId: string;
  graphic: Graphic;
  /** Null: none does, or it is the very same picture. */
  newest: Graphic | null;
}

/** What some pictures of the library were drawn from; those that were not are left out. */
export async function drawnPictures(
  q: Queryable,
  agencyId: string,
  mediaIds: string[],
): Promise<DrawnPicture[]> {
  if (mediaIds.length === 0) return [];
  const rows = await q
    .selectDistinctOn([infographicPicture.mediaId], {
      mediaId: infographicPicture.mediaId,
      graphic: infographic,
    })
    .from(infographicPicture)
    .innerJoin(infographic, eq(infographic.id, infographicPicture.infographicId))
    .where(and(eq(infographicPicture.agencyId, agencyId), inArray(infographicPicture.mediaId, mediaIds)))
    .orderBy(infographicPicture.mediaId, desc(infographic.madeAt), desc(infographic.id));
  const found: DrawnPicture[] = [];
  for (const { mediaId, graphic } of rows) {
    const newest = await newestAfter(q, graphic);
    const same = newest && (await picturesOfGraphics(q, [newest.id])).get(newest.id)!;
    found.push({ mediaId, graphic, newest: same?.some((one) => one.mediaId === mediaId) ? null : newest });
  }
  return found;
}

async function newestAfter(q: Queryable, { id }: Graphic): Promise<Graphic | null> {
  const { rows } = await q.execute<{ id: string }>(sql`
    with recursive after as (
      select id, made_at from infographic where replaces_id = ${id}::uuid
      union
      select newer.id, newer.made_at from infographic newer join after on newer.replaces_id = after.id
    )
    select id from after order by made_at desc, id desc limit 1`);
  if (!rows[0]) return null;
  const [newest] = await q.select().from(infographic).where(eq(infographic.id, rows[0].id));
  return newest ?? null;
}

/** Tables with their pictures as the API answers them. */
export async function presentGraphics(q: Queryable, rows: Graphic[]) {
  const ids = rows.map(({ id }) => id);
  const [pictures, names] = [
    await picturesOfGraphics(q, ids),
    await personNames(
      q,
      rows.map(({ madeBy }) => madeBy),
    ),
  ];
  const newer =
    ids.length === 0
      ? []
      : await q
          .select({ id: infographic.replacesId, by: infographic.id })
          .from(infographic)
          .where(inArray(infographic.replacesId, ids))
          .orderBy(infographic.madeAt);
  return rows.map((row) => {
    const template = templateOf(row.template);
    return {
      id: row.id,
      ...inputOf(row),
      templateLabel: template?.label ?? "Mẫu khác",
      alt: template ? altOf(template, inputOf(row)) : row.title,
      articleId: row.articleId,
      replacesId: row.replacesId,
      /** The newest that takes its place; null: it is the newest. */
      replacedById: newer.findLast(({ id }) => id === row.id)?.by ?? null,
      madeByName: names.get(row.madeBy) ?? "",
      madeAt: row.madeAt,
      pictures: pictures.get(row.id) ?? [],
    };
  });
}

/** A page of the newest that nothing has taken the place of; `before`: older than this one. */
export async function listGraphics(
  q: Queryable,
  agencyId: string,
  { before }: { before?: string | undefined },
): Promise<{ rows: Graphic[]; hasMore: boolean }> {
  const from = before === undefined ? null : await graphicOf(q, agencyId, before);
  const rows = await q
    .select()
    .from(infographic)
    .where(
      and(
        eq(infographic.agencyId, agencyId),
        sql`not exists (select from infographic newer where newer.replaces_id = ${infographic.id})`,
        from
          ? or(
              lt(infographic.madeAt, from.madeAt),
              and(eq(infographic.madeAt, from.madeAt), lt(infographic.id, from.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(infographic.madeAt), desc(infographic.id))
    .limit(PAGE + 1);
  return { rows: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}

/** The outlines of one of its pictures. @throws NotFound */
export async function outlinesOf(
  q: Queryable,
  agencyId: string,
  { id, shape }: { id: string; shape: Shape },
): Promise<{ svg: string; mediaId: string }> {
  const [found] = await q
    .select({ svg: infographicPicture.svg, mediaId: infographicPicture.mediaId })
    .from(infographicPicture)
    .where(
      and(
        eq(infographicPicture.agencyId, agencyId),
        eq(infographicPicture.infographicId, id),
        eq(infographicPicture.shape, shape),
      ),
    );
  if (!found) throw new NotFound("Đồ họa này không có hình ở khuôn ấy.");
  return found;
}
