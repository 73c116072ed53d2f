export type UnreadableCode =
  | "empty"
  | "missing"
  | "damaged"
  | "too-large"
  | "hostile"
  | "password"
  | "old-word"
  | "pdf"
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
