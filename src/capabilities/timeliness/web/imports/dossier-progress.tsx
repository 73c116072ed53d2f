import { RunProgress } from "#ui/sheets/run-progress.tsx";
import { api } from "../api.ts";

/** How far a sheet of dossiers has been read or written. */
export function DossierProgress({ runId }: { runId: string }) {
  return (
    <RunProgress
      runId={runId}
      label="Tiến độ đọc bảng"
      ask={(id) => api.timeliness.runProgress.call({ id })}
      stop={(id) => api.timeliness.stopRun.call({ id })}
      words={(state) => {
        if (state === undefined || (state.step === "reading" && state.done === 0))
          return "Đang gửi và mở tệp…";
        const done = state.done.toLocaleString("vi-VN");
        return state.step === "reading"
          ? `Đã đọc ${done} dòng…`
          : `Đã xét ${done} trên ${(state.total ?? 0).toLocaleString("vi-VN")} hồ sơ…`;
      }}
    />
  );
}
