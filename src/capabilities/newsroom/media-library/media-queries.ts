import { and, desc, eq, gt, inArray, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { searchable } from "../searchable.ts";
import { mediaAsset } from "../tables.ts";
import { pictureAiOf } from "./ai-mark/picture-ai.ts";
import { goneAfter, goneBefore } from "./bin/kept-days.ts";
import type { Focus } from "./crops.ts";
import { withinFolder } from "./folders/folder-queries.ts";
import type { MediaSort } from "./media-sort.ts";
import { mediaPolicy } from "./policy.ts";
import { type Consent, type Licence, licences, mediaIssues } from "./rights.ts";

export type MediaAsset = typeof mediaAsset.$inferSelect;

/** The point that stays in every cut; null: nobody has set it. */
export const focusOf = ({ focusX, focusY }: Pick<MediaAsset, "focusX" | "focusY">): Focus | null =>
  focusX === null || focusY === null ? null : { x: focusX, y: focusY };

const PAGE = 24;

/** The words that a picture is found by. */
export const mediaWords = (media: {
  alt: string;
  credit: string | null;
  source: string | null;
  fileName: string;
}) => searchable([media.alt, media.credit, media.source, media.fileName].filter(Boolean).join(" "));

/** One of the agency's library, its bin included, locked until the transaction ends. @throws NotFound */
export async function mediaOf(q: Queryable, agencyId: string, id: string): Promise<MediaAsset> {
  const [found] = await q
    .select()
    .from(mediaAsset)
    .where(and(eq(mediaAsset.agencyId, agencyId), eq(mediaAsset.id, id), isNull(mediaAsset.goneAt)))
    .for("update");
  if (!found) throw new NotFound("Không có tư liệu này trong kho.");
  return found;
}

/** Those of the agency's library by id; unknown ids and what is in the bin are left out. */
export async function mediaByIds(
  q: Queryable,
  agencyId: string,
  ids: string[],
): Promise<Map<string, MediaAsset>> {
  if (ids.length === 0) return new Map();
  const rows = await q
    .select()
    .from(mediaAsset)
    .where(and(eq(mediaAsset.agencyId, agencyId), inArray(mediaAsset.id, ids), isNull(mediaAsset.binnedAt)));
  return new Map(rows.map((row) => [row.id, row]));
}

/** One of the agency's library, its bin included. @throws NotFound */
export async function oneOfLibrary(q: Queryable, agencyId: string, id: string): Promise<MediaAsset> {
  const [found] = await q
    .select()
    .from(mediaAsset)
    .where(and(eq(mediaAsset.agencyId, agencyId), eq(mediaAsset.id, id), isNull(mediaAsset.goneAt)));
  if (!found) throw new NotFound("Không có tư liệu này trong kho.");
  return found;
}

/** Pictures as the API answers them, each with what is missing and what the caller may do. */
export async function presentMedia(q: Queryable, actor: Actor, rows: MediaAsset[]) {
  const names = await personNames(
    q,
    rows.flatMap(({ uploadedBy, binnedBy }) => [uploadedBy, ...(binnedBy ? [binnedBy] : [])]),
  );
  return rows.map((row) => ({
    ...row,
    uploadedByName: names.get(row.uploadedBy) ?? "",
    hasCaptions: row.captions !== null,
    hasPoster: row.posterId !== null,
    focus: focusOf(row),
    ai: pictureAiOf(row),
    bin: row.binnedAt && {
      since: row.binnedAt,
      until: goneAfter(row.binnedAt),
      byName: names.get(row.binnedBy!) ?? "",
    },
    issues: mediaIssues(row),
    may: mediaPolicy.may(actor, row),
  }));
}

interface MediaFilter {
  q: string;
  sort?: MediaSort | undefined;
  /** "none": nothing is stated. */
  licence?: Licence | "none" | undefined;
  consent?: Consent | undefined;
  /** "none": in no folder. */
  folder?: string | undefined;
  wanting?: boolean | undefined;
  /** True: what is in the bin and can still be taken out. */
  binned?: boolean | undefined;
}

/** Those in which `mediaIssues` finds something, told by the database. */
const lacksSomething = (): SQL => {
  const needing = (field: "credit" | "source") =>
    licences.filter(({ needs }) => (needs as readonly string[]).includes(field)).map(({ slug }) => slug);
  const { licence, credit, source, consent, described, sort, hasSpeech, captions, transcript } = mediaAsset;
  return or(
    not(described),
    isNull(licence),
    and(inArray(licence, needing("credit")), isNull(credit)),
    and(inArray(licence, needing("source")), isNull(source)),
    eq(consent, "missing"),
    and(eq(sort, "video"), hasSpeech, isNull(captions)),
    and(eq(sort, "audio"), hasSpeech, isNull(transcript)),
  )!;
};

function inFolder(agencyId: string, folder: string, isSearched: boolean): SQL {
  if (folder === "none") return isNull(mediaAsset.folderId);
  return isSearched
    ? sql`${mediaAsset.folderId} in ${withinFolder(agencyId, folder)}`
    : eq(mediaAsset.folderId, folder);
}

function conditionsOf(
  agencyId: string,
  { q: query, sort, licence, consent, folder, wanting, binned }: MediaFilter,
): (SQL | undefined)[] {
  const words: SQL[] = searchable(query)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => sql`${mediaAsset.wordsPlain} like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`);
  return [
    ...words,
    isNull(mediaAsset.goneAt),
    binned ? gt(mediaAsset.binnedAt, goneBefore(new Date())) : isNull(mediaAsset.binnedAt),
    sort && eq(mediaAsset.sort, sort),
    licence && (licence === "none" ? isNull(mediaAsset.licence) : eq(mediaAsset.licence, licence)),
    consent && eq(mediaAsset.consent, consent),
    folder ? inFolder(agencyId, folder, words.length > 0) : undefined,
    wanting ? lacksSomething() : undefined,
  ];
}

/** A page of what the agency keeps, the newest first, whose words hold every word of the query. */
export async function listMedia(
  q: Queryable,
  agencyId: string,
  { before, ids, ...filter }: MediaFilter & { before?: string | undefined; ids?: string[] | undefined },
): Promise<{ rows: MediaAsset[]; hasMore: boolean }> {
  const rows = await q
    .select()
    .from(mediaAsset)
    .where(
      and(
        eq(mediaAsset.agencyId, agencyId),
        ids ? inArray(mediaAsset.id, ids) : undefined,
        before
          ? sql`(${mediaAsset.uploadedAt}, ${mediaAsset.id}) < (select b.uploaded_at, b.id from ${mediaAsset} b where b.id = ${before})`
          : undefined,
        ...conditionsOf(agencyId, filter),
      ),
    )
    .orderBy(desc(mediaAsset.uploadedAt), desc(mediaAsset.id))
    .limit(ids ? ids.length : PAGE + 1);
  return { rows: ids ? rows : rows.slice(0, PAGE), hasMore: !ids && rows.length > PAGE };
}
