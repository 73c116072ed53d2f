import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { type Feedback, heldFeedback } from "../feedback-queries.ts";
import { noteEvent, SENDER } from "../move-feedback.ts";
import { redrawFeedback } from "../publishing/publication-queries.ts";
import { feedbackConsent, feedbackPublication } from "../tables.ts";

/** What is shown beside the box, and kept with the consent. */
export const CONSENT_WORDS =
  "Tôi đồng ý để cơ quan ghi tên dưới đây khi công khai phản ánh và trả lời trên cổng thông tin. Tôi có thể rút lại bất cứ lúc nào tại trang này; khi đó tên được gỡ ngay.";

/** Agrees to be named, under a name of one's own choice; "": takes it back, and the name is gone at once. */
export async function setNameConsent(
  database: Database,
  { agencyId, id }: Feedback,
  shownName: string,
  at = new Date(),
): Promise<void> {
  await work(
    database,
    systemActor(agencyId, SENDER),
    async (current) => {
      const { tx } = current;
      const row = await heldFeedback(tx, agencyId, id);
      const [ended] = await tx
        .update(feedbackConsent)
        .set({ withdrawnAt: at })
        .where(and(eq(feedbackConsent.feedbackId, id), isNull(feedbackConsent.withdrawnAt)))
        .returning();
      if (shownName !== "")
        await tx.insert(feedbackConsent).values({
          ...{ id: uuidv7(), agencyId, feedbackId: id, shownName, wordsShown: CONSENT_WORDS, givenAt: at },
        });
      else if (!ended) return;
      await tx
        .update(feedbackPublication)
        .set({ senderName: shownName || null })
        .where(eq(feedbackPublication.feedbackId, id));
      const said = { act: shownName === "" ? "withdraw-name-consent" : "give-name-consent" };
      await noteEvent(current, row, { ...said, note: null, innerNote: null, tells: false });
      await current.record({ ...said, objectKind: "feedback", objectId: id });
      await redrawFeedback(tx);
    },
    { at },
  );
}
