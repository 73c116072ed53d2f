import { plain } from "#platform/text/unit-named.ts";
import { type WorkItemKind, workItemKinds, workItemKindWords } from "../work-programme/work-item.ts";

/** Words by which people name a kind, the telling ones first: a singing contest is a contest. */
const signs: [WorkItemKind, RegExp][] = [
  ["contest", /cuộc thi|hội thi|hội diễn|thi tìm hiểu/u],
  ["training", /tập huấn|bồi dưỡng|lớp /u],
  ["conference", /hội nghị|hội thảo|tọa đàm|toạ đàm|đối thoại/u],
  ["exhibition", /triển lãm|trưng bày|hội sách/u],
  ["sport", /thể thao|thể dục|giải (?:bóng|cầu|chạy|cờ|bơi|vô địch|đua)|hội khỏe|thi đấu/u],
  ["culture", /văn hóa|văn hoá|văn nghệ|biểu diễn|lễ hội|liên hoan|chiếu phim|ca múa/u],
  ["meeting", /họp|sinh hoạt|giao ban/u],
];

const signed = (text: string): WorkItemKind | null =>
  signs.find(([, sign]) => sign.test(text.normalize("NFC").toLowerCase()))?.[0] ?? null;

/** The kind that a cell names, in the product's words or in those that people use; null when it names none. */
export const kindNamed = (text: string): WorkItemKind | null =>
  workItemKinds.find((kind) => plain(workItemKindWords[kind]) === plain(text)) ??
  signed(text) ??
  (/^khác/iu.test(text) ? "other" : null);

/** The kind that the name of an event suggests. */
export const kindSuggested = (title: string): WorkItemKind => signed(title) ?? "other";
