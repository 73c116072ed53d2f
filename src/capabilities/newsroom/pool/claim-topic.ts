import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { topicClaim } from "../tables.ts";
import { poolPolicy } from "./policy.ts";

interface Topic {
  title: string;
  words: string | null;
  /** YYYY-MM-DD. */
  plannedOn: string;
  contact: string;
}

/** Says to the other agencies what is being worked on: these words alone, never a draft's text. */
export async function claimTopic(work: Work, topic: Topic): Promise<void> {
  const { tx, actor, at } = work;
  poolPolicy.permit(actor, "claim", { agencyId: actor.agencyId });
  if (topic.plannedOn < toVietnamDate(at).toString()) {
    const message = "Ngày dự kiến đăng đã qua; hãy chọn ngày khác.";
    throw new Unacceptable(message, [{ field: "plannedOn", message }]);
  }
  const id = uuidv7();
  await tx
    .insert(topicClaim)
    .values({ id, agencyId: actor.agencyId, ...topic, madeBy: actor.personId, madeAt: at });
  await work.record({ act: "claim-topic", objectKind: "topic-claim", objectId: id, after: topic });
}
