import { inspect } from "node:util";

/** The same fault is written in full once in this time; how often it came since is said with the next. */
const QUIET_MS = 60_000;
const MOST_KINDS = 500;

/** What a fault says of itself; queues tell theirs as plain objects that carry a stack. */
function textOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const { stack, message } = error as { stack?: unknown; message?: unknown };
  if (typeof stack === "string") return stack;
  return typeof message === "string" ? message : inspect(error);
}

/** Which queue met it makes no other fault. */
const kindOf = (text: string): string => text.split("\n", 1)[0]!.replace(/ \(Queue: .*$/, "");

/**
 * Writes faults that no user is told about, for the person who runs the server. A database that is away for a minute
 * would otherwise fill the log with thousands of the same lines. `now` in milliseconds.
 */
export function faultReporter(write: (text: string) => void, now = Date.now): (error: unknown) => void {
  const written = new Map<string, { at: number; since: number }>();
  return (error) => {
    const text = textOf(error);
    const kind = kindOf(text);
    const known = written.get(kind);
    if (known && now() - known.at < QUIET_MS) {
      known.since += 1;
      return;
    }
    if (written.size >= MOST_KINDS) written.clear();
    written.set(kind, { at: now(), since: 0 });
    write(
      known && known.since > 0
        ? `${text}\n(lỗi này lặp lại ${known.since} lần từ lần ghi trước)\n`
        : `${text}\n`,
    );
  };
}
