import type { SheetCell, SheetRow } from "#platform/official-document/read/read-xlsx.ts";
import type { ListWords } from "./list-fields.ts";

export type Cells<Field extends string> = Partial<Record<Field, SheetCell>>;

/** A list that people keep in a spreadsheet. */
export interface ListKind<Field extends string> {
  words: ListWords<Field>;
  /** The row with the heads names one of these. */
  heads: readonly Field[];
  mostLines: number;
  /** A row that stands over others and is no line of the list. */
  isHeading: (row: SheetRow, cells: Cells<Field>) => boolean;
}

const counts = (text: string) => /^\(?\d{1,2}\)?$/.test(text);

/** "(1) (2) (3)" under the heads. */
export const countsColumns = ({ cells }: SheetRow): boolean => {
  const texts = [...cells.values()].map(({ text }) => text).filter((text) => text !== "");
  return texts.length > 2 && texts.every(counts);
};
