/** The ways in which a decision changes units. */
export const unitChangeKinds = ["merge", "split", "rename"] as const;
export type UnitChangeKind = (typeof unitChangeKinds)[number];

export const unitChangeLabels: Record<UnitChangeKind, string> = {
  merge: "Sáp nhập, hợp nhất",
  split: "Chia tách",
  rename: "Đổi tên",
};

/** "A", "A và B", "A, B và C". */
export const listed = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} và ${names.at(-1)}`;

/** What a change does, in one sentence without its day. */
export function changeInWords(kind: UnitChangeKind, from: string[], into: string[], anew: boolean): string {
  if (kind === "rename") return `${listed(from)} đổi tên thành ${listed(into)}`;
  if (kind === "split") return `${listed(from)} chia tách thành ${listed(into)}`;
  return anew
    ? `${listed(from)} hợp nhất thành ${listed(into)}`
    : `${listed(from)} sáp nhập vào ${listed(into)}`;
}
