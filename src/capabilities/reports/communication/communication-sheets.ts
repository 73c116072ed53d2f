import { formatDate, formatDateTime, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { printedAddress } from "#platform/http/portal-address.ts";
import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import type { Chain } from "../chain.ts";
import type { Figure } from "../figure.ts";
import type { ChainCommunication } from "./communication.ts";
import { enquiryInWords } from "./communication-rows.ts";

const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
const number = (header: string) => ({ header, width: 14, kind: "number" as const });
const date = (header: string) => ({ header, width: 12, kind: "date" as const });

/** Every placement with each of its numbers: the rows behind what is added up. */
function placements({ placements: rows, measures }: ChainCommunication): Sheet {
  const labels = new Map(measures.map(({ metric, label }) => [metric, label]));
  return {
    name: "Lượt đăng và số liệu",
    columns: [
      text("Bài", 50),
      text("Loại", 16),
      text("Kênh", 18),
      text("Tài khoản", 34),
      { header: "Địa chỉ", width: 40, kind: "url" },
      date("Ngày đăng"),
      date("Ngày gỡ"),
      ...[...labels].map(([metric, label]) => number(metric === "watch-seconds" ? `${label} (giây)` : label)),
      text("Xem số", 44),
      text("Số liệu cũ", 24),
    ],
    rows: rows.map((place) => [
      ...[place.title, place.kindLabel, place.networkLabel, place.accountName],
      place.url === null ? null : printedAddress(place.url),
      toVietnamDate(place.placedAt).toString(),
      place.takenDownAt === null ? null : toVietnamDate(place.takenDownAt).toString(),
      ...[...labels.keys()].map(
        (metric) => place.figures.find((one) => one.metric === metric)?.value ?? null,
      ),
      [
        ...new Set(
          place.figures.map(({ takenAt, dayOnly }) =>
            dayOnly ? formatDate(toVietnamDate(takenAt)) : formatDateTime(takenAt),
          ),
        ),
      ].join("\n"),
      place.figures
        .filter(({ isStale }) => isStale)
        .map(({ metric }) => labels.get(metric))
        .join("\n"),
    ]),
  };
}

/** Sheets of the channels and the press; none where the report was frozen before they were kept. */
export function communicationSheets({ communication }: Chain, figures: Figure[]): Sheet[] {
  if (communication === undefined) return [];
  return [
    placements(communication),
    {
      name: "Cách đếm của nguồn",
      columns: [
        text("Kênh, loại số", 34),
        number("Số"),
        text("Đơn vị tính", 20),
        number("Lượt đăng có số"),
        number("Trên số lượt đăng"),
        number("Số liệu cũ"),
        date("Xem từ ngày"),
        date("Đến ngày"),
        text("Nguồn", 34),
        number("Cách đếm thứ"),
        text("Nguồn hiểu là", 70),
        text("Khi cộng", 40),
      ],
      rows: figures.flatMap(({ label, numerator, unit, source, measured }) =>
        measured
          ? [
              [
                ...[label, numerator, unit, measured.known, measured.of, measured.stale],
                toVietnamDate(measured.oldestAt).toString(),
                toVietnamDate(measured.newestAt).toString(),
                ...[source, measured.definition.version, measured.definition.words, measured.adding],
              ],
            ]
          : [],
      ),
    },
    {
      name: "Yêu cầu của báo chí",
      columns: [
        text("Cơ quan báo chí", 34),
        text("Nhận lúc", 20),
        text("Hạn trả lời", 20),
        text("Kết quả", 50),
      ],
      rows: communication.press.enquiries.map((one) => [
        ...[one.outletName, formatDateTime(one.receivedAt), formatDateTime(one.dueAt), enquiryInWords(one)],
      ]),
    },
    ...(communication.press.pickups === undefined
      ? []
      : [
          {
            name: "Tin báo chí dùng lại",
            columns: [
              text("Cơ quan báo chí", 34),
              text("Ngày đăng", 14),
              text("Tên tin trên báo", 60),
              text("Mức dùng lại", 20),
              text("Địa chỉ", 60),
            ],
            rows: communication.press.pickups.map((one) => [
              ...[one.outletName, formatDate(one.publishedOn), one.title, one.kindLabel, one.url ?? ""],
            ]),
          },
        ]),
  ];
}
