import { and, eq, ne } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { listeningSource } from "../tables.ts";
import { keepItems } from "./keep-items.ts";
import { sourcePolicy } from "./policy.ts";
import { keyOfAddress, nextAsk, type SourceKind } from "./source.ts";
import { sourceOf } from "./source-queries.ts";
import type { TriedSource } from "./try-source.ts";

export interface SourceFields {
  id: string;
  name: string;
  kind: SourceKind;
  /** Read a moment ago. */
  tried: TriedSource;
}

const TWIN = "Cơ quan đã theo dõi nguồn tin này.";
const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "url", message }]);
};

const readNow = (at: Date, { url, etag, lastModified }: TriedSource) => ({
  ...{ url, urlKey: keyOfAddress(url), etag, lastModified, fetchedAt: at, nextAt: nextAsk(at, 0, null) },
  ...{ failures: 0, failingSince: null, failureWords: null },
});

/** Begins to follow a feed that was read just now; what it holds is there at once. Sent again it is the same one. */
export async function addSource(work: Work, { id, name, kind, tried }: SourceFields): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  sourcePolicy.permit(actor, "add", { agencyId });
  const [made] = await tx
    .insert(listeningSource)
    .values({ ...{ id, agencyId, name, kind }, ...readNow(at, tried), madeBy: actor.personId, madeAt: at })
    .onConflictDoNothing()
    .returning();
  if (!made) {
    const [twin] = await tx
      .select({ id: listeningSource.id })
      .from(listeningSource)
      .where(
        and(eq(listeningSource.agencyId, agencyId), eq(listeningSource.urlKey, keyOfAddress(tried.url))),
      );
    if (twin?.id === id) return;
    return refuse(TWIN);
  }
  await keepItems(work, id, tried.feed?.items ?? []);
  await work.record({
    ...{ act: "add-listening-source", objectKind: "listening-source", objectId: id },
    after: { name, kind, url: tried.url },
  });
}

/** Changes what a feed is called and where it is read, tried anew; what it brought stays. */
export async function changeSource(work: Work, { id, name, kind, tried }: SourceFields): Promise<void> {
  const { tx, actor, at } = work;
  const before = sourcePolicy.permit(actor, "change", await sourceOf(tx, actor.agencyId, id));
  const [twin] = await tx
    .select({ id: listeningSource.id })
    .from(listeningSource)
    .where(
      and(
        eq(listeningSource.agencyId, actor.agencyId),
        eq(listeningSource.urlKey, keyOfAddress(tried.url)),
        ne(listeningSource.id, id),
      ),
    );
  if (twin) refuse(TWIN);
  await tx
    .update(listeningSource)
    .set({ name, kind, ...readNow(at, tried) })
    .where(eq(listeningSource.id, id));
  await keepItems(work, id, tried.feed?.items ?? []);
  await work.record({
    ...{ act: "change-listening-source", objectKind: "listening-source", objectId: id },
    before: { name: before.name, kind: before.kind, url: before.url },
    after: { name, kind, url: tried.url },
  });
}
