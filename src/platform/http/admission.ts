/** Does the work when its turn comes; null: too many wait already, it was not begun. */
export type Admission = <Value>(work: () => Promise<Value>) => Promise<Value | null>;

/**
 * Lets so many at once do what costs; others wait in their order, and who would wait behind too many is turned away.
 * A crowd is then answered at the pace that the machine has, and what does not pass here is not slowed by it.
 */
export function admission({ atOnce, waiting }: { atOnce: number; waiting: number }): Admission {
  let busy = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (busy >= atOnce) {
      if (queue.length >= waiting) return null;
      // Who leaves hands the place over, so that none who comes later takes it.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else busy += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
