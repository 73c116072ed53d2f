import { and, desc, eq, inArray, lte, notInArray } from "drizzle-orm";
import { notify, portalBase } from "#organization";
import { attachEvidence } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import type { Database, Transaction } from "#platform/database/database.ts";
import { signal } from "#platform/signals/signals.ts";
import { slugify } from "#platform/text/slugify.ts";
import { SYSTEM_PERSON as NOBODY, systemActor, type Work, work } from "#platform/work/work.ts";
import { contentChanged } from "./content-changed.ts";
import {
  type ContentItem,
  type ContentRevision,
  countLinks,
  linksOfItem,
  revisionOf,
} from "./content-queries.ts";
import { tellSendersOfText } from "./intake/tell-sender.ts";
import { showMedia } from "./media-library/public-media.ts";
import { exactText, moveContent } from "./move-content.ts";
import { tellSource } from "./pool/tell-source.ts";
import { publishIssues } from "./publish-issues.ts";
import { putContentText } from "./put-content-text.ts";
import { contentPublished } from "./signals.ts";
import { contentEvent, contentItem, contentSlug } from "./tables.ts";

/** Later than this after its time, a publication is told as missed. */
const MISSED_MINUTES = 5;

/** Public address of an item on its agency's portal, whose path is `base`. */
export const articleAddress = (base: string, slug: string): string => `${base}/tin-tuc/${slug}`;

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
  await putContentText(tx, item, text, item.publishedAt ?? at);
  await showMedia(current, item.id, text);
  const links = await linksOfItem(tx, item.id);
  // Of an agency without a plan it proves nothing yet; it does from the moment it is linked.
  if (countLinks(links) > 0)
    await attachEvidence(current, {
      ...links,
      source: "newsroom",
      sourceId: item.id,
      label: text.title,
      url: articleAddress(await portalBase(tx, item.agencyId), item.slug!),
      at: item.publishedAt ?? at,
      revisionHash: text.hash,
    });
  await contentChanged(current, item.id);
  await signal(current, contentPublished, {
    ...{ itemId: item.id, revisionId: text.id, agencyId: item.agencyId },
    isFirst: item.publishedAt?.getTime() === at.getTime(),
  });
}

/** A right was lost between the decision and its time: the item stays approved, and its people are told what is missing. */
async function holdBack(current: Work, item: ContentItem, text: ContentRevision, why: string): Promise<void> {
  await moveContent(current, item, "takeBack", { set: { scheduledAt: null }, reason: why });
  await notify(current, {
    personIds: peopleOf(item),
    cause: `content-held-back:${item.id}:${item.scheduledAt!.toISOString()}`,
    kind: "failure",
    title: `Đến giờ nhưng không đăng được “${text.title}”: ${why}`,
    href: `/workspace/noi-dung/${item.id}`,
  });
}

async function publish(current: Work, item: ContentItem): Promise<void> {
  const { at } = current;
  const text = await revisionOf(current.tx, item.currentRevisionId);
  const [missing] = await publishIssues(current.tx, item, text, at);
  // An urgent text was looked at a second ago, and has no approval to go back to.
  if (missing && !item.urgent) return holdBack(current, item, text, missing.message);
  const slug = await takeSlug(current, item, text.title);
  const published = await moveContent(current, item, "publish", {
    set: {
      slug,
      liveRevisionId: text.id,
      publishedAt: item.publishedAt ?? at,
      liveSince: at,
      postCheckDue: item.urgent,
    },
    note: exactText(text),
  });
  await makeLive(current, published, text);
  if (item.publishedAt === null) {
    await tellSource(current, item, "đăng lại");
    await tellSendersOfText(current, item, {
      cause: (of) => `tip-published:${of}:${item.id}`,
      what: "Bài viết từ tin của bạn đã lên cổng",
    });
  }
  const late = at.getTime() - item.scheduledAt!.getTime() > MISSED_MINUTES * 60_000;
  await notify(current, {
    personIds: peopleOf(item),
    cause: `content-published:${item.id}:${text.id}`,
    kind: late ? "failure" : "content",
    title: late ? `Đăng muộn so với giờ hẹn: ${text.title}` : `Đã đăng: ${text.title}`,
    href: `/workspace/noi-dung/${item.id}`,
  });
}

/** Publishes as whoever ordered it last: at the time nobody is there, and the record names who answers for it. */
async function byOrder(tx: Transaction, { id, agencyId }: ContentItem): Promise<Actor> {
  const [order] = await tx
    .select({ name: contentEvent.personName })
    .from(contentEvent)
    .where(
      and(
        eq(contentEvent.itemId, id),
        inArray(contentEvent.event, ["schedule", "scheduleUrgently", "reschedule"]),
      ),
    )
    .orderBy(desc(contentEvent.at), desc(contentEvent.id))
    .limit(1);
  return systemActor(agencyId, order && `Hệ thống, theo lệnh của ${order.name}`);
}

/** Who wrote and who approved. */
export const peopleOf = ({ createdBy, approvedBy }: ContentItem): string[] => [
  createdBy,
  ...(approvedBy ? [approvedBy] : []),
];

/** A time that passed without the publication; told once, whoever notices. */
export const causeOfMissed = ({ id, scheduledAt }: ContentItem): string =>
  `content-not-published:${id}:${scheduledAt!.toISOString()}`;

/** Tells the people of an item that it could not be published; the next sweep tries again. */
async function tellFailure(database: Database, item: ContentItem, now: Date) {
  const { id, agencyId } = item;
  await work(
    database,
    systemActor(agencyId),
    (current) =>
      notify(current, {
        personIds: peopleOf(item),
        cause: causeOfMissed(item),
        kind: "failure",
        title: "Đến giờ nhưng chưa đăng được; hệ thống sẽ thử lại mỗi phút",
        href: `/workspace/noi-dung/${id}`,
      }),
    { at: now },
  );
}

/**
 * Publishes what is due, each item in a transaction of its own, each exactly once: the row is locked, looked at
 * again and moved; another process passes over it. A kill before the commit leaves the item due, after it done. An
 * item that fails is told to its people and does not hold up the others; the first failure is thrown at the end.
 * Gives the number published.
 */
export async function publishDueContent(database: Database, now = new Date()): Promise<number> {
  const failed = new Map<string, unknown>();
  let published = 0;
  for (;;) {
    let taken: ContentItem | null = null;
    try {
      await database.transaction(async (tx) => {
        const [item] = await tx
          .select()
          .from(contentItem)
          .where(
            and(
              eq(contentItem.state, "scheduled"),
              lte(contentItem.scheduledAt, now),
              notInArray(contentItem.id, [NOBODY, ...failed.keys()]),
            ),
          )
          .orderBy(contentItem.scheduledAt)
          .limit(1)
          .for("update", { skipLocked: true });
        if (!item) return;
        taken = item;
        await work(tx, await byOrder(tx, item), (current) => publish(current, item), { at: now });
      });
      if (taken === null) break;
      published += 1;
    } catch (error) {
      // Without an item the database itself is at fault: nothing to skip.
      const item = taken as ContentItem | null;
      if (item === null) throw error;
      failed.set(item.id, error);
      await tellFailure(database, item, now);
    }
  }
  for (const error of failed.values()) throw error;
  return published;
}
