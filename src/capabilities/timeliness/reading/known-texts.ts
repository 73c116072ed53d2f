/** More different texts than this are worked out anew each time, so that memory stays bounded. */
const MOST = 20_000;

/** What a function makes of texts that stand in thousands of rows, worked out once for each. */
export class Known<Value> {
  private readonly known = new Map<string, Value>();
  private readonly work: (text: string) => Value;

  constructor(work: (text: string) => Value) {
    this.work = work;
  }

  of(text: string): Value {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const value = this.work(text);
    // A copy: a part of a longer text would keep the whole of it in memory.
    if (this.known.size < MOST) this.known.set(Buffer.from(text, "utf16le").toString("utf16le"), value);
    return value;
  }
}
