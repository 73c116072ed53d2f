import { readdirSync, readFileSync } from "node:fs";

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

/** Milliseconds of a core that a process and those under it have used so far; 0 where the system does not tell. */
export function coreTimeOf(root: number): number {
  try {
    let ticks = 0;
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      // After the name, which may hold anything: state, parent, …, then own time and that of those who have ended.
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const [own, ended] = [Number(fields[11]) + Number(fields[12]), Number(fields[13]) + Number(fields[14])];
      if (Number(pid) === root) ticks += own + ended;
      else if (Number(fields[1]) === root) ticks += own;
    }
    return ticks * 10;
  } catch {
    return 0;
  }
}
