import { parentPort } from "node:worker_threads";
import { type Sheet, writeXlsx } from "./write-xlsx.ts";

/** One sheet, its rows in parts; the last message asks for the workbook. */
export type XlsxTask =
  | { kind: "sheet"; sheet: Omit<Sheet, "rows"> }
  | { kind: "rows"; rows: Sheet["rows"] }
  | { kind: "write" };

let sheet: Sheet = { name: "", columns: [], rows: [] };

parentPort!.on("message", async (task: XlsxTask) => {
  if (task.kind === "sheet") sheet = { ...task.sheet, rows: [] };
  else if (task.kind === "rows") for (const row of task.rows) sheet.rows.push(row);
  else {
    const bytes = await writeXlsx([sheet]);
    parentPort!.postMessage(bytes);
    parentPort!.close();
  }
});
