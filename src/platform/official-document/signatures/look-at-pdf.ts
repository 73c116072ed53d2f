import { DamagedPdf, PdfFile } from "./pdf-file.ts";

/** What a PDF tells about itself without being opened; or why it cannot be a whole one, as a sentence. */
export type PdfFound = { whole: true; signatureSeen: boolean } | { whole: false; why: string };

/**
 * Whether a file is a whole, open PDF: it begins and ends as one, every section of its history can be read, and the
 * objects they name stand where they say. A file that was cut, changed in transfer or locked with a password is
 * refused. Whether a signature stands in it is told by its dictionary with its range of bytes (ISO 32000-1, 12.8.1);
 * what the signature is worth is not judged here.
 */
export function lookAtPdf(file: Buffer): PdfFound {
  const base = file.subarray(0, 1024).indexOf("%PDF-");
  if (base < 0) return { whole: false, why: "Tệp tải lên không phải là PDF." };
  try {
    const { text } = new PdfFile(file.subarray(base));
    return { whole: true, signatureSeen: holdsSignature(text) };
  } catch (error) {
    if (error instanceof DamagedPdf) return { whole: false, why: error.message };
    throw error;
  }
}

const holdsSignature = (text: string): boolean =>
  [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/gu)].some((found) => {
    const [from, length, after, rest] = found.slice(1).map(Number) as [number, number, number, number];
    return from + length <= after && after + rest <= text.length && length > 0;
  });
