export const verdicts = ["accepted", "accepted-with-remarks", "not-accepted"] as const;
export type Verdict = (typeof verdicts)[number];

export const verdictLabels: Record<Verdict, string> = {
  accepted: "Đạt yêu cầu",
  "accepted-with-remarks": "Đạt, có góp ý",
  "not-accepted": "Chưa đạt, cần làm lại",
};

/** What the dossier of a product is judged by. */
export interface DossierFacts {
  state: string;
  /** The text that is public now. */
  revisionHash: string;
  approvedBy: string | null;
  placements: {
    accountName: string;
    url: string | null;
    where: string | null;
    placedAt: Date;
    revisionHash: string;
    isOwn: boolean;
    pictures: number;
    /** Pages that the system has kept of the text that stands there. */
    pages: number;
  }[];
  acceptance: { verdict: Verdict; revisionHash: string } | null;
}

/** What is still missing before a product can be paid, in words; none: the part of the proofs is whole. */
export function missingParts(facts: DossierFacts): string[] {
  const { state, revisionHash, approvedBy, placements, acceptance } = facts;
  const missing: string[] = [];
  if (state !== "published") missing.push("Bài không còn công khai trên cổng.");
  if (approvedBy === null) missing.push("Chưa có người duyệt trong phiếu duyệt.");
  if (placements.length === 0) missing.push("Chưa có nơi đã đăng.");
  for (const { accountName, pictures, pages } of placements)
    if (pictures + pages === 0) missing.push(`Chưa có ảnh chụp hay trang lưu của bài trên ${accountName}.`);
  if (acceptance === null) missing.push("Chưa nghiệm thu.");
  else if (acceptance.verdict === "not-accepted")
    missing.push("Nghiệm thu kết luận chưa đạt; sửa xong cần nghiệm thu lại.");
  else if (acceptance.revisionHash !== revisionHash)
    missing.push("Bài có bản mới sau khi nghiệm thu; cần nghiệm thu lại bản này.");
  return missing;
}
