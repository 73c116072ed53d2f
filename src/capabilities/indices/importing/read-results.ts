import { readTable, type TableKind } from "#platform/sheets/columns/read-table.ts";
import { cellText, cleanCell, isFault, readDay, readYes } from "#platform/sheets/columns/read-values.ts";
import { isoOfYmd } from "#platform/sheets/rows/civil-day.ts";

const columns = [
  { key: "index", names: ["Chỉ số", "Tên chỉ số", "Tên gọi tắt"] },
  { key: "entity", names: ["Đơn vị", "Tỉnh", "Tỉnh, thành phố", "Địa phương", "Đơn vị được xếp hạng"] },
  { key: "edition", names: ["Năm", "Năm đánh giá", "Năm đo"] },
  { key: "component", names: ["Thành phần", "Chỉ số thành phần", "Trục nội dung", "Nội dung"] },
  { key: "score", names: ["Điểm", "Điểm số", "Kết quả", "Tỷ lệ", "Giá trị"] },
  { key: "rank", names: ["Hạng", "Xếp hạng", "Thứ hạng", "Vị trí"] },
  { key: "ranked", names: ["Trên tổng số", "Tổng số đơn vị", "Số đơn vị xếp hạng"] },
  { key: "publishedOn", names: ["Ngày công bố", "Công bố ngày"] },
  { key: "source", names: ["Nguồn", "Nguồn số liệu", "Văn bản"] },
  { key: "url", names: ["Đường dẫn", "Liên kết", "Link", "URL"] },
  { key: "isCertain", names: ["Chắc chắn", "Đã đối chiếu"] },
  { key: "note", names: ["Ghi chú"] },
] as const;
type ResultColumn = (typeof columns)[number]["key"];

const resultSheet: TableKind<ResultColumn> = {
  name: "bảng kết quả chỉ số",
  columns,
  heads: ["index", "entity", "edition", "score", "rank"],
  required: ["index", "entity", "edition"],
  code: "index",
  words: { index: "Chỉ số", entity: "Đơn vị", edition: "Năm" },
};

/** More than all provinces' results of an index with its components in one year. */
export const MOST_RESULTS = 2_000;

/** A row as it is written; "" where nothing is. */
export interface WrittenResult {
  /** The number of the row in the sheet. */
  line: number;
  index: string;
  entity: string;
  edition: string;
  component: string;
  score: string;
  rank: string;
  ranked: string;
  /** Null: empty. False: no day. */
  publishedOn: string | null | false;
  source: string;
  url: string;
  isCertain: boolean;
  note: string;
  /** Heads of the cells in which the spreadsheet itself has an error, such as #REF!. */
  faults: string[];
}

/** Reads a sheet of results (.xlsx, .xls, .csv, .json) as it is written. @throws UnreadableDocument */
export async function readResults(bytes: Uint8Array): Promise<WrittenResult[]> {
  const written: WrittenResult[] = [];
  await readTable(resultSheet, bytes, (line, cells, { from1904 }) => {
    const text = (key: ResultColumn) => cleanCell(cellText(cells(key)));
    const day = readDay(cells("publishedOn"), from1904);
    written.push({
      ...{ line, index: text("index"), entity: text("entity"), edition: text("edition") },
      ...{ component: text("component"), score: text("score"), rank: text("rank"), ranked: text("ranked") },
      publishedOn: text("publishedOn") === "" ? null : day !== null && isoOfYmd(day),
      ...{ source: text("source"), url: text("url"), note: text("note") },
      isCertain: readYes(cells("isCertain")) !== false,
      faults: columns.filter(({ key }) => isFault(cells(key))).map(({ names }) => names[0]),
    });
  });
  return written;
}
