import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { endedDocuments } from "#documents";
import { personNames } from "#organization";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ContentItem, ContentRevision } from "../content-queries.ts";
import type { RequirementIssue } from "../content-requirements.ts";
import { kindOf } from "../kinds/index.ts";
import { languageWord, mediaAsset, remarkDismissal } from "../tables.ts";
import { blocksOf } from "./blocks-of.ts";
import { inSlices } from "./in-slices.ts";
import { languageJudge, type Yardstick } from "./judge-language.ts";
import { deadLinksIn } from "./links-in-text.ts";
import type { JudgedText, Recording } from "./parts-of.ts";
import { personalRemarks } from "./personal-remarks.ts";
import { type Remark, remarkKinds } from "./remark.ts";
import { wordsInUse } from "./word-list.ts";

/** The agency's own entries of the list of words, with who wrote them. */
export async function ownWords(q: Queryable, agencyId: string) {
  const rows = await q.select().from(languageWord).where(eq(languageWord.agencyId, agencyId));
  const names = await personNames(
    q,
    rows.map(({ changedBy }) => changedBy),
  );
  return rows.map((row) => ({ ...row, changedByName: names.get(row.changedBy) ?? "" }));
}

/** What a text of the agency is held against. */
export const yardstickOf = async (q: Queryable, agencyId: string): Promise<Yardstick> => ({
  words: wordsInUse(await ownWords(q, agencyId)),
  ended: await endedDocuments(q, agencyId, toVietnamDate(new Date()).toString()),
});

/** Remarks on an item that were set aside, the newest first. */
export async function dismissalsOf(q: Queryable, itemId: string) {
  const rows = await q.select().from(remarkDismissal).where(eq(remarkDismissal.itemId, itemId));
  const names = await personNames(
    q,
    rows.map(({ dismissedBy }) => dismissedBy),
  );
  return rows
    .toSorted((one, other) => other.dismissedAt.getTime() - one.dismissedAt.getTime())
    .map(({ key, kind, passage, reason, dismissedBy, dismissedAt }) => ({
      key,
      kind,
      passage,
      reason,
      byName: names.get(dismissedBy) ?? "",
      at: dismissedAt,
    }));
}

/** What the agency's library says in words of the recordings beside a text. */
async function recordingsOf(
  q: Queryable,
  agencyId: string,
  { media }: Pick<ContentRevision, "media">,
): Promise<Recording[]> {
  const ids = media.map(({ mediaId }) => mediaId);
  if (ids.length === 0) return [];
  const { id, sort, alt, captions, transcript, durationMs } = mediaAsset;
  const rows = await q
    .select({ id, sort, alt, captions, transcript })
    .from(mediaAsset)
    .where(and(eq(mediaAsset.agencyId, agencyId), inArray(id, ids), isNotNull(durationMs)));
  return rows.map((row) => ({ ...row, sort: row.sort as Recording["sort"] }));
}

const judgedText = async (
  q: Queryable,
  { kind, agencyId }: Pick<ContentItem, "kind" | "agencyId">,
  text: ContentRevision,
): Promise<JudgedText> => ({
  ...text,
  kind: kindOf(kind),
  recordings: await recordingsOf(q, agencyId, text),
});

/** All remarks on a text of an item, judged anew with pauses: a long text keeps nobody else waiting. */
export async function remarksOn(q: Queryable, item: ContentItem, text: ContentRevision): Promise<Remark[]> {
  const judge = languageJudge({
    ...(await yardstickOf(q, item.agencyId)),
    deadLinks: await deadLinksIn(q, item.agencyId, text.body),
  });
  return (await inSlices(judge(await judgedText(q, item, text)))) ?? [];
}

/** Personal data in a text that nobody has answered for: with it nothing is sent on. */
export async function openPersonalData(
  q: Queryable,
  item: ContentItem,
  text: ContentRevision,
): Promise<RequirementIssue[]> {
  const found = personalRemarks(blocksOf(await judgedText(q, item, text)).blocks);
  if (found.length === 0) return [];
  const answered = new Set((await dismissalsOf(q, item.id)).map(({ key }) => key));
  const open = new Map(found.filter(({ key }) => !answered.has(key)).map((remark) => [remark.key, remark]));
  return [...open.values()].slice(0, 20).map(({ key, field, where, passage, why }) => ({
    field: "language",
    key: `remark-${key}`,
    message: `${remarkKinds["personal-data"].label}${field === "body" ? "" : ` (${where})`} “${passage.slice(0, 60)}”: ${why}`,
  }));
}
