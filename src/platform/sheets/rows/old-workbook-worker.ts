import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { CellObject, WorkSheet } from "@e965/xlsx";
import { type MergeDown, MOST_MERGES } from "./merged-down.ts";

export type OldCell = string | number | boolean | null | { serial: number } | { fault: string };

export type OldWorkbookAnswer =
  | { kind: "refused"; code: "password" | "damaged" | "unknown-type" | "too-large" }
  | { kind: "sheet"; name: string; from1904: boolean; merges: MergeDown[] }
  | { kind: "rows"; rows: [number, OldCell[]][] }
  | { kind: "end" };

interface Task {
  bytes: Uint8Array;
  mostRows: number;
  mostColumns: number;
}

const BATCH = 500;

const tell = (answer: OldWorkbookAnswer) => parentPort!.postMessage(answer);

/** Tells and waits for the word whether to go on with this sheet. */
async function ask(answer: OldWorkbookAnswer): Promise<boolean> {
  const heard = once(parentPort!, "message");
  tell(answer);
  return (await heard)[0] as boolean;
}

async function answerTo({ bytes, mostRows, mostColumns }: Task): Promise<void> {
  // Nothing in a file can make this thread call anywhere.
  for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"])
    Reflect.deleteProperty(globalThis, name);
  const { read, set_cptable, SSF } = await import("@e965/xlsx");
  set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  const showsDay = (format: unknown) =>
    typeof format === "string" && /[dy]/iu.test(format) && SSF.is_date(format);
  const cellOf = (cell: CellObject | undefined): OldCell => {
    if (!cell || cell.t === "z") return null;
    if (cell.t === "e") return { fault: `lỗi ${cell.w ?? "#VALUE!"}` };
    if (cell.v === undefined || cell.v === "") return cell.f ? { fault: "công thức chưa được tính" } : null;
    if (typeof cell.v === "number" && showsDay(cell.z)) return { serial: cell.v };
    return cell.v instanceof Date ? cell.v.toISOString() : cell.v;
  };
  let workbook: ReturnType<typeof read>;
  try {
    workbook = read(bytes, {
      type: "array",
      dense: true,
      cellNF: true,
      cellHTML: false,
      cellText: false,
      sheetRows: mostRows + 100,
      raw: true,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    // Of another kind: a document of Word is packed in the same way.
    const other = bytes[0] !== 0xd0 || /cannot find workbook|unsupported file/iu.test(message);
    tell({
      kind: "refused",
      code: /password|encrypt/iu.test(message) ? "password" : other ? "unknown-type" : "damaged",
    });
    return;
  }
  const from1904 = workbook.Workbook?.WBProps?.date1904 === true;
  for (const [at, name] of workbook.SheetNames.entries()) {
    if (workbook.Workbook?.Sheets?.[at]?.Hidden) continue;
    const grid =
      (workbook.Sheets[name] as WorkSheet & { "!data"?: (CellObject | undefined)[][] })["!data"] ?? [];
    const merges = (workbook.Sheets[name]?.["!merges"] ?? [])
      .filter(({ s, e }) => e.r > s.r)
      .slice(0, MOST_MERGES)
      .map(({ s, e }): MergeDown => ({ line: s.r + 1, column: s.c, toLine: e.r + 1 }));
    if (!(await ask({ kind: "sheet", name, from1904, merges }))) continue;
    for (let from = 0; from < grid.length; from += BATCH) {
      // Rows without a cell are holes in the grid.
      const rows = Array.from(grid.slice(from, from + BATCH), (cells, row): [number, OldCell[]] => [
        from + row + 1,
        Array.from(cells ?? [], cellOf).slice(0, mostColumns),
      ]);
      if (!(await ask({ kind: "rows", rows }))) break;
    }
  }
  tell({ kind: "end" });
}

await answerTo(workerData as Task);
