import { and, eq } from "drizzle-orm";
import { agencyBySlug, portalBase } from "#organization";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { contentOf, type RichNode, type RichText } from "#platform/rich-text/rich-text.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOfAgency } from "../content-queries.ts";
import { draftContent } from "../draft-content.ts";
import { live } from "../live-text.ts";
import { addEvent } from "../move-content.ts";
import { articleAddress } from "../publish-due-content.ts";
import { contentItem, contentReuse } from "../tables.ts";
import { poolPolicy } from "./policy.ts";

/** The words of a text alone: pictures belong to the agency that keeps them and their rights. */
function withoutPictures(text: RichText): RichText {
  const words = (node: RichNode): RichNode[] => {
    if (node.type === "image") return [];
    return node.content ? [{ ...node, content: contentOf(node).flatMap(words) }] : [node];
  };
  const content = contentOf(text).flatMap(words);
  return { ...text, content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

/**
 * Makes a draft of the own agency of what another one has published, with its words and without its pictures, and keeps
 * where it is from; what an AI did in it stays said, but not who checked that. Sent again it is the same draft. Gives
 * the draft's id. @throws NotFound, Conflict
 */
export async function reuseContent(
  work: Work,
  {
    id: newId,
    agency: agencySlug,
    slug,
    unitId,
  }: { id?: string | undefined; agency: string; slug: string; unitId: string },
): Promise<string> {
  const { tx, actor, at } = work;
  poolPolicy.permit(actor, "reuse", { agencyId: actor.agencyId });
  const source = await agencyBySlug(tx, agencySlug);
  const [found] =
    source === null || source.id === actor.agencyId || !source.active
      ? []
      : await live(tx).where(
          and(
            eq(contentItem.agencyId, source.id),
            eq(contentItem.slug, slug),
            eq(contentItem.state, "published"),
          ),
        );
  if (!source || !found) throw new NotFound("Bài này không còn trên cổng của cơ quan ấy.");
  const { item, text } = found;
  if (item.reuseForbidden) throw new Conflict(`${source.name} không cho cơ quan khác đăng lại bài này.`);
  const id = await draftContent(work, {
    id: newId,
    kind: item.kind,
    unitId,
    fields: {
      title: text.title,
      summary: text.summary,
      body: withoutPictures(text.body),
      primaryTheme: text.primaryTheme,
      themes: text.themes,
      own: text.own,
      aiUse: text.aiUse && { ...text.aiUse, checkedBy: "" },
    },
  });
  const sourceAddress = articleAddress(await portalBase(tx, source.id), slug);
  const [kept] = await tx
    .insert(contentReuse)
    .values({
      agencyId: actor.agencyId,
      itemId: id,
      sourceAgencyId: source.id,
      sourceItemId: item.id,
      sourceAgencyName: source.name,
      sourceTitle: text.title,
      sourceAddress,
      sourceHash: text.hash,
      reusedBy: actor.personId,
      reusedAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (!kept) return id;
  await addEvent(work, await itemOfAgency(tx, actor.agencyId, id), "reuse", {
    note: `“${text.title}” của ${source.name}`,
  });
  await work.record({
    act: "reuse-content",
    objectKind: "content",
    objectId: id,
    after: { source: source.name, sourceAddress },
  });
  return id;
}
