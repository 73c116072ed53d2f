import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { inflate } from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/** What the browser cannot do without: itself, fonts, and the libraries that a bare machine lacks. */
const PARTS = ["chromium.br", "fonts.tar.br", "al2023.tar.br"];

/** Unpacks the browser once for this user and version, beside the others' that may run at the same time. */
async function unpackedBrowser(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const home = dirname(dirname(entry));
  const { version }: { version: string } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const place = join(tmpdir(), `gandan-browser-${userInfo().uid}-${version}`);
  if (isComplete(place)) return place;
  const workshop = mkdtempSync(`${place}.`);
  const before = process.env.TMPDIR;
  // The package always unpacks into the directory for temporary files.
  process.env.TMPDIR = workshop;
  try {
    for (const part of PARTS) await inflate(join(home, "bin", part));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  // The configuration that comes along looks for fonts in fixed places of another system.
  writeFileSync(
    join(workshop, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${place}/fonts</dir><cachedir>${place}/fonts-cache</cachedir></fontconfig>`,
  );
  try {
    renameSync(workshop, place);
  } catch (error) {
    rmSync(workshop, { recursive: true, force: true });
    if (!isComplete(place)) throw error;
  }
  return place;
}

const isComplete = (place: string): boolean => existsSync(join(place, "fonts.conf"));

const ARGUMENTS = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--font-render-hinting=none"];

/** Most pages live too briefly here for what optimising their code costs. */
const UNOPTIMIZED = "--js-flags=--no-opt";

const environment = (place: string) => ({
  ...process.env,
  TZ: "Asia/Ho_Chi_Minh",
  HOME: place,
  FONTCONFIG_FILE: join(place, "fonts.conf"),
  LD_LIBRARY_PATH: join(place, "al2023", "lib"),
});

/**
 * A headless Chromium with nothing but what npm installed; the caller closes it. Its clock is Vietnam's. `optimizing`:
 * for pages that stay open and compute much, as under axe many times over.
 */
export async function openBrowser({ optimizing = false } = {}): Promise<Browser> {
  const place = await unpackedBrowser();
  return chromium.launch({
    executablePath: join(place, "chromium"),
    args: optimizing ? ARGUMENTS : [...ARGUMENTS, UNOPTIMIZED],
    env: environment(place),
  });
}

/**
 * The same as a process of its own that keeps its profile in a folder. `close` ends it as its user would, `kill` as a
 * crash of it would; both wait until it is gone.
 */
export async function openBrowserWithProfile(
  profile: string,
): Promise<{ browser: Browser; close: () => Promise<void>; kill: () => Promise<void> }> {
  const place = await unpackedBrowser();
  const child = spawn(
    join(place, "chromium"),
    [...ARGUMENTS, UNOPTIMIZED, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`],
    { env: environment(place), detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const ended = once(child, "exit");
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    // Its helpers are of its group.
    process.kill(-child.pid!, "SIGKILL");
    await ended;
  };
  let said = "";
  for await (const part of child.stderr) {
    said += part;
    const endpoint = /listening on (ws:\S+)/.exec(said)?.[1];
    if (!endpoint) continue;
    const browser = await chromium.connectOverCDP(endpoint);
    const close = async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send("Browser.close");
      await ended;
    };
    return { browser, close, kill };
  }
  throw new Error(`Chromium did not start:\n${said}`);
}
