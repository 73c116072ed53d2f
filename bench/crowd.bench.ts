import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { CrowdOrder, CrowdReport } from "./crowd-visitors.ts";
import { startedServer } from "./started-server.ts";

export const name = "Đám đông trên cổng";

const VISITORS = Number(process.env.GANDAN_BENCH_VISITORS ?? 2000);
const MILLISECONDS = Number(process.env.GANDAN_BENCH_MILLISECONDS ?? 30_000);
const NGINX_PORT = 18_080;
/** Other servers that run already and are sent the same crowds: "WordPress=http://127.0.0.1:8081 http://…". */
const BESIDE = (process.env.GANDAN_BENCH_BESIDE ?? "").split(/[\s,]+/).filter((one) => one !== "");
/** What a clerk's screens ask for when they are opened. */
const SCREENS = ["/api/my-tasks", "/api/content", "/api/plans", "/api/units", "/api/agency"];
const WORDS = ["thủ tục", "hành chính", "du lịch", "văn hóa", "ke hoach", "cải cách", "thể thao", "mức độ"];

const message = <Value>(child: ChildProcess): Promise<Value> =>
  new Promise((resolve, reject) => {
    child.once("message", (value) => resolve(value as Value));
    child.once("exit", () => reject(new Error("bench/crowd-visitors.ts ended early")));
  });

/** A crowd in a process of its own, so that it does not wait behind what measures the workspace. */
async function send(order: CrowdOrder): Promise<CrowdReport> {
  const child = fork(join(import.meta.dirname, "crowd-visitors.ts"), { execArgv: process.execArgv });
  try {
    child.send(order);
    return await message<CrowdReport>(child);
  } finally {
    child.kill();
  }
}

/** Every page that the sitemaps name, the home page first; that alone where there are none. */
async function pagesOf(address: string): Promise<string[]> {
  const named = async (path: string) => {
    const answer = await fetch(address + path);
    const urls = answer.ok ? (await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g) : [];
    return [...urls].map(([, url]) => new URL(url!).pathname);
  };
  const parts = await named("/sitemap.xml");
  return [...new Set(["/", ...(await Promise.all(parts.map(named))).flat()])];
}

/** Milliseconds of each call that an official's screens make, one after the other, until the crowd is gone. */
async function workWhile<Value>(
  cookie: string,
  address: string,
  crowd: Promise<Value>,
): Promise<{ report: Value; times: number[] }> {
  const times: number[] = [];
  let over = false;
  const ended = crowd.finally(() => {
    over = true;
  });
  for (let turn = 0; !over; turn += 1) {
    const from = performance.now();
    const answer = await fetch(address + SCREENS[turn % SCREENS.length], { headers: { cookie } });
    if (!answer.ok) throw new Error(`${SCREENS[turn % SCREENS.length]}: ${answer.status}`);
    await answer.arrayBuffer();
    times.push(performance.now() - from);
    await delay(50);
  }
  return { report: await ended, times: times.sort((a, b) => a - b) };
}

/** nginx with one worker that sends the same pages from files; null where it is not installed. */
async function startNginx(folder: string, address: string, paths: string[]): Promise<ChildProcess | null> {
  if (spawnSync("nginx", ["-v"]).error) return null;
  for (const path of paths) {
    const file = join(folder, "pages", path, "page.html");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(await (await fetch(address + path)).arrayBuffer()));
    spawnSync("gzip", ["-k", "-6", file]);
  }
  writeFileSync(
    join(folder, "nginx.conf"),
    `${process.getuid?.() === 0 ? "user root; " : ""}daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 4096; }
http { access_log off; default_type text/html; keepalive_timeout 75s; keepalive_requests 1000000;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s; gzip_static on;
  server { listen 127.0.0.1:${NGINX_PORT}; root ${folder}/pages; location / { try_files $uri/page.html =404; } } }\n`,
  );
  const child = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: "ignore" });
  await delay(1000);
  return child;
}

/** A server that is sent what ours is sent. */
interface Yardstick {
  label: string;
  address: string;
  paths: string[];
}

/** The named ones; each is asked for its own pages. */
const beside = (): Promise<Yardstick[]> =>
  Promise.all(
    BESIDE.map(async (one) => {
      const [, label, given] = /^(?:([^=/]+)=)?(https?:.+)$/.exec(one) ?? [];
      if (!given) throw new Error(`GANDAN_BENCH_BESIDE: "${one}" is no address`);
      const address = new URL(given).origin;
      return { label: label ?? address, address, paths: await pagesOf(address) };
    }),
  );

const words = ({ answers, failures, perSecond, p50, p95, p99 }: CrowdReport) =>
  `${Math.round(perSecond)}/s, ${p50.toFixed(0)} / ${p95.toFixed(0)} / ${p99.toFixed(0)} ms, ${answers} answered, ${failures} failed`;

/**
 * The built server with the sample department while readers come in a crowd, and an official at work meanwhile.
 * Readers, official, server and database share the machine, so that the figures are lower bounds.
 */
export async function run(): Promise<{ figures: Record<string, number | string> }> {
  const folder = mkdtempSync(join(tmpdir(), "gandan-crowd-"));
  const figures: Record<string, number | string> = {};
  const running: ChildProcess[] = [];
  try {
    const { child, address } = await startedServer(join(folder, "data"));
    running.push(child);
    const signedIn = await fetch(`${address}/api/auth/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "office@mau.gandan.vn", password: "gan-dan-mau-2026" }),
    });
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    const paths = await pagesOf(address);
    figures["pages of the sample department"] = paths.length;
    const p95 = (times: number[]) => times[Math.floor(times.length * 0.95)]!;
    const alone = await workWhile(cookie, address, delay(10_000));
    figures["workspace alone, p95, ms"] = p95(alone.times);
    const usual = { address, paths, words: WORDS, visitors: VISITORS, milliseconds: MILLISECONDS };
    const crowds: [string, CrowdOrder][] = [
      ["reading, a page each 0–8 s", { ...usual, pauseMs: 8000 }],
      ["hurried, no pause, no search", { ...usual, words: [], pauseMs: 0 }],
      ["hurried, every twentieth a search", { ...usual, pauseMs: 0 }],
    ];
    const nginx = await startNginx(join(folder, "nginx"), address, paths);
    if (nginx) running.push(nginx);
    else figures["nginx, the same pages from files"] = "not installed";
    const yardsticks: Yardstick[] = [
      ...(nginx
        ? [{ label: "nginx, the same pages from files", address: `http://127.0.0.1:${NGINX_PORT}`, paths }]
        : []),
      ...(await beside()),
    ];
    for (const [label, order] of crowds) {
      const { report, times } = await workWhile(cookie, address, send(order));
      figures[`${VISITORS} visitors ${label}: rate, p50 / p95 / p99`] = words(report);
      figures[`  workspace meanwhile (${label}), p95, ms (budget ≤ 500)`] = p95(times);
      // Others are sent no searches: each has its own.
      if (order.words.length > 0 && order.pauseMs === 0) continue;
      for (const { label: other, ...target } of yardsticks) {
        const theirs = await send({ ...order, ...target, words: [] });
        figures[`  ${other} (${target.paths.length} pages), ${label}`] = words(theirs);
        if (order.pauseMs === 0)
          figures[`  kept pages / ${other}, by the clock`] = report.perSecond / theirs.perSecond;
      }
    }
  } finally {
    for (const child of running.reverse()) {
      child.kill("SIGTERM");
      if (child.exitCode === null) await new Promise((done) => child.once("exit", done));
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return { figures };
}
