import { readFileSync } from "node:fs";

/**
 * Milliseconds of a core that a call takes, in this process and in the database's: what else runs on the machine
 * stays out of the figure. Where the system does not tell, the clock's. The quickest of three.
 */
export async function cost(
  backend: number,
  call: () => Promise<unknown>,
): Promise<{ core: number; clock: number }> {
  const used = (): number => {
    try {
      const { user, system } = process.cpuUsage();
      return (
        Number(readFileSync(`/proc/${backend}/schedstat`, "utf8").split(" ")[0]) / 1e6 +
        (user + system) / 1000
      );
    } catch {
      return performance.now();
    }
  };
  let [core, clock] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let time = 0; time < 3; time += 1) {
    const [before, began] = [used(), performance.now()];
    await call();
    core = Math.min(core, used() - before);
    clock = Math.min(clock, performance.now() - began);
  }
  return { core, clock };
}
