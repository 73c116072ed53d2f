export interface FeedWarning {
  code: string;
  message: string;
  /** Id of the first item that it concerns; null: the feed as a whole. */
  where: string | null;
}

/** What was mended or left out while reading: one line for each kind, with how often. */
export class Warnings {
  readonly #counts = new Map<string, { where: string | null; count: number }>();
  readonly #order: { code: string; say: (count: number) => string }[] = [];

  add(code: string, say: (count: number) => string, where: string | null = null): void {
    const known = this.#counts.get(code);
    if (known) known.count += 1;
    else {
      this.#counts.set(code, { where, count: 1 });
      this.#order.push({ code, say });
    }
  }

  list(): FeedWarning[] {
    return this.#order.map(({ code, say }) => {
      const { where, count } = this.#counts.get(code)!;
      return { code, message: say(count), where };
    });
  }
}
