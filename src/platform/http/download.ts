import { ORPCError } from "@orpc/server";
import { PdfUnavailable } from "#platform/official-document/write/write-pdf.ts";

export const mediaTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
};

/**
 * Bytes as an answer that the browser keeps as a file and never opens within the site. A machine without the
 * typesetter answers with the sentence that says what to do instead.
 */
export async function download(
  written: Promise<Uint8Array> | Uint8Array,
  name: string,
  type: string,
): Promise<{ headers: Record<string, string>; body: File }> {
  try {
    const bytes = new Uint8Array(await written);
    return {
      headers: {
        "content-disposition": `attachment; filename="${name}"`,
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
      body: new File([bytes], name, { type }),
    };
  } catch (error) {
    if (error instanceof PdfUnavailable)
      throw new ORPCError("SERVICE_UNAVAILABLE", { status: 503, message: error.message });
    throw error;
  }
}
