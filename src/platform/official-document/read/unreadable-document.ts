export type UnreadableCode =
  | "empty"
  | "missing"
  | "damaged"
  | "too-large"
  | "hostile"
  | "password"
  | "old-word"
  | "scan"
  | "rtf"
  | "encoding"
  | "unknown-type"
  | "not-a-plan";

/** A file that is refused: `message` is one Vietnamese sentence that says what happened and what to do. */
export class UnreadableDocument extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, message: string) {
    super(message);
    this.name = "UnreadableDocument";
    this.code = code;
  }
}

/** The refusal of a PDF that is too big or too tangled to be read within bounds. */
export function tooLargePdf(): UnreadableDocument {
  return new UnreadableDocument(
    "too-large",
    "Tệp PDF lớn hoặc phức tạp bất thường nên không được đọc; hãy dùng bản .docx, hoặc tách riêng phần cần đọc rồi thử lại.",
  );
}
