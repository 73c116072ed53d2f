import { type Watched, watchRuns } from "#platform/work/runs.ts";

/** How far a book is: procedures are gathered, it waits for the books before it, it is set. */
export interface BookletProgress {
  step: "gathering" | "waiting" | "setting";
  procedures: number;
  /** Seconds since it is being set. */
  seconds: number;
  /** How long the last ones took tells how long this one takes, in seconds; null: none was set yet. */
  expected: number | null;
}

export type BookletRun = Watched<BookletProgress>;

/** They are set one after the other; more than these would wait too long. */
export const bookletRuns = watchRuns<BookletProgress>({
  first: { step: "gathering", procedures: 0, seconds: 0, expected: null },
  most: 5,
  words: {
    already: "Sổ tay này đang được lập; hãy chờ xong.",
    busy: "Máy chủ đang lập các sổ tay khác; hãy thử lại sau ít phút.",
    stopped: "Đã dừng lập sổ tay theo yêu cầu của bạn.",
    advice: "Muốn làm lại, hãy bấm tải sổ tay lần nữa.",
  },
});

/** Seconds that a procedure took in the book that was set last; null: none was. */
let pace: number | null = null;

/** Tells of a book while it is set, and remembers how long it took; `begun` is called when its turn comes. */
export async function toldWhileSet<T>(
  { tell }: Pick<BookletRun, "tell">,
  procedures: number,
  set: (begun: () => void) => Promise<T>,
): Promise<T> {
  const expected = pace === null ? null : Math.ceil(pace * procedures);
  const told = (step: BookletProgress["step"], seconds: number) =>
    tell({ step, procedures, seconds, expected });
  told("waiting", 0);
  let from = 0;
  let timer: NodeJS.Timeout | null = null;
  try {
    const made = await set(() => {
      from = performance.now();
      const seconds = () => Math.floor((performance.now() - from) / 1000);
      told("setting", 0);
      timer = setInterval(() => told("setting", seconds()), 500).unref();
    });
    pace = (performance.now() - from) / 1000 / procedures;
    return made;
  } finally {
    if (timer) clearInterval(timer);
  }
}
