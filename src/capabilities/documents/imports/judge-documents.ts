import { formatDate } from "#platform/clock/vietnam-time.ts";
import { countsColumns, type ListKind } from "#platform/sheets/list-kind.ts";
import { faultsIn, type ListLine, writtenIn } from "#platform/sheets/read-list.ts";
import { documentInput } from "../contract.ts";
import { type DocumentDescription, documentValues } from "../register-document.ts";
import type { WrittenDocument } from "../written-document.ts";
import { dayIn } from "./day-in.ts";
import { type DocumentField, documentFields, documentListWords } from "./document-fields.ts";
import { idOfLine, type JudgedDocument, type KnownRegister, keyOf } from "./judged-document.ts";

export const documentList: ListKind<DocumentField> = {
  words: documentListWords,
  heads: ["number"],
  mostLines: 5_000,
  isHeading: (row) => row.isBand || countsColumns(row),
};

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

/** Where a list gives another day than the register, which stays. */
function differences(item: WrittenDocument, id: string, { documents }: KnownRegister): string[] {
  const known = documents.get(id);
  return (["effectiveFrom", "effectiveTo"] as const).flatMap((field) => {
    const [said, stands] = [item[field], known?.[field] ?? null];
    if (said === null || said === stands) return [];
    const now = stands === null ? "còn trống" : `ghi ${formatDate(stands)}`;
    return `“${documentListWords[field].header}”: danh sách ghi ${formatDate(said)}, sổ ${now}; sổ giữ nguyên. Nếu danh sách đúng, hãy mở văn bản và bấm Sửa.`;
  });
}

/** Says of each line what it would become, in the order of the list. */
export function judgeDocuments(lines: ListLine<DocumentField>[], register: KnownRegister): JudgedDocument[] {
  const before = new Map<string, number>();
  return lines.map((line): JudgedDocument => {
    const shown = {
      line: line.line,
      written: writtenIn(line.cells),
      documentId: null,
      relations: [],
      notes: [],
    };
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
    const known = register.byKey.get(key);
    if (known === undefined) return { ...shown, state: "new", item, documentId: idOfLine(line.line), errors };
    const notes = differences(item, known, register);
    return { ...shown, state: "present", item, documentId: known, errors, notes };
  });
}
