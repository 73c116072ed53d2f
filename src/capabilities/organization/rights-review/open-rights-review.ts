import { and, eq, isNull } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { notify } from "../notify.ts";
import { agency, rightsReview, rightsReviewLine } from "../tables.ts";
import { rightsOn } from "./list-rights.ts";
import { rightsReviewPolicy } from "./policy.ts";
import { linesOf } from "./rights-review-queries.ts";

/** How far back the day of the list may lie: older ones are no longer what people have today. */
const MOST_DAYS_BACK = 90;

/**
 * Opens a review of the agency's rights: the list as of a day is frozen, and the heads who answer for a part of it are
 * told. One at a time. Gives its id. @throws Unacceptable, Conflict
 */
export async function openRightsReview(
  work: Work,
  { basis, asOf, dueOn }: { basis: string; asOf: string; dueOn: string },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId } = rightsReviewPolicy.permit(actor, "open", { agencyId: actor.agencyId });
  const today = toVietnamDate(at).toString();
  const issues = [
    ...(asOf > today
      ? [{ field: "asOf", message: "Ngày chốt danh sách không được ở sau hôm nay." }]
      : asOf < Temporal.PlainDate.from(today).subtract({ days: MOST_DAYS_BACK }).toString()
        ? [{ field: "asOf", message: `Ngày chốt danh sách không cũ quá ${MOST_DAYS_BACK} ngày.` }]
        : []),
    ...(dueOn < today ? [{ field: "dueOn", message: "Hạn rà soát không được ở trước hôm nay." }] : []),
  ];
  if (issues.length > 0) throw new Unacceptable(issues[0]!.message, issues);
  await tx.select({ id: agency.id }).from(agency).where(eq(agency.id, agencyId)).for("update");
  const opened = await tx.$count(
    rightsReview,
    and(eq(rightsReview.agencyId, agencyId), isNull(rightsReview.closedAt), isNull(rightsReview.cancelledAt)),
  );
  if (opened > 0) throw new Conflict("Đang có một đợt rà soát chưa kết thúc; hãy kết thúc đợt đó trước.");
  const rights = await rightsOn(tx, actor, asOf);
  if (rights.length === 0)
    throw new Conflict(`Ngày ${formatDate(asOf)} chưa có ai được phân công, không có gì để rà soát.`);
  const id = uuidv7();
  const [review] = await tx
    .insert(rightsReview)
    .values({ id, agencyId, basis, asOf, dueOn, openedBy: actor.personId, openedAt: at })
    .returning();
  await tx
    .insert(rightsReviewLine)
    .values(rights.map((line, position) => ({ ...line, id: uuidv7(), reviewId: id, position })));
  await work.record({
    act: "open-rights-review",
    objectKind: "rights-review",
    objectId: id,
    after: { basis, asOf, dueOn, lines: rights.length },
  });
  const heads = (await linesOf(tx, review!, at)).flatMap(({ subject }) => subject.line!.headIds);
  await notify(work, {
    personIds: heads,
    cause: `rights-review:${id}:opened`,
    kind: "rights-review",
    title: `Hãy rà soát quyền của người trong đơn vị bạn trước hết ngày ${formatDate(dueOn)}`,
    href: `/workspace/ra-soat-quyen/${id}`,
  });
  return id;
}
