import { getDocument } from "unpdf/pdfjs";
import type { SourceDocument } from "../block.ts";
import { tooLargePdf, UnreadableDocument } from "../unreadable-document.ts";
import { layOut } from "./lay-out.ts";
import { type PageMarks, readPage } from "./page-marks.ts";

function refusalOf(error: unknown): UnreadableDocument {
  if (error instanceof UnreadableDocument) return error;
  if (error instanceof Error && error.name === "PasswordException")
    return new UnreadableDocument(
      "password",
      "Tệp PDF được đặt mật khẩu nên không đọc được; hãy mở bằng mật khẩu, lưu bản không khóa rồi thử lại.",
    );
  return new UnreadableDocument(
    "damaged",
    "Tệp PDF bị hỏng hoặc tải về chưa đủ; hãy mở lại tệp gốc, lưu bản mới rồi thử lại.",
  );
}

/** Words of one page; a dense one holds two thousand. */
const mostWords = 50_000;

/**
 * Reads the text layer of a PDF in this thread, which it may hold up for long; `bytes` are taken over. Throws
 * UnreadableDocument for whatever cannot be read. `isBeyond` tells after each page whether a bound was passed.
 */
export async function readPages(
  bytes: Uint8Array,
  { mostPages, isBeyond }: { mostPages: number; isBeyond: () => boolean },
): Promise<SourceDocument> {
  const task = getDocument({
    data: bytes,
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    // Pictures are never unpacked: only words and lines are read.
    maxImageSize: 0,
  });
  const pages: PageMarks[] = [];
  try {
    const document = await task.promise;
    if (document.numPages > mostPages) throw tooLargePdf();
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const marks = await readPage(page);
      page.cleanup();
      pages.push(marks);
      if (isBeyond() || marks.words.length > mostWords) throw tooLargePdf();
    }
  } catch (error) {
    throw isBeyond() ? tooLargePdf() : refusalOf(error);
  } finally {
    await task.destroy();
  }
  return layOut(pages);
}
