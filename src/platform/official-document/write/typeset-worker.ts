import { parentPort, workerData } from "node:worker_threads";
import { allPrintable } from "./all-printable.ts";
import { PdfUnavailable, typeset } from "./typeset.ts";

/** Sets one document and tells what came of it. */
export type TypesetAnswer = { kind: "done"; bytes: Uint8Array } | { kind: "unavailable"; message: string };

const { template, name, data } = workerData as { template: string; name: string; data: unknown };

const answer = await typeset(template, (printable) => ({
  [name]: JSON.stringify(allPrintable(data, printable)),
})).then(
  (bytes): TypesetAnswer => ({ kind: "done", bytes }),
  (fault: unknown): TypesetAnswer => {
    if (!(fault instanceof PdfUnavailable)) throw fault;
    return { kind: "unavailable", message: fault.message };
  },
);
parentPort!.postMessage(answer);
