import type { PortalCall } from "#platform/http/portal-page.ts";
import { averageDays, publicationsOf, type TimelinessPublication, timelinessTag } from "../published.ts";
import type { Dataset } from "./dataset.ts";

type Figures = TimelinessPublication["figures"];

interface Row {
  one: TimelinessPublication;
  /** The whole agency, or one unit. */
  who: string;
  figures: Figures["totals"];
}

/** Of each period what stands now, the newest period first: the agency as a whole, then its units. */
async function rowsOf({ database, agency }: PortalCall): Promise<Row[]> {
  const all = await publicationsOf(database, agency.id);
  const standing = all.filter(
    ({ period, version }) => !all.some((one) => one.period === period && one.version > version),
  );
  return standing
    .toSorted((a, b) => (a.figures.from < b.figures.from ? 1 : -1))
    .flatMap((one) => [
      { one, who: "Cả cơ quan", figures: one.figures.totals },
      ...one.figures.units.map((unit) => ({ one, who: unit.label, figures: unit })),
    ]);
}

const counts = [
  ["received", "Tổng số tiếp nhận"],
  ["resolved", "Đã giải quyết"],
  ["early", "Trước hạn"],
  ["onTime", "Đúng hạn"],
  ["late", "Quá hạn"],
  ["inProgressOverdue", "Đang giải quyết, quá hạn"],
] as const;

const shares = [
  ["online", "Nộp trực tuyến"],
  ["ePayment", "Thanh toán trực tuyến"],
  ["eResult", "Kết quả điện tử"],
  ["digitised", "Số hóa thành phần hồ sơ"],
  ["circulated", "Luân chuyển điện tử"],
] as const;

const latest = (rows: Row[], of: (figures: Figures) => string) =>
  rows.map(({ one }) => of(one.figures)).toSorted();

/** The figures of timeliness that were made public, as they were frozen; shares as what is divided by what. */
export const timelinessDataset: Dataset<Row> = {
  slug: "tien-do-ho-so",
  title: "Tiến độ giải quyết hồ sơ thủ tục hành chính",
  about:
    "Theo kỳ đã công khai và đơn vị: số tiếp nhận, giải quyết, trước hạn, đúng hạn, quá hạn; tử số, mẫu số của từng tỷ lệ.",
  tags: () => [timelinessTag],
  rows: rowsOf,
  definition: (rows) => [...new Set(rows.flatMap(({ one }) => one.figures.method))],
  period: (rows) =>
    rows.length === 0
      ? null
      : {
          from: latest(rows, ({ from }) => from)[0]!,
          until: latest(rows, ({ until }) => until).at(-1)!,
          published: new Date(Math.max(...rows.map(({ one }) => one.publishedAt.getTime()))),
        },
  columns: [
    { key: "period", head: "Kỳ", value: ({ one }) => one.figures.label },
    { key: "from", head: "Từ ngày", value: ({ one }) => one.figures.from },
    { key: "until", head: "Đến hết ngày", value: ({ one }) => one.figures.until },
    { key: "version", head: "Lần công khai", value: ({ one }) => one.version },
    { key: "published", head: "Công khai lúc", value: ({ one }) => one.publishedAt },
    { key: "unit", head: "Đơn vị", value: ({ who }) => who },
    ...counts.map(([key, head]) => ({ key, head, value: ({ figures }: Row) => figures[key] })),
    ...shares.flatMap(([key, head]) => [
      {
        key: `${key}Numerator`,
        head: `${head} (tử số)`,
        value: ({ figures }: Row) => figures[key].numerator,
      },
      {
        key: `${key}Denominator`,
        head: `${head} (mẫu số)`,
        value: ({ figures }: Row) => figures[key].denominator,
      },
    ]),
    {
      key: "averageWorkingDays",
      head: "Ngày làm việc bình quân",
      value: ({ figures }) => averageDays(figures),
    },
    {
      key: "url",
      head: "Địa chỉ",
      value: ({ one }, { origin }) => `${origin}/tien-do-ho-so/${one.period}`,
    },
  ],
};
