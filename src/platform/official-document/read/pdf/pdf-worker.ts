import { parentPort, workerData } from "node:worker_threads";
import type { SourceDocument } from "../block.ts";
import { type UnreadableCode, UnreadableDocument } from "../unreadable-document.ts";
import { boundBytes } from "./bound-bytes.ts";
import type { PdfFacts } from "./read-facts.ts";

/** What the thread is given, and what it answers with. */
export interface PdfTask {
  bytes: Uint8Array;
  /** The bytes that the parser may hold outside its heap. */
  mostBytes: number;
  mostPages: number;
  /** The text of its pages, or what it says of itself. */
  wanted: "text" | "facts";
}

export type PdfAnswer =
  | { document: SourceDocument }
  | { facts: PdfFacts }
  | { refused: { code: UnreadableCode; message: string } };

async function answerTo({ bytes, mostBytes, mostPages, wanted }: PdfTask): Promise<PdfAnswer> {
  // Nothing in a file can make this thread call anywhere. Without its unbounded decoder the parser unpacks by itself.
  for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "DecompressionStream"])
    Reflect.deleteProperty(globalThis, name);
  const isBeyond = boundBytes(mostBytes);
  if (wanted === "facts") {
    const { readFacts } = await import("./read-facts.ts");
    return { facts: await readFacts(bytes) };
  }
  const { readPages } = await import("./read-pages.ts");
  try {
    return { document: await readPages(bytes, { mostPages, isBeyond }) };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return { refused: { code: error.code, message: error.message } };
  }
}

parentPort?.postMessage(await answerTo(workerData as PdfTask));
