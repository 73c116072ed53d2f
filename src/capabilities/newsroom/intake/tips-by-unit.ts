import { sql } from "drizzle-orm";
import { agencyById, unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import type { Work } from "#platform/work/work.ts";
import { contentItem, deliverable, tip } from "../tables.ts";
import { tipPolicy } from "./policy.ts";

/** Days in Việt Nam, both included; null: no bound. */
export interface TipPeriod {
  from: string | null;
  to: string | null;
}

const none = { sent: 0, open: 0, used: 0, published: 0, declined: 0 };

/**
 * Of each unit: how many tips it sent in the period, and what became of them until now. What was merged counts as the
 * tip it was merged into; what was withdrawn counts nowhere. Units without any stand with zeros.
 */
export async function tipsByUnit(q: Queryable, actor: Actor, { from, to }: TipPeriod) {
  const { agencyId } = actor;
  tipPolicy.permit(actor, "count", { agencyId });
  if (from !== null && to !== null && from > to) {
    const message = "Ngày bắt đầu sau ngày kết thúc; hãy chọn lại.";
    throw new Unacceptable(message, [{ field: "from", message }]);
  }
  const day = sql`(t.sent_at at time zone 'Asia/Ho_Chi_Minh')::date`;
  const { rows } = await q.execute<{ unitId: string } & typeof none>(sql`
    select t.unit_id as "unitId",
      count(*)::int as sent,
      (count(*) filter (where r.state in ('sent', 'taken')))::int as open,
      (count(*) filter (where r.state = 'used'))::int as used,
      (count(*) filter (where r.state = 'used' and exists (
        select 1 from ${contentItem} i where i.published_at is not null and (i.id = r.item_id or i.id in (
          select d.item_id from ${deliverable} d where d.story_id = r.story_id)))))::int as published,
      (count(*) filter (where r.state = 'declined'))::int as declined
    from ${tip} t join ${tip} r on r.id = coalesce(t.merged_into, t.id)
    where t.agency_id = ${agencyId} and t.state <> 'withdrawn' and r.state <> 'withdrawn'
      and (${from}::date is null or ${day} >= ${from}::date)
      and (${to}::date is null or ${day} <= ${to}::date)
    group by t.unit_id`);
  const counted = new Map(rows.map((row) => [row.unitId, row]));
  const units = await unitsOfAgency(q, agencyId, { closed: true });
  const open = new Set((await unitsOfAgency(q, agencyId)).map(({ id }) => id));
  return units.flatMap(({ id, name }) => {
    const row = counted.get(id);
    return row || open.has(id) ? [{ ...none, ...row, unitId: id, unitName: name }] : [];
  });
}

const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
const number = (header: string) => ({ header, width: 14, kind: "number" as const });

/** The same as a workbook, with how it was chosen; that somebody took it along is in the audit. */
export async function exportTipsByUnit(work: Work, period: TipPeriod): Promise<Uint8Array> {
  const { tx, actor, at } = work;
  const found = await tipsByUnit(tx, actor, period);
  const agency = (await agencyById(tx, actor.agencyId))!;
  await work.record({
    act: "export-tips-by-unit",
    objectKind: "agency",
    objectId: actor.agencyId,
    after: { name: agency.name, ...period },
  });
  const day = (value: string | null) => (value === null ? "Không giới hạn" : formatDate(value));
  return writeXlsx(
    [
      {
        name: "Tin theo đơn vị",
        columns: [
          text("Đơn vị", 44),
          number("Đã gửi"),
          number("Chờ xử lý"),
          number("Đã dùng"),
          number("Đã đăng"),
          number("Không dùng"),
        ],
        rows: found.map(({ unitName, sent, open, used, published, declined }) => [
          unitName,
          sent,
          open,
          used,
          published,
          declined,
        ]),
      },
      {
        name: "Cách tính",
        columns: [text("Nội dung", 26), text("Giá trị", 70)],
        rows: [
          ["Cơ quan", agency.name],
          ["Tính đến", formatDate(toVietnamDate(at))],
          ["Gửi từ ngày", day(period.from)],
          ["Gửi đến ngày", day(period.to)],
          ["Tin gộp vào tin khác", "Tính như tin mà nó gộp vào"],
          ["Tin đã rút", "Không tính"],
          ["Đã đăng", "Đã dùng và có bài đã lên cổng"],
        ],
      },
    ],
    at.toISOString(),
  );
}
