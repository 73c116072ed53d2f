import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type ContentToDeliver, contentAuthors, contentInPeriod, contentToDeliver } from "#newsroom";
import { personNames, unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { networkLabel } from "../networks/index.ts";
import { channelAccount, placement, placementCapture, placementProof, productAcceptance } from "../tables.ts";
import { type DossierFacts, missingParts } from "./dossier.ts";
import { dossierPolicy } from "./policy.ts";

export type Placed = Awaited<ReturnType<typeof placedOf>>[number];
type Acceptance = typeof productAcceptance.$inferSelect;

/** Where texts stand, each with what proves it, the first first. */
export async function placedOf(q: Queryable, agencyId: string, itemIds: string[]) {
  const rows = await q
    .select({ place: placement, account: channelAccount })
    .from(placement)
    .innerJoin(channelAccount, eq(channelAccount.id, placement.accountId))
    .where(
      and(
        eq(placement.agencyId, agencyId),
        inArray(placement.itemId, itemIds),
        isNull(placement.takenDownAt),
      ),
    )
    .orderBy(asc(placement.placedAt), asc(placement.id));
  const ids = rows.map(({ place }) => place.id);
  const pictures = await q
    .select()
    .from(placementProof)
    .where(inArray(placementProof.placementId, ids))
    .orderBy(asc(placementProof.addedAt), asc(placementProof.id));
  const pages = await q
    .select({
      ...{
        id: placementCapture.id,
        placementId: placementCapture.placementId,
        sha256: placementCapture.sha256,
      },
      ...{ revisionHash: placementCapture.revisionHash, takenAt: placementCapture.takenAt },
      bytes: placementCapture.bytes,
    })
    .from(placementCapture)
    .where(and(inArray(placementCapture.placementId, ids), eq(placementCapture.state, "taken")))
    .orderBy(asc(placementCapture.takenAt), asc(placementCapture.id));
  return rows.map(({ place, account }) => ({
    itemId: place.itemId,
    accountName: account.name,
    networkLabel: networkLabel(account.network),
    url: place.url,
    where: place.url === null ? place.remoteId : null,
    placedAt: place.placedAt,
    revisionHash: place.revisionHash,
    isOwn: account.way === "own",
    pictures: pictures.filter(({ placementId }) => placementId === place.id),
    pages: pages.filter((page) => page.placementId === place.id && page.revisionHash === place.revisionHash),
  }));
}

const factsOf = (
  { state, hash, approvedBy }: ContentToDeliver,
  placed: Placed[],
  acceptance: Acceptance | null,
): DossierFacts => ({
  state,
  revisionHash: hash,
  approvedBy,
  placements: placed.map((one) => ({
    ...one,
    pictures: one.pictures.length,
    pages: one.pages.length,
  })),
  acceptance,
});

const inForce = async (q: Queryable, agencyId: string, itemIds: string[]) =>
  new Map(
    (
      await q
        .select()
        .from(productAcceptance)
        .where(
          and(
            eq(productAcceptance.agencyId, agencyId),
            inArray(productAcceptance.itemId, itemIds),
            isNull(productAcceptance.endedAt),
          ),
        )
    ).map((one) => [one.itemId, one]),
  );

/** Everything that a product's dossier is made of. @throws NotFound where the actor does not see the text */
export async function wholeDossier(q: Queryable, actor: Actor, itemId: string) {
  const { agencyId } = actor;
  const content = (await contentToDeliver(q, actor, [itemId])).get(itemId);
  if (!content || content.publishedAt === null) throw new NotFound("Chưa có hồ sơ: bài chưa từng lên cổng.");
  const placed = await placedOf(q, agencyId, [itemId]);
  const acceptance = (await inForce(q, agencyId, [itemId])).get(itemId) ?? null;
  const authorIds = await contentAuthors(q, itemId);
  const subject = {
    ...{ agencyId, unitId: content.unitId, state: content.state, authorIds },
    acceptance: acceptance && {
      verdict: acceptance.verdict,
      isOfThisText: acceptance.revisionHash === content.hash,
    },
  };
  dossierPolicy.permit(actor, "read", subject);
  return {
    content: { ...content, publishedAt: content.publishedAt },
    placed,
    acceptance,
    subject,
    missing: missingParts(factsOf(content, placed, acceptance)),
  };
}

export async function presentDossier(q: Queryable, actor: Actor, itemId: string) {
  const { content, placed, acceptance, subject, missing } = await wholeDossier(q, actor, itemId);
  const names = await personNames(q, acceptance ? [acceptance.acceptedBy] : []);
  return {
    itemId,
    revisionId: content.revisionId,
    missing,
    placements: placed.map(({ accountName, url, where, placedAt, pictures, pages }) => ({
      ...{ accountName, url, where, placedAt },
      ...{ pictures: pictures.length, pages: pages.length },
    })),
    acceptance: acceptance && {
      ...{ verdict: acceptance.verdict, remarks: acceptance.remarks, at: acceptance.acceptedAt },
      byName: names.get(acceptance.acceptedBy) ?? "",
      isOfThisText: acceptance.revisionHash === content.hash,
    },
    may: dossierPolicy.may(actor, subject),
  };
}

/** Products published between two days, with what each still lacks. */
export async function listDossiers(
  q: Queryable,
  actor: Actor,
  { from, to, unitId }: { from: string; to: string; unitId?: string | undefined },
) {
  const { agencyId } = actor;
  const found = await contentInPeriod(q, agencyId, { from, to });
  const ids = found.filter((one) => unitId === undefined || one.unitId === unitId).map(({ id }) => id);
  const contents = await contentToDeliver(q, actor, ids);
  const placed = Map.groupBy(await placedOf(q, agencyId, ids), ({ itemId }) => itemId);
  const acceptances = await inForce(q, agencyId, ids);
  const units = await unitsOfAgency(q, agencyId, { closed: true });
  return {
    dossiers: ids.flatMap((itemId) => {
      const content = contents.get(itemId);
      if (!content || content.publishedAt === null) return [];
      const acceptance = acceptances.get(itemId) ?? null;
      const where = placed.get(itemId) ?? [];
      return [
        {
          itemId,
          title: content.title,
          kind: content.kind,
          kindLabel: content.kindLabel,
          unitName: units.find(({ id }) => id === content.unitId)?.name ?? "",
          publishedAt: content.publishedAt,
          placements: where.length,
          verdict: acceptance?.verdict ?? null,
          missing: missingParts(factsOf(content, where, acceptance)),
        },
      ];
    }),
  };
}
