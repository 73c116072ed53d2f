type UnreadableFeedCode =
  | "missing"
  | "empty"
  | "too-large"
  | "damaged"
  | "html"
  | "unknown-type"
  | "inside"
  | "address"
  | "unanswered"
  | "status"
  | "robots";

/** A feed that is refused: `message` is one Vietnamese line that says what happened and what to do. */
export class UnreadableFeed extends Error {
  override name = "UnreadableFeed";
  readonly code: UnreadableFeedCode;
  /** Seconds after which the server asks to be called again; null: it said nothing. */
  readonly retryAfter: number | null;
  /** What the server answered, where it did. */
  readonly status: number | null;

  constructor(
    code: UnreadableFeedCode,
    message: string,
    { retryAfter = null, status = null }: { retryAfter?: number | null; status?: number | null } = {},
  ) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
    this.status = status;
  }
}
