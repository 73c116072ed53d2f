import { and, eq, isNull } from "drizzle-orm";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { type NoticeText, notify } from "../notify.ts";
import { peopleWithRole } from "../organization-queries.ts";
import { agency, rightsReview } from "../tables.ts";
import { linesOf, reviewAskedSince } from "./rights-review-queries.ts";

/** So many days before the day of a review those who have lines left are told. */
const DAYS_BEFORE = 3;

/**
 * Tells administrators that the yearly review is due, and a month later that it is overdue; and whoever has lines left
 * in an open one, before its day and after it. Each once.
 */
export async function askForReviews(database: Database, now = new Date()): Promise<void> {
  const today = toVietnamDate(now).toString();
  for (const one of await database.select().from(agency).where(eq(agency.active, true)))
    await work(
      database,
      systemActor(one.id),
      async (current) => {
        await askForOne(current, one, today);
        await chase(current, today);
      },
      { at: now },
    );
}

async function askForOne(current: Work, one: { id: string; createdAt: Date }, today: string): Promise<void> {
  const since = await reviewAskedSince(current.tx, one, today);
  if (since === null) return;
  const late = Temporal.PlainDate.from(since).add({ months: 1 }).toString() <= today;
  await notify(current, {
    personIds: await administrators(current),
    cause: `rights-review-due:${one.id}:${since}${late ? ":late" : ""}`,
    kind: "rights-review",
    title: late
      ? `Rà soát quyền năm ${since.slice(0, 4)} đã quá tháng ${Number(since.slice(5, 7))} mà chưa mở`
      : `Đến tháng rà soát quyền năm ${since.slice(0, 4)}; hãy mở đợt rà soát`,
    href: "/workspace/ra-soat-quyen",
  });
}

const administrators = async ({ tx, actor }: Work): Promise<string[]> =>
  (await peopleWithRole(tx, actor.agencyId, "administrator")).map(({ id }) => id);

async function chase(current: Work, today: string): Promise<void> {
  const { tx, actor, at } = current;
  const [review] = await tx
    .select()
    .from(rightsReview)
    .where(
      and(
        eq(rightsReview.agencyId, actor.agencyId),
        isNull(rightsReview.closedAt),
        isNull(rightsReview.cancelledAt),
      ),
    );
  if (!review) return;
  const late = review.dueOn < today;
  if (!late && Temporal.PlainDate.from(today).add({ days: DAYS_BEFORE }).toString() < review.dueOn) return;
  const left = (await linesOf(tx, review, at)).filter(({ open }) => open);
  const told: Pick<NoticeText, "kind" | "href"> = {
    kind: "rights-review",
    href: `/workspace/ra-soat-quyen/${review.id}`,
  };
  const day = formatDate(review.dueOn);
  const heads = left.flatMap(({ subject }) => subject.line!.headIds);
  await notify(current, {
    ...told,
    personIds: heads,
    cause: `rights-review:${review.id}:${late ? "late" : "soon"}`,
    title: late
      ? `Đã quá hạn rà soát quyền (${day}) mà đơn vị bạn còn người chưa rà soát`
      : `Còn người trong đơn vị bạn chưa rà soát quyền; hạn là ${day}`,
  });
  await notify(current, {
    ...told,
    personIds: (await administrators(current)).filter((id) => !heads.includes(id)),
    cause: `rights-review:${review.id}:${late ? "late" : "soon"}`,
    title:
      left.length === 0
        ? "Đợt rà soát quyền đã quyết định đủ; hãy kết thúc đợt"
        : late
          ? `Đợt rà soát quyền quá hạn (${day}), còn ${left.length} dòng chưa quyết định`
          : `Đợt rà soát quyền còn ${left.length} dòng chưa quyết định; hạn là ${day}`,
  });
}
