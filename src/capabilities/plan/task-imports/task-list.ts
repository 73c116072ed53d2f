import { countsColumns, type ListKind } from "#platform/sheets/list-kind.ts";
import { type TaskSheetField, taskSheetWords } from "./task-sheet-fields.ts";

const marks = (text: string) => /^([IVXLC]{1,6}|[A-ZĐ])[.)]?$/u.test(text);

/** Tasks as people list them, with "II | Nhóm nhiệm vụ …" over several. */
export const taskList: ListKind<TaskSheetField> = {
  words: taskSheetWords,
  heads: ["title"],
  mostLines: 2_000,
  isHeading: (row, taken) => {
    if (countsColumns(row)) return true;
    const texts = [...row.cells.values()].map(({ text }) => text).filter((text) => text !== "");
    const alone = Object.entries(taken).every(
      ([field, cell]) => field === "title" || field === "clause" || cell.text === "",
    );
    return alone && (row.isBand || (texts.length <= 2 && texts.some(marks)));
  },
};
