import { and, eq, sql } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Transaction } from "#platform/database/database.ts";
import { slugify } from "#platform/text/slugify.ts";
import type { Work } from "#platform/work/work.ts";
import { lockDocument } from "../correct-document.ts";
import type { OfficialDocument } from "../document-queries.ts";
import { documentPolicy } from "../policy.ts";
import { officialDocument } from "../tables.ts";
import { documentsChanged } from "./document-changed.ts";
import { keptOffBecause } from "./kept-off-queries.ts";

/** The address of a document for good: its type and number, with its year and a count where another has that. */
async function addressFor(
  tx: Transaction,
  { agencyId, type, number, issuedOn }: OfficialDocument,
): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`document-address:${agencyId}`}))`);
  const plain = slugify(`${type} ${number}`) || "van-ban";
  const year = issuedOn!.slice(0, 4);
  const dated = plain.includes(year) ? plain : `${plain}-${year}`;
  for (let count = 0; ; count += 1) {
    const slug = count === 0 ? plain : count === 1 ? dated : `${dated}-${count}`;
    const taken = await tx.$count(
      officialDocument,
      and(eq(officialDocument.agencyId, agencyId), eq(officialDocument.slug, slug)),
    );
    if (taken === 0) return slug;
  }
}

/** Puts a document on the portal; nothing else puts it there. @throws Conflict */
export async function publishDocument(work: Work, { id }: { id: string }): Promise<OfficialDocument> {
  const { tx, actor, at } = work;
  const before = documentPolicy.permit(actor, "publish", await lockDocument(tx, actor.agencyId, id));
  if (before.publishedAt) throw new Conflict("Văn bản này đang ở trên cổng.");
  const kept = await keptOffBecause(tx, actor.agencyId, id);
  if (kept)
    throw new Conflict(
      `Văn bản này đã ghi không công khai (${kept.reason}); hãy bỏ ghi trước khi đưa lên cổng.`,
    );
  const slug = before.slug ?? (await addressFor(tx, before));
  const [after] = await tx
    .update(officialDocument)
    .set({ slug, publishedAt: at, publishedBy: actor.personId, takenOffAt: null, takenOffReason: null })
    .where(eq(officialDocument.id, id))
    .returning();
  await work.record({
    act: "publish-document",
    objectKind: "document",
    objectId: id,
    before: { takenOffAt: before.takenOffAt, takenOffReason: before.takenOffReason },
    after: { publishedAt: at, number: before.number },
  });
  await documentsChanged(work, [id]);
  return after!;
}
