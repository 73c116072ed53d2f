import { countsColumns, type ListKind } from "#platform/sheets/list-kind.ts";
import { type ProgrammeField, programmeWords } from "./programme-fields.ts";

/** "I", "A.", "Tháng 6", "QUÝ II": what stands over several lines. */
const overOthers = /^(?:[IVXLC]{1,6}|[A-ZĐ])[.)]?(?:\s|$)|^(?:tháng|quý)\s/iu;

/** A programme as units keep it, with months or groups over several lines. */
export const programmeList: ListKind<ProgrammeField> = {
  words: programmeWords,
  heads: ["title"],
  mostLines: 1_000,
  isHeading: (row, taken) => {
    if (countsColumns(row)) return true;
    const texts = [...row.cells.values()].map(({ text }) => text).filter((text) => text !== "");
    const dated = ["first", "last"].some((field) => (taken[field as ProgrammeField]?.text ?? "") !== "");
    if (dated && texts.length > 1) return false;
    return (
      row.isBand || (texts.length > 0 && texts.length <= 2 && texts.some((text) => overOthers.test(text)))
    );
  },
};
