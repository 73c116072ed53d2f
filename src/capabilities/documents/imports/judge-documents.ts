import { type SheetCell, serialDay } from "#platform/official-document/read/read-xlsx.ts";
import { countsColumns, type ListKind } from "#platform/sheets/list-kind.ts";
import { faultsIn, type ListLine, writtenIn } from "#platform/sheets/read-list.ts";
import { documentInput } from "../contract.ts";
import { type DocumentDescription, documentValues } from "../register-document.ts";
import type { WrittenDocument } from "../written-document.ts";
import { type DocumentField, documentFields, documentListWords } from "./document-fields.ts";

export const documentList: ListKind<DocumentField> = {
  words: documentListWords,
  heads: ["number"],
  mostLines: 5_000,
  isHeading: (row) => row.isBand || countsColumns(row),
};

export interface JudgedDocument {
  line: number;
  /** "heading": stands over lines and is none. */
  state: "new" | "present" | "bad" | "heading";
  /** As written, by field. */
  written: Partial<Record<DocumentField, string>>;
  /** Null unless every field was understood. */
  item: WrittenDocument | null;
  errors: string[];
  notes: string[];
}

/** What makes a document the same: its number, its day and who issued it. */
export const keyOf = ({
  number,
  issuedOn,
  issuer,
}: Pick<WrittenDocument, "number" | "issuedOn" | "issuer">) =>
  JSON.stringify([number?.toLowerCase(), issuedOn, issuer?.toLowerCase() ?? ""]);

/** The day that a cell names, YYYY-MM-DD; null where it names none. */
function dayIn({ day, text }: SheetCell): string | null {
  if (day) return day;
  if (/^\d{5}$/u.test(text)) return serialDay(Number(text));
  const found = /^(?:ngày\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/iu.exec(text.trim());
  const parts = found
    ? [found[3], found[2], found[1]]
    : /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text.trim())?.slice(1);
  if (!parts) return null;
  const [year, month, date] = parts.map(Number) as [number, number, number];
  try {
    return Temporal.PlainDate.from({ year, month, day: date }, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

const dayFields = ["issuedOn", "effectiveFrom", "effectiveTo"] as const;

function understand({ cells }: ListLine<DocumentField>): { item: WrittenDocument | null; errors: string[] } {
  const errors = faultsIn(documentListWords, cells);
  const textOf = (field: DocumentField) => cells[field]?.text.trim() || null;
  const days = Object.fromEntries(
    dayFields.map((field) => {
      const cell = cells[field];
      if (!cell || (cell.text.trim() === "" && !cell.day)) return [field, null];
      const day = dayIn(cell);
      if (day === null && !cell.fault)
        errors.push(
          `Chưa đọc được “${documentListWords[field].header}”: “${cell.text}”; hãy ghi một ngày như 12/06/2026.`,
        );
      return [field, day];
    }),
  );
  for (const field of ["number", "type"] as const)
    if (textOf(field) === null && !cells[field]?.fault)
      errors.push(`Chưa có “${documentListWords[field].header}”; hãy ghi như trên văn bản.`);
  if (errors.length > 0) return { item: null, errors };
  const read = documentInput.safeParse({
    ...Object.fromEntries(documentFields.map((field) => [field, textOf(field)])),
    ...days,
  });
  if (!read.success) return { item: null, errors: read.error.issues.map(({ message }) => message) };
  const { authorityId: _, ...described } = read.data;
  try {
    return { item: documentValues(described satisfies DocumentDescription), errors };
  } catch (error) {
    return { item: null, errors: [(error as Error).message] };
  }
}

/** Says of each line what it would become, in the order of the list. `present`: keys of what the register holds. */
export function judgeDocuments(
  lines: ListLine<DocumentField>[],
  present: ReadonlySet<string>,
): JudgedDocument[] {
  const before = new Map<string, number>();
  return lines.map((line): JudgedDocument => {
    const shown = { line: line.line, written: writtenIn(line.cells), notes: [] };
    if (line.isHeading) return { ...shown, state: "heading", item: null, errors: [] };
    const { item, errors } = understand(line);
    if (!item) return { ...shown, state: "bad", item: null, errors };
    const key = keyOf(item);
    const twin = before.get(key);
    if (twin !== undefined)
      return {
        ...shown,
        state: "bad",
        item: null,
        errors: [`Trùng với dòng ${twin}: cùng số, ngày, cơ quan ban hành; hãy bỏ một dòng.`],
      };
    before.set(key, line.line);
    return { ...shown, state: present.has(key) ? "present" : "new", item, errors };
  });
}
