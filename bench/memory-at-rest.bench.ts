import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startedServer } from "./started-server.ts";

export const name = "Bộ nhớ khi nghỉ";

const MINUTE = 60_000;

/** Parent of every process, from /proc. */
function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const pid of readdirSync("/proc").filter((one) => /^\d+$/.test(one))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      found.set(Number(pid), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
    } catch {
      // Gone meanwhile.
    }
  }
  return found;
}

function treeOf(top: number): number[] {
  const all = parents();
  const tree = [top];
  for (const pid of tree) for (const [child, parent] of all) if (parent === pid) tree.push(child);
  return tree;
}

const field = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0) / 1024;

/** What these processes take, in MB. */
interface Memory {
  /** Proportional: a page shared by n processes of the machine counts 1/n in each. */
  pss: number;
  /** A page shared by n processes counts n times. */
  rss: number;
  /** Each page once, as if nothing else on the machine ran the same programs: the figure that the budget is about. */
  once: number;
}

function memoryOf(pids: number[]): Memory {
  const memory: Memory = { pss: 0, rss: 0, once: 0 };
  const files = new Map<string, number>();
  for (const pid of pids) {
    const sum = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    memory.pss += field(sum, "Pss");
    memory.rss += field(sum, "Rss");
    memory.once += field(sum, "Pss_Anon") + field(sum, "Pss_Shmem");
    const own = new Map<string, number>();
    for (const mapping of readFileSync(`/proc/${pid}/smaps`, "utf8").split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)) {
      const path = /^\S+ \S+ \S+ \S+ [1-9]\d* +(\/.*)$/m.exec(mapping)?.[1];
      // Shared memory is in the sum already.
      if (!path || /^\/(dev\/(shm|zero)|SYSV|memfd)/.test(path)) continue;
      own.set(path, (own.get(path) ?? 0) + field(mapping, "Rss") - field(mapping, "Anonymous"));
    }
    for (const [path, size] of own) files.set(path, Math.max(files.get(path) ?? 0, size));
  }
  for (const size of files.values()) memory.once += size;
  return memory;
}

/**
 * The built server with its own database and the sample department, a minute after it was ready and once a page and
 * the workspace had been opened. The whole tree of processes, the launcher's included. Linux only.
 */
export async function run(): Promise<{ figures: Record<string, number | string> }> {
  const data = mkdtempSync(join(tmpdir(), "gandan-rest-"));
  const { child, address } = await startedServer(data);
  try {
    for (const path of ["/", "/tin-tuc", "/workspace/"]) await (await fetch(address + path)).arrayBuffer();
    await delay(MINUTE);
    const tree = treeOf(child.pid!);
    const commands = new Map(
      tree.map((pid) => [pid, readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")]),
    );
    const database = tree.filter((pid) => /postgres/.test(commands.get(pid)!));
    const server = tree.filter((pid) => !database.includes(pid));
    const all = memoryOf(tree);
    return {
      figures: {
        "cả cây tiến trình, mỗi trang một lần, MB (ngân sách 350)": all.once,
        "  trong đó máy chủ, MB": memoryOf(server).once,
        "  trong đó cơ sở dữ liệu, MB": memoryOf(database).once,
        "cả cây, PSS, MB": all.pss,
        "cả cây, cộng RSS, MB (trang dùng chung tính nhiều lần)": all.rss,
        "số tiến trình": tree.length,
      },
    };
  } finally {
    child.kill("SIGTERM");
    await new Promise((done) => child.once("exit", done));
    rmSync(data, { recursive: true, force: true });
  }
}
