import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import type { Feedback } from "../feedback-queries.ts";
import { SENDER } from "../move-feedback.ts";
import { addPictures, usablePictures } from "./add-pictures.ts";
import { type NewFeedback, receiveFeedback } from "./receive-feedback.ts";

export type SentFeedback = Omit<NewFeedback, "source" | "officialCode" | "receivedAt"> & { agencyId: string };

/** What a citizen sends on the portal. A picture that cannot be kept does not keep the words from being taken. */
export async function sendFeedback(
  database: Database,
  { agencyId, ...given }: SentFeedback,
  files: readonly File[],
  at = new Date(),
): Promise<{ row: Feedback; refused: string[] }> {
  const { pictures, refused } = await usablePictures(files);
  return work(
    database,
    systemActor(agencyId, SENDER),
    async (current) => {
      const { row, isNew } = await receiveFeedback(current, {
        ...given,
        ...{ source: "portal", officialCode: null, receivedAt: at },
      });
      if (isNew) await addPictures(current, row, pictures);
      return { row, refused };
    },
    { at },
  );
}
