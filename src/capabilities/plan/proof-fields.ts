import { z } from "zod";

/** Three of the largest still fit into one request. */
export const LARGEST_EVIDENCE_FILE = 15 * 1024 * 1024;
export const MOST_EVIDENCE_FILES = 3;

/** Where a proof can be seen: a public address, files for people of the agency. */
export const proofFields = {
  url: z.url({ protocol: /^https?$/, error: "Địa chỉ phải bắt đầu bằng http:// hoặc https://." }).nullish(),
  files: z
    .array(
      z
        .file("Hãy chọn một tệp.")
        .min(1, "Có tệp rỗng; hãy chọn tệp khác.")
        .max(LARGEST_EVIDENCE_FILE, "Có tệp lớn hơn 15 MB nên không được nhận."),
    )
    .max(MOST_EVIDENCE_FILES, "Mỗi minh chứng kèm nhiều nhất ba tệp.")
    .default([]),
};
