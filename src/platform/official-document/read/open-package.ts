import { Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { limits } from "./limits.ts";
import { UnreadableDocument } from "./unreadable-document.ts";

/** An opened .docx package: parts by name, each streamed once through a byte cap. */
export interface DocumentPackage {
  has: (name: string) => boolean;
  /** Streams the decompressed bytes of a part, `most` of them at most; false when there is no such part. */
  stream: (name: string, sink: (bytes: Uint8Array) => void, most?: number) => Promise<boolean>;
}

/** Bytes that stand before the content of a part, at least. */
const localHeader = 30;

function damaged(): UnreadableDocument {
  return new UnreadableDocument(
    "damaged",
    "Tệp bị hỏng hoặc tải về chưa đủ nên không đọc được; hãy mở lại bằng Word, lưu bản mới rồi thử lại.",
  );
}

function tooLarge(): UnreadableDocument {
  return new UnreadableDocument(
    "too-large",
    "Nội dung trong tệp lớn bất thường nên không được đọc; hãy lưu lại thành tệp .docx mới, không kèm đối tượng nhúng, rồi thử lại.",
  );
}

/** Opens the zip; refuses a truncated, ambiguous or password-protected one. Extracts nothing to disk. */
export async function openPackage(bytes: Uint8Array): Promise<DocumentPackage> {
  const parts = new Map<string, (writable: WritableStream<Uint8Array>) => Promise<unknown>>();
  try {
    const zip = new ZipReader(new Uint8ArrayReader(bytes), {
      checkAmbiguity: true,
      // Names are only looked up and never become paths, so one that climbs is merely never asked for.
      filenameValidation: "tolerant",
      useWebWorkers: false,
    });
    const spans: { from: number; to: number }[] = [];
    let count = 0;
    for await (const entry of zip.getEntriesGenerator()) {
      count += 1;
      if (count > limits.entries) throw tooLarge();
      spans.push({ from: entry.offset, to: entry.offset + localHeader + entry.compressedSize });
      if (entry.directory) continue;
      if (entry.encrypted)
        throw new UnreadableDocument(
          "password",
          "Tệp được đặt mật khẩu nên không đọc được; hãy bỏ mật khẩu, lưu lại thành .docx rồi thử lại.",
        );
      parts.set(entry.filename.toLowerCase(), (writable) => entry.getData(writable));
    }
    // Parts that share bytes make much out of little.
    spans.sort((a, b) => a.from - b.from);
    if (spans.some(({ from }, at) => at > 0 && from < spans[at - 1]!.to)) throw damaged();
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : damaged();
  }

  return {
    has: (name) => parts.has(name.toLowerCase()),
    stream: async (name, sink, most = limits.partBytes) => {
      const read = parts.get(name.toLowerCase());
      if (!read) return false;
      let total = 0;
      let refusal: unknown = null;
      const writable = new WritableStream<Uint8Array>({
        write(chunk) {
          total += chunk.byteLength;
          try {
            if (total > most) throw tooLarge();
            sink(chunk);
          } catch (error) {
            refusal = error;
            throw error;
          }
        },
      });
      try {
        await read(writable);
      } catch {
        throw refusal ?? damaged();
      }
      return true;
    },
  };
}
