/**
 * Does what many ask for at the same time in one go: whoever asks while a go is under way is in the next one. A go that
 * fails is done one by one, so that what is wrong with one hinders no other.
 */
export function gather<Item, Answer>(
  go: (items: Item[]) => Promise<Answer[]>,
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
      // Those who ask in the same turn go together.
      if (!underWay && waiting.length === 1) setImmediate(() => void run());
    });
}
