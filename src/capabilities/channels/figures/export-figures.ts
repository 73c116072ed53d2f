import { inArray } from "drizzle-orm";
import { agencyById, unitsOfAgency } from "#organization";
import { formatDate, formatDateTime, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import type { Work } from "#platform/work/work.ts";
import { networkLabel } from "../networks/index.ts";
import { figureDefinition } from "../tables.ts";
import { type BoardQuestion, figuresOfBoard } from "./board-places.ts";
import { figureBoard } from "./figure-board.ts";
import { groupingLabels } from "./grouping.ts";
import { metricWords, sourceLabels } from "./metric.ts";

const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
const number = (header: string, width = 14) => ({ header, width, kind: "number" as const });
const date = (header: string) => ({ header, width: 14, kind: "date" as const });

/**
 * The board as a workbook: what adds up and of how many it is known, every number with its day and source, what the
 * sources mean, and how it was chosen. That somebody took it along is in the audit.
 */
export async function exportFigures(work: Work, question: BoardQuestion): Promise<Uint8Array> {
  const { tx, actor, at } = work;
  const { metrics, groups, total, parts, placements } = await figureBoard(tx, actor, question, { now: at });
  const figures = await figuresOfBoard(tx, parts, at);
  const agency = (await agencyById(tx, actor.agencyId))!;
  const units = new Map(
    (await unitsOfAgency(tx, actor.agencyId, { closed: true })).map(({ id, name }) => [id, name]),
  );
  const used = [...new Set(figures.map(({ definitionId }) => definitionId))];
  const definitions = new Map(
    (used.length === 0
      ? []
      : await tx.select().from(figureDefinition).where(inArray(figureDefinition.id, used))
    ).map((row) => [row.id, row]),
  );
  await work.record({
    act: "export-figures",
    objectKind: "agency",
    objectId: actor.agencyId,
    after: { name: agency.name },
  });
  const { by, from, to, network, unitId } = question;
  const cellsOf = (cells: (typeof groups)[number]["cells"]) =>
    cells.flatMap(({ sum, known, of }) => [sum, known, of]);
  return writeXlsx(
    [
      {
        name: "Tổng hợp",
        columns: [
          text(groupingLabels[by], 50),
          number("Lượt đăng"),
          ...metrics.flatMap((metric) => {
            const { label } = metricWords[metric];
            const unit = metric === "watch-seconds" ? " (giây)" : "";
            return [
              number(`${label}${unit}`),
              number(`${label}: có số`),
              number(`${label}: trên số lượt đăng`),
            ];
          }),
        ],
        rows: [
          ...groups.map((group) => [group.label, group.placements, ...cellsOf(group.cells)]),
          ["Tất cả, mỗi lượt đăng một lần", placements, ...cellsOf(total)],
        ],
      },
      {
        name: "Từng số",
        columns: [
          text("Bài", 50),
          text("Đơn vị", 30),
          text("Kênh", 16),
          text("Tài khoản", 34),
          { header: "Địa chỉ", width: 40, kind: "url" },
          date("Ngày đăng"),
          text("Loại số", 18),
          number("Số"),
          text("Xem số lúc", 20),
          text("Nguồn", 14),
          text("Tên ở nguồn", 30),
          number("Bản định nghĩa", 10),
          text("Ghi chú", 12),
        ],
        rows: figures.map((one) => {
          const definition = definitions.get(one.definitionId);
          return [
            one.title,
            units.get(one.unitId),
            networkLabel(one.network),
            one.accountName,
            one.url,
            toVietnamDate(one.placedAt).toString(),
            metricWords[one.metric].label,
            one.value,
            one.dayOnly ? formatDate(toVietnamDate(one.takenAt)) : formatDateTime(one.takenAt),
            sourceLabels[one.source],
            definition?.name,
            definition?.version,
            one.isStale ? "Số cũ" : "",
          ];
        }),
      },
      {
        name: "Định nghĩa của nguồn",
        columns: [
          text("Kênh", 16),
          text("Loại số", 18),
          text("Nguồn", 14),
          text("Tên ở nguồn", 34),
          number("Bản", 8),
          text("Dùng từ", 18),
          text("Nguồn hiểu là", 80),
        ],
        rows: [...definitions.values()].map(
          ({ network: of, metric, source, name, version, since, words }) => [
            networkLabel(of),
            metricWords[metric].label,
            sourceLabels[source],
            name,
            version,
            formatDateTime(since),
            words,
          ],
        ),
      },
      {
        name: "Cách chọn và cách tính",
        columns: [text("Nội dung", 26), text("Giá trị", 90)],
        rows: [
          ["Cơ quan", agency.name],
          ["Đăng từ ngày", formatDate(from)],
          ["Đăng đến ngày", formatDate(to)],
          ["Kênh", network ? networkLabel(network) : "Tất cả, trừ cổng của cơ quan"],
          ["Đơn vị", unitId ? (units.get(unitId) ?? "Không rõ") : "Tất cả"],
          ["Gộp theo", groupingLabels[by]],
          ["Lấy số liệu lúc", formatDateTime(at)],
          [
            "Cách tính",
            "Mỗi lượt đăng lấy số mới nhất còn hiệu lực rồi cộng lại. “Có số” là số lượt đăng đã biết, “trên số lượt đăng” là số lượt có thể biết; ô trống là chưa rõ, không phải 0. Bài có nhiều chủ đề, nhiều mục được tính ở từng nơi.",
          ],
          ...metrics.flatMap((metric) => {
            const { label, adding } = metricWords[metric];
            return adding ? [[label, `Cách cộng: ${adding}.`]] : [];
          }),
          ["Cổng của cơ quan", "Không đếm người xem nên không có số liệu."],
        ],
      },
    ],
    at.toISOString(),
  );
}
