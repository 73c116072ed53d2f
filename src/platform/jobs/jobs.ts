import { PgBoss } from "pg-boss";
import type { z } from "zod";
import type { Database } from "../database/database.ts";

/** One piece of it: the same id however often it is run, and since when it waits. */
export interface WhichJob {
  id: string;
  at: Date;
}

/** A kind of background work: small payload of ids, looked up again by the handler, may run twice. */
export interface Job<Schema extends z.ZodType = z.ZodType> {
  name: string;
  payload: Schema;
  /** Cron expression (Asia/Ho_Chi_Minh) for a sweep; the table swept is the truth. */
  cron?: string;
  /** How often the queue is looked at without being called; 5 seconds unless something must happen on the second. */
  pollSeconds?: number;
  handle: (database: Database, payload: z.output<Schema>, which: WhichJob) => Promise<void>;
}

export const defineJob = <Schema extends z.ZodType>(job: Job<Schema>): Job<Schema> => job;

export interface RunningJobs {
  boss: PgBoss;
  stop: () => Promise<void>;
}

/**
 * Starts pg-boss on the serving role. With `handle` false jobs can be sent but none is worked on.
 * Queues are made by the migration step, because the serving role owns no table.
 */
export async function startJobs(
  url: string,
  database: Database,
  jobs: Job[],
  { handle, onError }: { handle: boolean; onError: (error: Error) => void },
): Promise<RunningJobs> {
  const boss = new PgBoss({
    connectionString: url,
    migrate: false,
    createSchema: false,
    schedule: handle,
    supervise: handle,
    reindex: false,
    monitorVacuum: false,
    useListenNotify: true,
    max: 4,
  });
  boss.on("error", onError);
  await boss.start();
  if (handle) {
    for (const job of jobs) {
      await boss.work(
        job.name,
        { pollingIntervalSeconds: job.pollSeconds ?? 5, includeMetadata: true },
        async (batch: { id: string; createdOn: Date; data: unknown }[]) => {
          for (const { id, createdOn: at, data } of batch)
            await job.handle(database, job.payload.parse(data ?? {}), { id, at });
        },
      );
      if (job.cron) await boss.schedule(job.name, job.cron, {}, { tz: "Asia/Ho_Chi_Minh" });
    }
  }
  let stopping: Promise<void> | null = null;
  return {
    boss,
    stop: () => {
      stopping ??= boss.stop({ graceful: true, timeout: 5000 });
      return stopping;
    },
  };
}
