import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { networkLabel, networkOf } from "../networks/index.ts";
import { figureReading } from "../tables.ts";
import { definitionsOf, type SaidBySource } from "./definition-of.ts";
import { figureSubject, placedDelivery, type Reading, readingsOf } from "./figure-queries.ts";
import { type Metric, metricWords } from "./metric.ts";
import { momentOfDay } from "./moment-of-day.ts";
import { figurePolicy } from "./policy.ts";

export interface TypedFigures {
  /** The delivery. */
  id: string;
  /** The day on which the network showed this, in Việt Nam. */
  day: string;
  values: { metric: Metric; value: number }[];
  /** On what it rests that opened mails may be counted. */
  consent: string | null;
}

const AGAIN = "Ghi lại sau khi đã bỏ số trước.";

/** What somebody who looked and typed means by a number. */
export const typedBy = (network: string, metric: Metric): SaidBySource => ({
  ...{ network, metric, source: "person" },
  name: "Ghi tay",
  words: `Số “${metricWords[metric].label.toLowerCase()}” mà ${networkLabel(network)} hiển thị cho người quản trị, do người xem đọc và ghi lại.`,
});

/** The reading that now speaks for what one said first. */
function headOf(readings: Reading[], first: Reading): Reading {
  let head = first;
  for (;;) {
    const next = readings.find(({ supersedes }) => supersedes === head.id);
    if (!next) return head;
    head = next;
  }
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

function demandDay(day: string, placedAt: Date, at: Date): void {
  if (day > toVietnamDate(at).toString()) refuse("day", "Ngày xem số không thể ở tương lai.");
  if (day < toVietnamDate(placedAt).toString()) refuse("day", "Ngày xem số trước ngày bài lên kênh.");
}

/**
 * Somebody has looked at what the network shows and types it, with the day. The same said twice is one; another number
 * of the same day that is over is put right where it stands, with a reason.
 */
export async function recordFigures(work: Work, { id, day, values, consent }: TypedFigures): Promise<void> {
  const { tx, actor, at } = work;
  const found = await placedDelivery(tx, actor, id, { lock: true });
  figurePolicy.permit(actor, "record", figureSubject(found));
  const place = found.place!;
  const { network } = found.whole.account;
  const countable: readonly Metric[] = networkOf(network)?.figures ?? [];
  demandDay(day, place.placedAt, at);
  if (new Set(values.map(({ metric }) => metric)).size < values.length)
    refuse("values", "Một loại số được ghi hai lần.");
  const known = await readingsOf(tx, place.id);
  const takenAt = momentOfDay(day, at);
  const dayOnly = takenAt !== at;
  const definitionOf = await definitionsOf(
    work,
    values.map(({ metric }) => typedBy(network, metric)),
  );
  const rows: (typeof figureReading.$inferInsert)[] = [];
  for (const { metric, value } of values) {
    const { label } = metricWords[metric];
    if (!countable.includes(metric))
      refuse(metric, `${networkLabel(network)} không có số “${label.toLowerCase()}”.`);
    if (metric === "mail-opens" && !consent?.trim())
      refuse("consent", "Hãy ghi căn cứ người nhận đã đồng ý cho đếm lượt mở thư.");
    const own = known.filter((one) => one.metric === metric && one.source === "person");
    const first = own.find(
      (one) =>
        one.supersedes === null &&
        (dayOnly
          ? one.takenAt.getTime() === takenAt.getTime()
          : toVietnamDate(one.takenAt).toString() === day && headOf(known, one).value === value),
    );
    const head = first && headOf(known, first);
    if (head?.value === value) continue;
    if (head && head.value !== null)
      throw new Conflict(
        `${label} của ngày này đã ghi là ${head.value.toLocaleString("vi-VN")}; chưa có gì thay đổi.`,
        { advice: "Nếu số ấy sai, hãy bấm Sửa ở dòng của nó và ghi lý do." },
      );
    rows.push({
      ...{ id: uuidv7(), agencyId: actor.agencyId, placementId: place.id, metric, value, takenAt, dayOnly },
      source: "person",
      definitionId: definitionOf(typedBy(network, metric)),
      recordedBy: actor.personId,
      recordedAt: at,
      consent: metric === "mail-opens" ? consent!.trim() : null,
      ...(head && { supersedes: head.id, reason: AGAIN }),
    });
  }
  if (rows.length === 0) return;
  await tx.insert(figureReading).values(rows);
  await work.record({
    act: "record-figures",
    objectKind: "delivery",
    objectId: id,
    after: { day, ...Object.fromEntries(rows.map(({ metric, value }) => [metric, value])) },
  });
}
