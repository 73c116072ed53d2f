import { performance } from "node:perf_hooks";

/** Does the work now or when its turn comes, in the order in which it was given; false: too much waits, it is not done. */
export type Turns = (work: () => void) => boolean;

export interface TurnOptions {
  /** Milliseconds after which what is left waits for the event loop's next turn. */
  most: number;
  /** So much may wait. */
  waiting: number;
  /** Milliseconds since any moment, and what runs after everything that the event loop has at hand; for tests. */
  now?: () => number;
  afterTurn?: (drain: () => void) => void;
}

/**
 * Work that may fill whole turns of the event loop, cut into parts: between two of them everything else is heard, answers
 * of the database too. Where little is asked nothing waits; a crowd is answered as fast as without, one after the other,
 * and what asks for many things in a row, each in a turn of its own, is not held up at each by all of the crowd.
 */
export function turns({
  most,
  waiting,
  now = () => performance.now(),
  afterTurn = setImmediate,
}: TurnOptions): Turns {
  // A set keeps the order, and its first is taken without moving the others.
  const queue = new Set<() => void>();
  let spent = 0;
  let isDrainAhead = false;

  const awaitTurn = () => {
    if (isDrainAhead) return;
    isDrainAhead = true;
    afterTurn(drain);
  };
  const work = (one: () => void) => {
    const from = now();
    try {
      one();
    } finally {
      spent += now() - from;
    }
  };
  function drain() {
    isDrainAhead = false;
    spent = 0;
    try {
      for (const one of queue) {
        queue.delete(one);
        work(one);
        if (spent >= most) break;
      }
    } finally {
      if (queue.size > 0) awaitTurn();
    }
  }

  return (one) => {
    if (queue.size === 0 && spent < most) {
      awaitTurn();
      work(one);
      return true;
    }
    if (queue.size >= waiting) return false;
    queue.add(one);
    awaitTurn();
    return true;
  };
}
