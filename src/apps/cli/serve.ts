import type { Config } from "#platform/config/config.ts";
import { noteServedAddress } from "#platform/config/served-address.ts";
import { openDatabase } from "#platform/database/database.ts";
import { listenForInvalidation } from "#platform/http/page-invalidation.ts";
import { learnPublicSite } from "#platform/http/public-site.ts";
import { stopEveryRun } from "#platform/work/runs.ts";
import { keepSealing } from "#platform/work/seal-audit.ts";
import { SERVER_CONSOLE } from "#platform/work/server-console.ts";
import { plugs } from "../plugs.ts";
import { createPortalCache, portalPages } from "../portal/mount-portal.ts";
import { MADE_AT_ONCE } from "../portal/portal.ts";
import { createSite } from "../site.ts";
import { startWorker } from "../worker/worker.ts";
import { openInstallation } from "./installation.ts";
import { keepWatch } from "./keep-watch.ts";
import { listen } from "./listen.ts";
import { isSampleAwaited, loadSample } from "./load-sample.ts";
import { faultReporter } from "./report-fault.ts";

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Resolves when the process is asked to stop, or when the parent that started it is gone. */
function stopRequest(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => resolve(null));
    if (process.env.GANDAN_WATCH_PARENT !== "1") return;
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) resolve(null);
    }, 500).unref();
  });
}

const report = faultReporter((text) => process.stderr.write(text));

/** Runs the server until it is asked to stop: exit code 0; 1 when its database is lost, for who starts it to start it again. */
export async function serve(config: Config): Promise<number> {
  const started = Number(process.env.GANDAN_BOOTED) || Date.now();
  const stopping = stopRequest();
  // What was started is stopped in the opposite order, also when a later part cannot start.
  const running = new AsyncDisposableStack();
  let lost: string | null = null;
  try {
    const installation = await openInstallation(config, { exclusive: true, begins: true, upgrades: true });
    running.defer(installation.close);
    for (const remark of [...config.remarks, ...installation.remarks]) say(`· ${remark}`);
    for (const { prepare } of plugs) await prepare?.(installation.database, config);
    if (config.sample && (await isSampleAwaited(installation.database))) {
      say("· Nạp đơn vị mẫu…");
      await loadSample(installation.database);
    }
    running.defer(keepSealing(installation.database, report));
    const pages = createPortalCache(config);
    const readers = openDatabase(installation.servingUrl, { max: MADE_AT_ONCE });
    running.defer(readers.close);
    const site = createSite({ ...installation, portalDatabase: readers.database, pages }, report);
    let closing = false;
    learnPublicSite({
      isClosing: () => closing,
      pages: portalPages,
      ask: async (path) => site.request(path),
      hosts: config.baseUrl === null ? [] : [new URL(config.baseUrl).host],
      allowHosts: config.channels.allowHosts,
    });
    const worker = await startWorker(installation, plugs, report);
    running.defer(worker.stop);
    running.defer(() => {
      closing = true;
    });
    if (config.role === "worker") say(readyAfter(started));
    else {
      const heard = { [SERVER_CONSOLE]: say };
      const invalidation = await listenForInvalidation(installation.servingUrl, pages, heard);
      running.defer(invalidation.stop);
      running.defer(keepWatch(installation.database, plugs, report));
      const web = await listen(site, config, pages.answer);
      running.defer(web.close);
      running.defer(await noteServedAddress(config.dataDirectory, web.address));
      say(readyAfter(started));
      say(`  Cổng thông tin:  ${web.address}/`);
      say(`  Nơi làm việc:    ${web.address}/workspace/`);
      for (const { announce } of plugs) {
        for (const line of (await announce?.(installation.database, config)) ?? []) say(`  ${line}`);
      }
    }
    lost = await Promise.race([stopping, installation.lost]);
    if (lost) process.stderr.write(`${lost} Gần Dân dừng vì không còn cơ sở dữ liệu.\n`);
    say("Đang dừng…");
    stopEveryRun();
  } finally {
    await running.disposeAsync();
  }
  say("Đã dừng.");
  return lost ? 1 : 0;
}

const readyAfter = (started: number): string =>
  `Gần Dân đã sẵn sàng sau ${((Date.now() - started) / 1000).toFixed(1).replace(".", ",")} giây.`;
