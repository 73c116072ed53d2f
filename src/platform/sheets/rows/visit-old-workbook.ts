import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { root } from "#platform/config/root.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { serialYmd } from "./civil-day.ts";
import { MergedDown } from "./merged-down.ts";
import type { OldCell, OldWorkbookAnswer } from "./old-workbook-worker.ts";
import { damagedList, lockedList, noList, tooLargeList } from "./refusals.ts";
import { DayCell, FaultCell, type RowCell, type RowVisitor, rowLimits } from "./row-visitor.ts";

const bounds = { milliseconds: 60_000, heapMegabytes: 900 } as const;

/** The thread's program: the source itself, or beside the bundled server. */
const program = import.meta.url.endsWith(".ts")
  ? new URL("./old-workbook-worker.ts", import.meta.url)
  : join(root, "dist", "server", "old-workbook-worker.js");

const cellOf = (cell: OldCell, from1904: boolean): RowCell => {
  if (cell === null) return undefined;
  if (typeof cell !== "object") return cell;
  if ("fault" in cell) return new FaultCell(cell.fault);
  const day = serialYmd(cell.serial, from1904);
  return day === null ? cell.serial : new DayCell(day);
};

const refusals = {
  password: lockedList,
  damaged: damagedList,
  "unknown-type": noList,
  "too-large": tooLargeList,
};

/**
 * Reads an .xls, or a page or XML that is named so, in a thread with bounded memory and time: the parser holds the
 * whole of it. Formulas are not worked out, scripts of a page are never run.
 */
export function visitOldWorkbook(bytes: Uint8Array, visitor: RowVisitor): Promise<void> {
  if (bytes.byteLength > rowLimits.oldFileBytes)
    return Promise.reject(
      new UnreadableDocument(
        "too-large",
        "Tệp Excel cũ (.xls) lớn hơn 20 MB nên chưa đọc được; hãy mở bằng Excel, lưu thành .xlsx rồi chọn lại.",
      ),
    );
  const encrypted = Buffer.from("EncryptedPackage", "utf16le");
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encrypted))
    return Promise.reject(lockedList());
  const own = Uint8Array.from(bytes);
  const worker = new Worker(program, {
    workerData: { bytes: own, mostRows: rowLimits.rows, mostColumns: rowLimits.columns },
    transferList: [own.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: bounds.heapMegabytes, maxYoungGenerationSizeMb: 64 },
    stdout: true,
    stderr: true,
  });
  let wanted = false;
  let from1904 = false;
  let merged = new MergedDown([]);
  return new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(tooLargeList()), bounds.milliseconds);
    worker.on("message", (answer: OldWorkbookAnswer) => {
      try {
        if (answer.kind === "refused") reject(refusals[answer.code]());
        else if (answer.kind === "end") resolve();
        else if (answer.kind === "sheet") {
          from1904 = answer.from1904;
          merged = new MergedDown(answer.merges);
          wanted = visitor.sheet(answer.name, { from1904 });
          worker.postMessage(wanted);
        } else {
          for (const [line, written] of answer.rows) {
            if (!wanted) break;
            const cells = written.map((cell) => cellOf(cell, from1904));
            merged.fill(line, cells);
            wanted = visitor.row(line, cells);
          }
          worker.postMessage(wanted);
        }
      } catch (error) {
        reject(error);
      }
    });
    worker.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLargeList() : error),
    );
    worker.once("exit", () => {
      clearTimeout(late);
      reject(tooLargeList());
    });
  }).finally(() => worker.terminate());
}
