/** The clock of a stub: runs like any other, from a moment that a test chooses. */
export class StubClock {
  #ahead = 0;

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }

  set(moment: string | number): void {
    const wanted = new Date(moment).getTime();
    if (Number.isNaN(wanted)) throw new RangeError(`“${moment}” is no moment`);
    this.#ahead = wanted - Date.now();
  }

  advance(seconds: number): void {
    if (!Number.isFinite(seconds)) throw new RangeError(`“${seconds}” is no number of seconds`);
    this.#ahead += seconds * 1000;
  }

  reset(): void {
    this.#ahead = 0;
  }
}
