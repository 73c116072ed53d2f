import { z } from "zod";

/** In bytes. */
export const LARGEST_SHEET = 10 * 1024 * 1024;

/** Of a list that a system exports, in bytes. */
export const LARGEST_LIST = 50 * 1024 * 1024;

/** A spreadsheet and how it is read, as a person has corrected it. */
export const sheetToTry = <Field extends string>(fields: readonly [Field, ...Field[]]) =>
  z.object({
    file: z
      .file("Hãy chọn một bảng .xlsx, .xls, .csv hoặc .json.")
      .min(1, "Tệp này rỗng; hãy chọn tệp khác.")
      .max(LARGEST_SHEET, "Tệp lớn hơn 10 MB nên không được nhận."),
    sheet: z.string().max(100).optional(),
    headerLine: z.coerce.number("Dòng tiêu đề là một số.").int().min(1).max(1_048_576).optional(),
    /** By column of the sheet: what it holds, "" for what is not taken. Left out: guessed. */
    columns: z
      .array(z.union([z.enum(fields), z.literal("")]))
      .max(200)
      .optional(),
  });

/** How the sheet was read. */
export const sheetRead = <Field extends string>(fields: readonly [Field, ...Field[]]) =>
  z.object({
    sheet: z.string(),
    sheets: z.array(z.string()),
    headerLine: z.number().int(),
    columns: z.array(z.object({ header: z.string(), field: z.enum(fields).nullable() })),
    /** Named by who confirms. */
    seen: z.string(),
  });

/** A row of the sheet and what would become of it. */
export const lineTried = <Field extends string>(fields: readonly [Field, ...Field[]]) =>
  z.object({
    /** The number of the row in the sheet. */
    line: z.number().int(),
    state: z.enum(["new", "present", "bad", "heading"]),
    /** As written in the sheet, by field. */
    written: z.partialRecord(z.enum(fields), z.string()),
    errors: z.array(z.string()),
    notes: z.array(z.string()),
  });

/** What was imported once. */
export const madeImport = z.object({
  id: z.uuid(),
  fileName: z.string(),
  importedAt: z.date(),
  importedByName: z.string(),
  undoneAt: z.date().nullable(),
  undoneByName: z.string().nullable(),
  /** Of what it brought, how much is still there. */
  left: z.number().int(),
});
