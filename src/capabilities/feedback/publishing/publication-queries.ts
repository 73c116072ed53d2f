import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { invalidatePages } from "#platform/http/invalidate-pages.ts";
import { findPersonalData } from "#platform/personal-data/find-personal-data.ts";
import { pairsOf } from "../suggesting/often-asked.ts";
import { feedbackConsent, feedbackPublication, feedbackPublicationPicture } from "../tables.ts";

export type Publication = typeof feedbackPublication.$inferSelect;

export async function publicationOf(
  q: Queryable,
  agencyId: string,
  feedbackId: string,
): Promise<Publication | null> {
  const [found] = await q
    .select()
    .from(feedbackPublication)
    .where(and(eq(feedbackPublication.agencyId, agencyId), eq(feedbackPublication.feedbackId, feedbackId)));
  return found ?? null;
}

export const isLive = ({ publishedAt, withdrawnAt }: Publication): boolean =>
  publishedAt !== null && withdrawnAt === null;

export const publicationPicturesOf = (q: Queryable, agencyId: string, publicationId: string) =>
  q
    .select()
    .from(feedbackPublicationPicture)
    .where(
      and(
        eq(feedbackPublicationPicture.agencyId, agencyId),
        eq(feedbackPublicationPicture.publicationId, publicationId),
      ),
    )
    .orderBy(asc(feedbackPublicationPicture.position));

const live = (agencyId: string) =>
  and(
    eq(feedbackPublication.agencyId, agencyId),
    isNotNull(feedbackPublication.publishedAt),
    isNull(feedbackPublication.withdrawnAt),
  );

/** What the public reads, newest first. */
export const livePublications = (
  q: Queryable,
  agencyId: string,
  most: number,
  from = 0,
): Promise<Publication[]> =>
  q
    .select()
    .from(feedbackPublication)
    .where(live(agencyId))
    .orderBy(desc(feedbackPublication.publishedAt), asc(feedbackPublication.id))
    .limit(most)
    .offset(from);

/** By its code; what was taken off is still known to have been there. */
export async function publicationByCode(
  q: Queryable,
  agencyId: string,
  code: string,
): Promise<Publication | null> {
  const [found] = await q
    .select()
    .from(feedbackPublication)
    .where(
      and(
        eq(feedbackPublication.agencyId, agencyId),
        eq(feedbackPublication.code, code),
        isNotNull(feedbackPublication.publishedAt),
      ),
    );
  return found ?? null;
}

/** The consent that stands: under which name, since when. */
export async function consentOf(q: Queryable, agencyId: string, feedbackId: string) {
  const [found] = await q
    .select()
    .from(feedbackConsent)
    .where(
      and(
        eq(feedbackConsent.agencyId, agencyId),
        eq(feedbackConsent.feedbackId, feedbackId),
        isNull(feedbackConsent.withdrawnAt),
      ),
    );
  return found ?? null;
}

/** What still looks like personal data in what is to become public. */
export const personalIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => findPersonalData(text).map(({ from, to }) => text.slice(from, to)))),
];

export const publicationPath = ({ code }: { code: string }): string => `/phan-anh/ket-qua/${code}`;

/** Public pages that show outcomes are rendered afresh after the commit. */
export const redrawFeedback = (q: Queryable) => invalidatePages(q, ["feedback:any"]);

const LOOKED_THROUGH = 500;
const LEAST_SHARED = 3;

/** Published answers on nearly the same matter, the nearest first. */
export async function similarPublications(
  q: Queryable,
  agencyId: string,
  words: string,
): Promise<Publication[]> {
  const asked = pairsOf(words);
  return (await livePublications(q, agencyId, LOOKED_THROUGH))
    .map((one) => ({
      one,
      shared: [...pairsOf(`${one.title}\n${one.question}`)].filter((pair) => asked.has(pair)).length,
    }))
    .filter(({ shared }) => shared >= LEAST_SHARED)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, 3)
    .map(({ one }) => one);
}
