import { type Watched, watchRuns } from "#platform/work/runs.ts";

/**
 * How far a list is: rows are read, judged against the register, written, or the bad ones packed into a file; or, of
 * one that is taken back, procedures are looked at and put back.
 */
export interface ListProgress {
  step: "reading" | "judging" | "writing" | "packing" | "checking" | "restoring";
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
    already: "Việc này đang được làm; hãy chờ xong rồi thử lại.",
    busy: "Máy chủ đang làm với các danh mục khác nên chưa làm việc này; chưa có gì được ghi. Hãy thử lại sau ít phút.",
    stopped: "Đã dừng theo yêu cầu của bạn; chưa có gì được ghi.",
    advice: "Muốn làm lại, hãy bấm nút ấy lần nữa.",
  },
});
