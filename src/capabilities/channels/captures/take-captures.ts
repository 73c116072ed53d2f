import { createHash } from "node:crypto";
import { and, asc, eq, lte, sql } from "drizzle-orm";
import { type ContentToDeliver, contentToDeliver } from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import { tryLock } from "#platform/database/hold-lock.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile } from "#platform/files/files.ts";
import { callableInside } from "../accounts/account-call.ts";
import { absolute } from "../deliveries/post-of-delivery.ts";
import { delivery, placement, placementCapture } from "../tables.ts";
import { fetchPage, NoPage } from "./fetch-page.ts";
import { pageLetters, pageText, shows } from "./page-text.ts";
import { webArchive } from "./web-archive.ts";

/** Minutes between attempts; after the last it is left to a person. */
const BACK_OFF = [1, 30, 360];
const LOCK = sql`hashtextextended('channels captures', 0)`;

/** Placements whose page is kept by itself: with an address, recorded this week; the invented ones of a sample aside. */
export const keptByItself = (
  now: Date,
) => sql`p.url is not null and p.taken_down_at is null and p.placed_at <= ${now}
  and p.recorded_at >= ${now}::timestamptz - interval '7 days' and (not a.is_sample or p.url like '/%')`;

/** What is kept by itself and has no page kept of this very text. */
async function findNew(database: Database, now: Date): Promise<void> {
  const { rows } = await database.execute<{
    agency_id: string;
    placement_id: string;
    revision_id: string;
    revision_hash: string;
  }>(sql`
    select p.agency_id, p.id as placement_id, p.revision_id, p.revision_hash
    from placement p join agency a on a.id = p.agency_id
    where ${keptByItself(now)}
      and not exists (select from placement_capture c where c.placement_id = p.id and c.revision_hash = p.revision_hash)`);
  if (rows.length === 0) return;
  await database
    .insert(placementCapture)
    .values(
      rows.map((row) => ({
        ...{ id: uuidv7(), agencyId: row.agency_id, placementId: row.placement_id },
        ...{ revisionId: row.revision_id, revisionHash: row.revision_hash, state: "waiting" as const },
        ...{ nextTryAt: now, askedAt: now },
      })),
    )
    .onConflictDoNothing();
}

type Capture = typeof placementCapture.$inferSelect;

async function keepPage(
  capture: Capture,
  place: typeof placement.$inferSelect,
  { content, ownText, marker }: { content: ContentToDeliver; ownText: string | null; marker: string },
): Promise<Partial<typeof placementCapture.$inferInsert>> {
  const isOurs = place.url!.startsWith("/");
  const address = isOurs ? absolute(place.url!) : place.url!;
  const own = isOurs ? [new URL(address).hostname.replace(/^\[|\]$/g, "")] : [];
  const { hops, page, contentType } = await fetchPage(address, [...callableInside(), ...own]);
  const letters = pageLetters(page, contentType);
  const words = pageText(letters);
  if (!shows(letters, words, [content.title, ownText?.split("\n")[0] ?? null, marker]))
    throw new NoPage("Mở được trang nhưng không thấy bài, thường vì trang đòi đăng nhập hoặc chưa cập nhật.");
  const archive = webArchive(hops, { "gandan-revision-sha256": capture.revisionHash });
  await putFile(capture.id, archive);
  return {
    ...{ state: "taken" as const, takenAt: hops.at(-1)!.at, why: null, words },
    ...{ url: hops.at(-1)!.url, status: hops.at(-1)!.status },
    pageSha256: createHash("sha256").update(page).digest("hex"),
    bytes: archive.length,
    sha256: createHash("sha256").update(archive).digest("hex"),
  };
}

/** One attempt; whatever comes of it is written down. Killed meanwhile, it is made again. */
async function attempt(database: Database, capture: Capture, now: Date): Promise<void> {
  const [found] = await database
    .select({ place: placement, row: delivery })
    .from(placement)
    .innerJoin(delivery, eq(delivery.id, placement.deliveryId))
    .where(eq(placement.id, capture.placementId));
  const { agencyId } = capture;
  const { place, row } = found!;
  const content = (await contentToDeliver(database, { agencyId }, [place.itemId])).get(place.itemId);
  const save = (set: Partial<typeof placementCapture.$inferInsert>) =>
    database
      .update(placementCapture)
      .set({ ...set, attempts: capture.attempts + 1 })
      .where(and(eq(placementCapture.id, capture.id), eq(placementCapture.state, "waiting")));
  if (!content || place.takenDownAt !== null || place.revisionHash !== capture.revisionHash) {
    await save({ state: "failed", why: "Bài đã gỡ hoặc đã có bản khác trước khi lưu được trang." });
    return;
  }
  try {
    await save(await keepPage(capture, place, { content, ownText: row.ownText, marker: row.marker }));
  } catch (error) {
    const why = error instanceof NoPage ? error.message : "Máy chủ gặp lỗi khi lưu trang.";
    const minutes = BACK_OFF[capture.attempts];
    await save(
      minutes === undefined
        ? { state: "failed", why }
        : { why, nextTryAt: new Date(now.getTime() + minutes * 60_000) },
    );
    if (!(error instanceof NoPage)) throw error;
  }
}

/** Keeps the pages that show what was placed, one after another, by one worker at a time. Gives how many were tried. */
export async function takeCaptures(database: Database, now = new Date()): Promise<number> {
  return database.transaction(async (alive) => {
    if (!(await tryLock(alive, LOCK))) return 0;
    await findNew(database, now);
    const due = await database
      .select()
      .from(placementCapture)
      .where(and(eq(placementCapture.state, "waiting"), lte(placementCapture.nextTryAt, now)))
      .orderBy(asc(placementCapture.nextTryAt))
      .limit(20);
    for (const capture of due) await attempt(database, capture, now);
    return due.length;
  });
}
