interface Patience {
  /** How long others are waited for after the first. */
  milliseconds: number;
  /** Nobody else is to come. */
  isAll: (waiting: number) => boolean;
}

/**
 * Does what many ask for at the same time in one go: whoever asks while a go is under way, or while others are waited
 * for, is in the next one. A go that fails is done one by one, so that what is wrong with one hinders no other.
 */
export function gather<Item, Answer>(
  go: (items: Item[]) => Promise<Answer[]>,
  { milliseconds, isAll }: Patience = { milliseconds: 0, isAll: () => true },
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

  let goOn = () => {};

  /** Those who ask in the same turn go together, whoever else is waited for. */
  async function others(): Promise<void> {
    await new Promise((next) => setImmediate(next));
    if (isAll(waiting.length)) return;
    await new Promise<void>((enough) => {
      const late = setTimeout(enough, milliseconds);
      goOn = () => {
        if (!isAll(waiting.length)) return;
        clearTimeout(late);
        enough();
      };
    });
  }

  async function run(): Promise<void> {
    underWay = true;
    while (waiting.length > 0) {
      await others();
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
      if (underWay) goOn();
      else void run();
    });
}
