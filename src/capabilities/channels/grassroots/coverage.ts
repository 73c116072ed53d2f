import { sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDateTime, startOfDay } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import { textColumn } from "#platform/sheets/list-sheets.ts";
import { playCounts } from "./plays-in-period.ts";

/** What a commune has heard in a month. */
export interface AreaCoverage {
  areaId: string;
  name: string;
  code: string;
  isDifficult: boolean;
  stations: number;
  /** Bulletins meant for it, and those of them that were heard there. */
  given: number;
  heard: number;
  /** Playings planned that are over, those of them that took place, and all plays that count. */
  due: number;
  kept: number;
  plays: number;
  doubtful: number;
  lastAt: Date | null;
}

function monthOf(month: string): { from: Date; until: Date } {
  try {
    const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
    return {
      from: startOfDay(first.toString()),
      until: startOfDay(first.add({ months: 1 }).toString()),
    };
  } catch {
    throw new Unacceptable("Tháng chưa đúng; hãy chọn lại tháng.", [
      { field: "month", message: "Chưa đúng." },
    ]);
  }
}

/** Which communes have heard what in a month of Việt Nam's calendar, difficult ones first. */
export async function coverageOf(
  q: Queryable,
  { agencyId }: Pick<Actor, "agencyId">,
  month: string,
  now = new Date(),
) {
  const { from, until } = monthOf(month);
  const { rows } = await q.execute<Record<string, string | number | boolean | null>>(sql`
    with planned as (
      select s.area_id, b.delivery_id, w.id, w.play_until < ${now} as is_over,
        exists (select 1 from play_log p where p.window_id = w.id and ${playCounts}) as took_place
      from broadcast_window w
      join broadcast b on b.id = w.broadcast_id and b.withdrawn_at is null
      join loudspeaker_station s on s.id = b.station_id
      where w.agency_id = ${agencyId} and w.play_from >= ${from} and w.play_from < ${until}
    ), told as (
      select s.area_id, b.delivery_id, p.started_at, p.doubt is null as counts
      from play_log p
      join broadcast b on b.id = p.broadcast_id
      join loudspeaker_station s on s.id = p.station_id
      where p.agency_id = ${agencyId} and p.state = 'played' and p.started_at >= ${from} and p.started_at < ${until}
    )
    select a.id, a.name, a.code, a.is_difficult,
      (select count(*) from loudspeaker_station s where s.area_id = a.id and not s.is_closed)::int as stations,
      (select count(distinct p.delivery_id) from planned p where p.area_id = a.id)::int as given,
      (select count(distinct t.delivery_id) from told t where t.area_id = a.id and t.counts)::int as heard,
      (select count(*) from planned p where p.area_id = a.id and p.is_over)::int as due,
      (select count(*) from planned p where p.area_id = a.id and p.is_over and p.took_place)::int as kept,
      (select count(*) from told t where t.area_id = a.id and t.counts)::int as plays,
      (select count(*) from told t where t.area_id = a.id and not t.counts)::int as doubtful,
      (select max(t.started_at) from told t where t.area_id = a.id and t.counts) as last_at
    from loudspeaker_area a
    where a.agency_id = ${agencyId} and (not a.is_closed or exists (select 1 from told t where t.area_id = a.id))
    order by a.is_difficult desc, a.name collate "vi-x-icu", a.id`);
  const areas = rows.map(
    (row): AreaCoverage => ({
      areaId: String(row.id),
      name: String(row.name),
      code: String(row.code),
      isDifficult: row.is_difficult === true,
      stations: Number(row.stations),
      given: Number(row.given),
      heard: Number(row.heard),
      due: Number(row.due),
      kept: Number(row.kept),
      plays: Number(row.plays),
      doubtful: Number(row.doubtful),
      lastAt: row.last_at === null ? null : new Date(String(row.last_at)),
    }),
  );
  return { month, areas, at: now };
}

/** The same as a workbook. */
export async function coverageSheet(q: Queryable, actor: Actor, month: string): Promise<Uint8Array> {
  const { areas, at } = await coverageOf(q, actor, month);
  const number = (header: string) => ({ header, width: 16, kind: "number" as const });
  return writeXlsx([
    {
      name: `Độ phủ ${month}`,
      columns: [
        textColumn("Địa bàn", 30),
        textColumn("Mã", 14),
        textColumn("Địa bàn khó khăn", 18),
        number("Đài, cụm loa"),
        number("Bản tin được giao"),
        number("Bản tin đã phát"),
        number("Buổi đã qua"),
        number("Buổi đã phát"),
        number("Lượt phát"),
        number("Lượt không tính"),
        textColumn("Phát gần nhất", 22),
      ],
      rows: areas.map((one) => [
        ...[one.name, one.code, one.isDifficult ? "Có" : "", one.stations, one.given, one.heard],
        ...[one.due, one.kept, one.plays, one.doubtful],
        one.lastAt ? formatDateTime(one.lastAt) : "Chưa phát",
      ]),
    },
    {
      name: "Cách tính",
      columns: [textColumn("Cách tính", 110)],
      rows: [
        [`Số liệu tháng ${month}, lập lúc ${formatDateTime(at)}, theo nhật ký phát mà đài, cụm loa gửi về.`],
        [
          "Chỉ tính lượt phát đúng bản, đúng giờ đã xếp và trước khi thu hồi; lượt khác ở cột “Lượt không tính”.",
        ],
        ["Phát ở loa không cho biết có bao nhiêu người nghe."],
      ],
    },
  ]);
}
