import { parentPort, workerData } from "node:worker_threads";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { cellText, cleanCell } from "#platform/sheets/columns/read-values.ts";
import { type DossierKey, keptColumns } from "./dossier-columns.ts";
import type { Dossier } from "./judge-dossier.ts";
import { type DossierReading, readDossiers } from "./read-dossiers.ts";

/** A row that was rejected, as it is written, without what tells who filed it. */
export interface RejectedRow {
  row: number;
  written: Partial<Record<DossierKey, string>>;
  errors: string[];
}

export type DossiersAnswer =
  | { kind: "dossiers"; read: number; dossiers: Dossier[] }
  | { kind: "end"; reading: DossierReading; rejected: RejectedRow[] }
  | { kind: "refused"; code: UnreadableDocument["code"]; message: string };

export interface DossiersTask {
  bytes: Uint8Array;
  asOf: number;
}

const BATCH = 2_000;
/** So many rejected rows are given back as they are written. */
const MOST_REJECTED = 20_000;

const tell = (answer: DossiersAnswer) => parentPort!.postMessage(answer);

async function answerTo({ bytes, asOf }: DossiersTask): Promise<void> {
  let dossiers: Dossier[] = [];
  let read = 0;
  const rejected: RejectedRow[] = [];
  const send = () => {
    tell({ kind: "dossiers", read, dossiers });
    dossiers = [];
  };
  const reading = await readDossiers(
    bytes,
    asOf,
    (dossier) => {
      read += 1;
      dossiers.push(dossier);
      if (dossiers.length >= BATCH) send();
    },
    (row, cells, because) => {
      read += 1;
      if (rejected.length >= MOST_REJECTED) return;
      const written: RejectedRow["written"] = {};
      for (const key of keptColumns) {
        const cell = cells(key);
        if (cell !== undefined) written[key] = cleanCell(cellText(cell));
      }
      rejected.push({ row, written, errors: because.map(({ message }) => message) });
    },
  );
  send();
  tell({ kind: "end", reading, rejected });
}

await answerTo(workerData as DossiersTask).catch((error: unknown) => {
  if (!(error instanceof UnreadableDocument)) throw error;
  tell({ kind: "refused", code: error.code, message: error.message });
});
