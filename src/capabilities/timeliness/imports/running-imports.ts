import { type Watched, watchRuns } from "#platform/work/runs.ts";

/** How far the reading or writing of a sheet has come. */
export interface Progress {
  step: "reading" | "writing";
  done: number;
  /** Null: not known before the end. */
  total: number | null;
}

/** A sheet that is being worked on. */
export type Run = Watched<Progress>;

/** A run that nobody watches: of a command. */
export const unwatched = (): Run => ({ signal: new AbortController().signal, tell: () => {} });

/** A sheet is held in memory while it is worked on: three at once. */
export const {
  underWatch,
  progressOf,
  stop: stopRun,
} = watchRuns<Progress>({
  first: { step: "reading", done: 0, total: null },
  most: 3,
  words: {
    already: "Bảng này đang được đọc; hãy chờ xong rồi thử lại.",
    busy: "Máy chủ đang đọc các bảng khác nên chưa đọc bảng này; chưa có gì được ghi. Hãy thử lại sau ít phút.",
    stopped: "Đã dừng theo yêu cầu của bạn; chưa có gì được ghi.",
    advice: "Muốn làm lại, hãy chọn tệp hoặc bấm nhập lần nữa.",
  },
});
