/** What the person has said of the sheet; the rest is guessed by the server. */
export interface SheetSaid<Field extends string> {
  sheet?: string;
  headerLine?: number;
  columns?: (Field | "")[];
}

/** How a sheet was read, and what would become of its lines. */
export interface SheetTrial<Field extends string, Line extends TriedLine = TriedLine> {
  sheet: string;
  sheets: string[];
  headerLine: number;
  columns: { header: string; field: Field | null }[];
  lines: Line[];
}

export interface TriedLine {
  line: number;
  state: keyof typeof stateWords;
  errors: string[];
  notes: string[];
}

export const stateWords = {
  new: { word: "Mới", tone: "done" },
  present: { word: "Đã có", tone: "none" },
  bad: { word: "Chưa đúng", tone: "failed" },
  heading: { word: "Tiêu đề nhóm", tone: "note" },
} as const;

export const countOf = ({ lines }: { lines: TriedLine[] }, state: TriedLine["state"]): number =>
  lines.filter((line) => line.state === state).length;

/** "Chưa ghi gì. 3 người mới; …": what would become of the lines; `fresh` tells the new ones, `kept` those there. */
export function trialInWords(trial: { lines: TriedLine[] }, fresh: string, kept: string): string {
  if (trial.lines.length === 0)
    return "Dưới dòng tiêu đề không có dòng nào đọc được; hãy chọn lại trang, dòng tiêu đề hoặc cột.";
  const present = countOf(trial, "present");
  const bad = countOf(trial, "bad");
  const noted = trial.lines.filter(({ notes }) => notes.length > 0).length;
  const parts = [
    fresh,
    present ? `${present} ${kept}` : null,
    bad ? `${bad} dòng chưa đúng, bị bỏ lại nếu nhập bây giờ` : null,
    noted ? `${noted} dòng có lưu ý` : null,
  ].filter((part) => part !== null);
  return `Chưa ghi gì. ${parts.join("; ")}.`;
}

/** "A", "B", … "AA": the column as Excel names it. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}
