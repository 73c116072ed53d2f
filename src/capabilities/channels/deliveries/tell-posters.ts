import type { ContentToDeliver } from "#newsroom";
import { notify, peopleWithRole } from "#organization";
import type { Work } from "#platform/work/work.ts";

/** Tells who posts for the agency, and who wrote the text, of something about a delivery; once for each cause. */
export async function tellPosters(
  work: Work,
  content: Pick<ContentToDeliver, "agencyId" | "createdBy">,
  {
    cause,
    kind,
    title,
    deliveryId,
    besides = [],
  }: {
    cause: string;
    kind: "failure" | "delivery";
    title: string;
    deliveryId: string;
    /** Others whom it concerns. */
    besides?: string[];
  },
): Promise<void> {
  const posters = [
    ...(await peopleWithRole(work.tx, content.agencyId, "editor")),
    ...(await peopleWithRole(work.tx, content.agencyId, "office")),
  ].map(({ id }) => id);
  await notify(work, {
    personIds: [content.createdBy, ...posters, ...besides],
    cause,
    kind,
    title,
    href: `/workspace/dang-kenh/${deliveryId}`,
  });
}
