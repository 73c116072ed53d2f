import { z } from "zod";
import { sizeInWords } from "#platform/text/size-in-words.ts";

/** A file of a form, as a version names it; served at /procedure-forms/<id>. */
export const formFile = z.object({
  id: z.uuid("Mã tệp biểu mẫu không đúng."),
  fileName: z.string().max(300).default(""),
  contentType: z.string().max(200).default(""),
  bytes: z.number().int().min(0).default(0),
  sha256: z.string().max(64).default(""),
});
export type FormFile = z.output<typeof formFile>;

export const MOST_FORMS_OF_PAPER = 10;
export const LARGEST_FORM = 20 * 1024 * 1024;
export const FORM_ENDINGS = ".pdf,.docx,.doc,.xlsx,.xls,.odt,.ods";

const kinds: Record<string, string> = {
  pdf: "tệp PDF",
  docx: "văn bản Word",
  doc: "văn bản Word đời cũ",
  xlsx: "bảng Excel",
  xls: "bảng Excel đời cũ",
  odt: "văn bản mở",
  ods: "bảng tính mở",
};

/** "văn bản Word, 45 KB": the ending of a kept file is what the file really is. */
export const formFacts = ({ fileName, bytes }: Pick<FormFile, "fileName" | "bytes">): string =>
  [kinds[fileName.split(".").at(-1) ?? ""], sizeInWords(bytes)].filter(Boolean).join(", ");

export const formAddress = ({ id }: Pick<FormFile, "id">): string => `/procedure-forms/${id}`;
