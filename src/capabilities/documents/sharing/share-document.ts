import { and, eq, inArray } from "drizzle-orm";
import { agenciesBeside, agencyById, notify, peopleWithRole } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { lockDocument } from "../correct-document.ts";
import { documentPolicy } from "../policy.ts";
import { sharedDocument } from "../tables.ts";

/** People of an agency who look after what comes into its register. */
export async function keepersOfRegister(q: Queryable, agencyId: string): Promise<string[]> {
  const [clerks, editors] = [
    await peopleWithRole(q, agencyId, "office"),
    await peopleWithRole(q, agencyId, "editor"),
  ];
  return [...new Set([...clerks, ...editors].map(({ id }) => id))];
}

/**
 * Lets exactly these agencies of the installation read a document of the register, named by the slugs of their portals;
 * who could before and is not among them cannot any more. The clerks and editors of those added are told. Told again
 * as it stands, nothing happens.
 * @throws NotFound, Forbidden; Unacceptable for an agency that is not there
 */
export async function shareDocument(
  work: Work,
  { id, agencies: slugs }: { id: string; agencies: string[] },
): Promise<void> {
  const { tx, actor, at } = work;
  const document = documentPolicy.permit(actor, "share", await lockDocument(tx, actor.agencyId, id));
  const wanted = new Set(slugs);
  const chosen = (await agenciesBeside(tx, actor.agencyId)).filter(({ slug }) => wanted.has(slug));
  if (chosen.length < wanted.size) {
    const text = "Có cơ quan không còn hoạt động trên hệ thống; hãy tải lại trang rồi chọn lại.";
    throw new Unacceptable(text, [{ field: "agencies", message: text }]);
  }
  const before = await tx
    .select({ receiverId: sharedDocument.receiverId })
    .from(sharedDocument)
    .where(eq(sharedDocument.documentId, id));
  const had = new Set(before.map(({ receiverId }) => receiverId));
  const added = chosen.filter((one) => !had.has(one.id));
  const ended = [...had].filter((receiverId) => !chosen.some((one) => one.id === receiverId));
  if (added.length === 0 && ended.length === 0) return;
  if (ended.length > 0)
    await tx
      .delete(sharedDocument)
      .where(and(eq(sharedDocument.documentId, id), inArray(sharedDocument.receiverId, ended)));
  if (added.length > 0) {
    await tx.insert(sharedDocument).values(
      added.map((one) => ({
        agencyId: actor.agencyId,
        documentId: id,
        receiverId: one.id,
        sharedBy: actor.personId,
        sharedAt: at,
      })),
    );
    const from = (await agencyById(tx, actor.agencyId))!.name;
    for (const receiver of added)
      await notify(work, {
        agencyId: receiver.id,
        personIds: await keepersOfRegister(tx, receiver.id),
        cause: `document-shared:${id}:${at.toISOString()}`,
        kind: "sharing",
        title: `${from} chia sẻ văn bản ${document.number}: ${document.abstract}`,
        href: "/workspace/van-ban",
      });
  }
  await work.record({
    act: "share-document",
    objectKind: "document",
    objectId: id,
    after: {
      agencies: chosen.map(({ name }) => name),
      added: added.length,
      ended: ended.length,
    },
  });
}
