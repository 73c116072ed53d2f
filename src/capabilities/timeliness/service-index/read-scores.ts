import { readTable, type TableKind } from "#platform/sheets/columns/read-table.ts";
import { cellText, cleanCell, readDay } from "#platform/sheets/columns/read-values.ts";
import { isoOfYmd } from "#platform/sheets/rows/civil-day.ts";
import { readPoints, type Score, scoreKeys, scoreLabels } from "./score.ts";

const columns = [
  { key: "entity", names: ["Đơn vị", "Cơ quan", "Tên đơn vị", "Tên cơ quan"] },
  { key: "scoredOn", names: ["Ngày", "Ngày chấm điểm", "Ngày lấy điểm", "Thời điểm", "Ngày cập nhật"] },
  { key: "total", names: ["Tổng điểm", "Tổng", "Điểm", "Tổng số điểm"] },
  { key: "transparency", names: ["Công khai, minh bạch", "Công khai minh bạch", "Công khai"] },
  {
    key: "progress",
    names: ["Tiến độ, kết quả giải quyết", "Tiến độ giải quyết", "Tiến độ, kết quả", "Tiến độ"],
  },
  { key: "digitisation", names: ["Số hóa hồ sơ", "Số hóa"] },
  { key: "online", names: ["Cung cấp dịch vụ trực tuyến", "Dịch vụ trực tuyến", "Dịch vụ công trực tuyến"] },
  { key: "satisfaction", names: ["Mức độ hài lòng", "Hài lòng"] },
  { key: "url", names: ["Đường dẫn", "Nguồn", "Link", "URL"] },
] as const;
type ScoreColumn = (typeof columns)[number]["key"];

const scoreSheet: TableKind<ScoreColumn> = {
  name: "bảng điểm",
  columns,
  heads: ["entity", "scoredOn", "total", "transparency", "progress"],
  required: ["entity", "scoredOn"],
  code: "entity",
  words: { entity: "Đơn vị", scoredOn: "Ngày" },
};

/** More rows than years of weekly scores of a province have. */
export const MOST_SCORES = 5_000;

/** Reads a table of scores; a row without a link of its own takes the one given. Throws UnreadableDocument. */
export async function readScores(
  bytes: Uint8Array,
  url: string,
): Promise<{ scores: Score[]; errors: { row: number; message: string }[] }> {
  const scores: Score[] = [];
  const errors: { row: number; message: string }[] = [];
  await readTable(scoreSheet, bytes, (row, cells, { from1904 }) => {
    const text = (key: ScoreColumn) => cleanCell(cellText(cells(key)));
    const day = readDay(cells("scoredOn"), from1904);
    const points = scoreKeys.map((key) => [key, readPoints(text(key))] as const);
    const wrong = points.filter(([, value]) => value === false).map(([key]) => scoreLabels[key]);
    const link = text("url") || url;
    const faults = [
      ...(text("entity") === "" ? ["thiếu tên đơn vị"] : []),
      ...(day === null ? ["ngày không có thật"] : []),
      ...(wrong.length > 0 ? [`${wrong.join(", ")} không phải điểm từ 0 đến 100`] : []),
      ...(points.every(([, value]) => value === null) ? ["không có điểm nào"] : []),
      ...(/^https?:\/\/\S+$/u.test(link) ? [] : ["thiếu đường dẫn nơi công bố"]),
    ];
    if (faults.length > 0) errors.push({ row, message: `Dòng ${row}: ${faults.join("; ")}.` });
    else
      scores.push({
        ...(Object.fromEntries(points) as Record<(typeof scoreKeys)[number], number | null>),
        ...{ entity: text("entity"), scoredOn: isoOfYmd(day!), url: link },
      });
  });
  return { scores, errors };
}
