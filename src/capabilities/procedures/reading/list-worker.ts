import { setTimeout } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import type { TableChoice } from "#platform/sheets/columns/read-table.ts";
import type { ProcedureKey } from "./procedure-columns.ts";
import { type ProcedureList, type ProcedureRow, readProcedureList } from "./read-procedure-list.ts";

export interface ListTask {
  bytes: Uint8Array;
  choice: TableChoice<ProcedureKey>;
}

/** What is long comes in parts, so that whoever takes it over is never held up. */
export type ListAnswer =
  | { kind: "read"; rows: number }
  | { kind: "rows"; rows: ProcedureRow[] }
  | { kind: "rejected"; rows: ProcedureList["rejected"] }
  | { kind: "end"; list: Omit<ProcedureList, "rows" | "rejected"> }
  | { kind: "refused"; code: UnreadableDocument["code"]; message: string };

/** Rows of one message. */
const PART = 500;

const tell = (answer: ListAnswer) => parentPort!.postMessage(answer);

/** Messages that come all at once are taken over all at once. */
async function tellAndRest(answer: ListAnswer): Promise<void> {
  tell(answer);
  await setTimeout(2);
}

const partsOf = <Row>(rows: Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / PART) }, (_, at) => rows.slice(at * PART, (at + 1) * PART));

async function answerTo({ bytes, choice }: ListTask): Promise<void> {
  const { rows, rejected, ...list } = await readProcedureList(bytes, choice, (read) => {
    if (read % PART === 0) tell({ kind: "read", rows: read });
  });
  for (const part of partsOf(rows)) await tellAndRest({ kind: "rows", rows: part });
  for (const part of partsOf(rejected)) await tellAndRest({ kind: "rejected", rows: part });
  tell({ kind: "end", list });
}

await answerTo(workerData as ListTask).catch((error: unknown) => {
  if (!(error instanceof UnreadableDocument)) throw error;
  tell({ kind: "refused", code: error.code, message: error.message });
});
