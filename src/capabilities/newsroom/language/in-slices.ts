/** A stretch of work after which others get their turn, in milliseconds. */
const TURN = 12;

/** Takes the steps of a long reading with pauses in between, so that whoever types or waits meanwhile is served. */
export async function inSlices<Result>(
  steps: Generator<undefined, Result>,
  isStopped: () => boolean = () => false,
): Promise<Result | null> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < TURN) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (isStopped()) return null;
    begun = performance.now();
  }
}
