import { eq, sql } from "drizzle-orm";
import { notify } from "#organization";
import { attachEvidence } from "#plan";
import type { Database } from "#platform/database/database.ts";
import { putSearchText } from "#platform/search/search-text.ts";
import { signal } from "#platform/signals/signals.ts";
import { slugify } from "#platform/text/slugify.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { contentChanged } from "./content-changed.ts";
import { type ContentItem, type ContentRevision, linksOfItem, revisionOf } from "./content-queries.ts";
import { moveContent } from "./move-content.ts";
import { contentPublished } from "./signals.ts";
import { contentItem, contentSlug } from "./tables.ts";

/** Later than this after its time, a publication is told as missed. */
const MISSED_MINUTES = 5;

/** Public address of an item on this installation's portal. */
export const articleAddress = (slug: string): string => `/tin-tuc/${slug}`;

/** A free address made of the title; an item keeps its address for ever. */
async function takeSlug({ tx }: Work, item: ContentItem, title: string): Promise<string> {
  if (item.slug) return item.slug;
  const wanted = slugify(title).slice(0, 90).replace(/-+$/, "") || "tin";
  for (let attempt = 1; ; attempt += 1) {
    const slug = attempt === 1 ? wanted : `${wanted}-${attempt}`;
    const [taken] = await tx
      .insert(contentSlug)
      .values({ agencyId: item.agencyId, slug, itemId: item.id })
      .onConflictDoNothing()
      .returning({ slug: contentSlug.slug });
    if (taken) return slug;
  }
}

/** Makes a text live with everything that follows from it, in the transaction of `work`. */
export async function makeLive(current: Work, item: ContentItem, text: ContentRevision): Promise<void> {
  const { tx, at } = current;
  await putSearchText(tx, {
    agencyId: item.agencyId,
    kind: "content",
    objectId: item.id,
    title: text.title,
    body: `${text.summary}\n${text.plain}`,
    at: item.publishedAt ?? at,
  });
  const { taskIds, obligationIds } = await linksOfItem(tx, item.id);
  await attachEvidence(current, {
    taskIds,
    obligationIds,
    source: "newsroom",
    sourceId: item.id,
    label: text.title,
    url: articleAddress(item.slug!),
    at: item.publishedAt ?? at,
    revisionHash: text.hash,
  });
  await contentChanged(current, item.id);
  await signal(current, contentPublished, { itemId: item.id, revisionId: text.id, agencyId: item.agencyId });
}

async function publish(current: Work, item: ContentItem): Promise<void> {
  const { at } = current;
  const text = await revisionOf(current.tx, item.currentRevisionId);
  const slug = await takeSlug(current, item, text.title);
  const published = await moveContent(current, item, "publish", {
    set: {
      slug,
      liveRevisionId: text.id,
      publishedAt: item.publishedAt ?? at,
      liveSince: at,
      postCheckDue: item.urgent,
    },
  });
  await makeLive(current, published, text);
  const late = at.getTime() - item.scheduledAt!.getTime() > MISSED_MINUTES * 60_000;
  await notify(current, {
    personIds: [item.createdBy, ...(item.approvedBy ? [item.approvedBy] : [])],
    cause: `content-published:${item.id}:${text.id}`,
    kind: late ? "failure" : "content",
    title: late ? `Đăng muộn so với giờ hẹn: ${text.title}` : `Đã đăng: ${text.title}`,
    href: `/workspace/noi-dung/${item.id}`,
  });
}

/**
 * Publishes what is due, each item in a transaction of its own, each exactly once: the row is locked, looked at
 * again and moved; another process passes over it. A kill before the commit leaves the item due, after it done.
 * Gives the number published.
 */
export async function publishDueContent(database: Database, now = new Date()): Promise<number> {
  for (let published = 0; ; published += 1) {
    const again = await database.transaction(async (tx) => {
      const [item] = await tx
        .select()
        .from(contentItem)
        .where(
          sql`${contentItem.state} = 'scheduled' and ${contentItem.scheduledAt} <= ${now.toISOString()}::timestamptz`,
        )
        .orderBy(contentItem.scheduledAt)
        .limit(1)
        .for("update", { skipLocked: true });
      if (!item) return false;
      await work(tx, systemActor(item.agencyId, "Hẹn giờ"), (current) => publish(current, item), { at: now });
      return true;
    });
    if (!again) return published;
  }
}

/** The item is read again after a move of its pointer. */
export const reload = async ({ tx }: Work, id: string): Promise<ContentItem> =>
  (await tx.select().from(contentItem).where(eq(contentItem.id, id)))[0]!;
