import { and, eq, isNull } from "drizzle-orm";
import { isPersonOfAgency } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { clean } from "../clean-words.ts";
import { commendationConsent } from "../tables.ts";
import type { ConsentWay } from "./commendation.ts";
import { commendationOf } from "./commendation-queries.ts";
import { commendationPolicy } from "./policy.ts";

interface GivenConsent {
  id: string;
  /** Null: the caller. */
  askedById: string | null;
  /** YYYY-MM-DD. */
  askedOn: string;
  how: ConsentWay;
  keptAt: string | null;
  coversPicture: boolean;
  channels: string[];
}

/** Keeps that a person agreed to be named: who asked, when, how, where it is kept, on which channels, with picture or not. */
export async function recordConsent(
  work: Work,
  { id, askedById, askedOn, how, keptAt, coversPicture, channels }: GivenConsent,
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  commendationPolicy.permit(actor, "consent", await commendationOf(tx, actor, id, { lock: true }));
  const asked = askedById ?? personId;
  const kept = keptAt && (clean(keptAt) || null);
  const issues = [
    ...(channels.length === 0 ? [{ field: "channels", message: "Hãy chọn ít nhất một kênh." }] : []),
    ...(askedOn > toVietnamDate(at).toString()
      ? [{ field: "askedOn", message: "Ngày hỏi ở tương lai." }]
      : []),
    ...(how !== "spoken" && !kept ? [{ field: "keptAt", message: "Hãy ghi nơi lưu." }] : []),
    ...((await isPersonOfAgency(tx, agencyId, asked))
      ? []
      : [{ field: "askedById", message: "Không có người này trong cơ quan." }]),
  ];
  if (issues[0]) throw new Unacceptable(issues[0].message, issues);
  const inForce = and(eq(commendationConsent.commendationId, id), isNull(commendationConsent.withdrawnAt));
  if ((await tx.$count(commendationConsent, inForce)) > 0)
    throw new Conflict("Đã có sự đồng ý đang hiệu lực; muốn đổi phạm vi thì rút rồi ghi lại.");
  const consent = {
    askedBy: asked,
    askedOn,
    how,
    keptAt: kept,
    coversPicture,
    channels: [...new Set(channels)],
  };
  await tx.insert(commendationConsent).values({
    id: uuidv7(),
    agencyId,
    commendationId: id,
    ...consent,
    notedBy: personId,
    notedAt: at,
  });
  await work.record({ act: "record-consent", objectKind: "commendation", objectId: id, after: consent });
}
