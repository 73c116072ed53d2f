import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** How to run a PostgreSQL program: PostgreSQL refuses to run as root. */
export interface Runner {
  command: (program: string, args: string[]) => [string, string[]];
  uid?: number;
  gid?: number;
  /** Where the programs and the cluster lie. */
  binaries: string;
  clusterDirectory: string;
  /** One line for the person at the console, when the place differs from the data directory. */
  remark: string | null;
}

const direct = (program: string, args: string[]): [string, string[]] => [program, args];

const userNamespaces = ["--user", "--map-user=1000", "--map-group=1000", "--"];

function unprivilegedUser(): { name: string; uid: number; gid: number } {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name: name ?? "", uid: Number(uid), gid: Number(gid) }));
  const found =
    users.find((u) => u.name === "postgres") ??
    users.find((u) => u.name === "nobody") ??
    users.find((u) => u.uid > 0);
  if (!found) throw new Error("Máy không có tài khoản thường nào để chạy PostgreSQL; hãy đặt DATABASE_URL.");
  return found;
}

/**
 * Chooses how PostgreSQL runs for this user. As root it runs in a user namespace, in place, even under
 * a directory of mode 0700; where namespaces are refused, the programs are copied to a world-readable
 * folder and the cluster lies in /var/lib/gandan under an existing unprivileged user.
 */
export function chooseRunner(binaries: string, dataDirectory: string): Runner {
  const clusterDirectory = join(dataDirectory, "postgres");
  if (process.getuid?.() !== 0) return { command: direct, binaries, clusterDirectory, remark: null };
  const refused = process.env.GANDAN_USER_NAMESPACE === "off";
  if (!refused && spawnSync("unshare", [...userNamespaces, "true"]).status === 0) {
    return {
      command: (program, args) => ["unshare", [...userNamespaces, program, ...args]],
      binaries,
      clusterDirectory,
      remark: null,
    };
  }
  const user = unprivilegedUser();
  const key = createHash("sha256").update(dataDirectory).digest("hex").slice(0, 16);
  const place = join("/var/lib/gandan", key);
  const copied = join("/var/lib/gandan", "programs-18");
  if (!existsSync(join(copied, "bin", "postgres"))) {
    mkdirSync(copied, { recursive: true, mode: 0o755 });
    cpSync(binaries, copied, { recursive: true, verbatimSymlinks: true });
  }
  mkdirSync(place, { recursive: true, mode: 0o755 });
  chownSync(place, user.uid, user.gid);
  return {
    command: direct,
    uid: user.uid,
    gid: user.gid,
    binaries: copied,
    clusterDirectory: join(place, "postgres"),
    remark: `Máy không cho dùng không gian tên người dùng: PostgreSQL chạy bằng tài khoản ${user.name}, dữ liệu ở ${place}.`,
  };
}
