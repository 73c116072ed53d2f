import { and, eq, sql } from "drizzle-orm";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { pageOf } from "../pages/page-queries.ts";
import { sitePolicy } from "../policy.ts";
import { linkedAddress, pageLink } from "../tables.ts";

/** Lets a link that does not work stand as it is, with the reason, until it has worked again. @throws NotFound, Unacceptable */
export async function settleLink(
  work: Work,
  { id, address, reason }: { id: string; address: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const page = await pageOf(tx, actor, id);
  sitePolicy.permit(actor, "pages", { agencyId: page.agencyId });
  const [link] = await tx
    .select({ state: linkedAddress.state })
    .from(pageLink)
    .innerJoin(
      linkedAddress,
      and(eq(linkedAddress.agencyId, pageLink.agencyId), eq(linkedAddress.address, pageLink.address)),
    )
    .where(and(eq(pageLink.pageId, id), eq(pageLink.address, address)))
    .for("update");
  if (!link) throw new NotFound("Trang này không còn liên kết đó.");
  if (link.state !== "broken") throw new Unacceptable("Liên kết này không còn hỏng; không cần ghi gì.", []);
  await tx
    .update(pageLink)
    .set({
      // As the database holds it, to the microsecond.
      settledFor: sql`(select ${linkedAddress.failingSince} from ${linkedAddress}
        where ${linkedAddress.agencyId} = ${page.agencyId} and ${linkedAddress.address} = ${address})`,
      ...{ settledReason: reason, settledAt: at },
      ...{ settledBy: actor.personId, settledByName: actor.name },
    })
    .where(and(eq(pageLink.pageId, id), eq(pageLink.address, address)));
  await work.record({
    act: "settle-link",
    objectKind: "public-page",
    objectId: id,
    after: { path: page.path, address },
    reason,
  });
}
