/**
 * Does what many ask for at the same time in one go: whoever asks while a go is under way, or in the milliseconds before
 * it, is in the next one. A go that fails is done one by one, so that what is wrong with one hinders no other.
 */
export function gather<Item, Answer>(
  go: (items: Item[]) => Promise<Answer[]>,
  { milliseconds = 0 }: { milliseconds?: number } = {},
): (item: Item) => Promise<Answer> {
  interface Asked {
    item: Item;
    resolve: (answer: Answer) => void;
    reject: (error: unknown) => void;
  }
  let waiting: Asked[] = [];
  let underWay = false;

  async function oneByOne(asked: Asked[]): Promise<void> {
    for (const { item, resolve, reject } of asked) {
      try {
        resolve((await go([item]))[0]!);
      } catch (error) {
        reject(error);
      }
    }
  }

  async function run(): Promise<void> {
    underWay = true;
    while (waiting.length > 0) {
      // Those who ask in the same turn go together, whatever else is waited for.
      await new Promise((next) => (milliseconds > 0 ? setTimeout(next, milliseconds) : setImmediate(next)));
      const asked = waiting;
      waiting = [];
      try {
        const answers = await go(asked.map(({ item }) => item));
        for (const [at, { resolve }] of asked.entries()) resolve(answers[at]!);
      } catch (error) {
        if (asked.length === 1) asked[0]!.reject(error);
        else await oneByOne(asked);
      }
    }
    underWay = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!underWay) void run();
    });
}
