import { LARGEST_EVIDENCE_FILE, MOST_EVIDENCE_FILES } from "../contract.ts";

/** Kinds of files that a proof takes, for a file field. */
export const acceptedProofs = "image/jpeg,image/png,image/webp,application/pdf,.docx,.xlsx";

/** Why these files cannot be sent with a proof; null when they can. */
export function proofFilesProblem(files: File[]): string | null {
  const large = files.find(({ size }) => size > LARGEST_EVIDENCE_FILE);
  if (large) return `Tệp “${large.name}” lớn hơn 15 MB; hãy chọn tệp nhỏ hơn.`;
  return files.length > MOST_EVIDENCE_FILES ? "Mỗi minh chứng kèm nhiều nhất ba tệp." : null;
}
