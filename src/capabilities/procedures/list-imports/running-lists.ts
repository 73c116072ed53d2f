import { type Watched, watchRuns } from "#platform/work/runs.ts";

/** How far a list is: rows are read, judged against the register, written. */
export interface ListProgress {
  step: "reading" | "judging" | "writing";
  done: number;
  /** Null: not known before the end. */
  total: number | null;
}

/** A list that is being worked on. */
export type ListRun = Watched<ListProgress>;

/** A run that nobody watches: of a command. */
export const unwatchedList = (): ListRun => ({ signal: new AbortController().signal, tell: () => {} });

/** A list is held in memory while it is worked on, beside the register: two at once. */
export const listRuns = watchRuns<ListProgress>({
  first: { step: "reading", done: 0, total: null },
  most: 2,
  words: {
    already: "Danh mục này đang được đọc; hãy chờ xong rồi thử lại.",
    busy: "Máy chủ đang đọc các danh mục khác nên chưa đọc danh mục này; chưa có gì được ghi. Hãy thử lại sau ít phút.",
    stopped: "Đã dừng theo yêu cầu của bạn; chưa có gì được ghi.",
    advice: "Muốn làm lại, hãy bấm “Xem thử lại” hoặc chọn tệp khác.",
  },
});
