import { sql } from "drizzle-orm";
import { fromDrizzle, type PgBoss } from "pg-boss";
import type { z } from "zod";
import type { Job } from "../jobs/jobs.ts";
import type { Work } from "../work/work.ts";
import type { Signal } from "./define-signal.ts";

/** A receiver of a signal: a job of its own queue, so that each receiver is retried alone. */
export interface Subscription {
  signal: Signal;
  job: Job;
}

let sender: PgBoss | null = null;

/** Gives the process the queue to send through; done once by the app. */
export function sendSignalsThrough(boss: PgBoss | null): void {
  sender = boss;
}

/** The queue of this process; null where nothing is queued (commands, most tests). */
export const signalSender = (): PgBoss | null => sender;

/** Publishes in the transaction of `work`: delivered after the commit, never on a rollback. */
export async function signal<Schema extends z.ZodType>(
  { tx }: Work,
  { name, payload }: Signal<Schema>,
  data: z.input<Schema>,
): Promise<void> {
  await sender?.publish(name, payload.parse(data) as object, { db: fromDrizzle(tx, sql) });
}
