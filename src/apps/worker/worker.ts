import type { Database } from "#platform/database/database.ts";
import { type RunningJobs, startJobs } from "#platform/jobs/jobs.ts";
import { sendSignalsThrough } from "#platform/signals/signals.ts";
import type { Plug } from "#platform/work/plug.ts";

export interface WorkerParts {
  database: Database;
  servingUrl: string;
  config: { role: "all" | "web" | "worker" };
}

/** Starts the queue: every process can send; those that are not web alone also work the jobs off. */
export async function startWorker(
  { database, servingUrl, config }: WorkerParts,
  plugs: Plug[],
  report: (error: unknown) => void,
): Promise<RunningJobs> {
  const subscriptions = plugs.flatMap((plug) => plug.subscriptions ?? []);
  const jobs = [...plugs.flatMap((plug) => plug.jobs ?? []), ...subscriptions.map(({ job }) => job)];
  const running = await startJobs(servingUrl, database, jobs, {
    handle: config.role !== "web",
    onError: report,
  });
  for (const { signal, job } of subscriptions) await running.boss.subscribe(signal.name, job.name);
  sendSignalsThrough(running.boss);
  return running;
}
