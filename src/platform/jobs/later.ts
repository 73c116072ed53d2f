import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import { signalSender } from "../signals/signals.ts";
import type { Work } from "../work/work.ts";

/** Queues a job in the transaction of `work`, to start at a moment; a process without a queue leaves it to the sweep. */
export async function later({ tx }: Work, queue: string, at: Date, payload: object = {}): Promise<void> {
  await signalSender()?.send(queue, payload, { startAfter: at, db: fromDrizzle(tx, sql) });
}
