import { RunProgress } from "#ui/sheets/run-progress.tsx";
import { api } from "../api.ts";

const number = (value: number) => value.toLocaleString("vi-VN");

/** How far a list of procedures has been read, judged, written or taken back; `onStop` hears that a person stops it. */
export function ListProgress({ runId, onStop }: { runId: string; onStop?: () => void }) {
  return (
    <RunProgress
      runId={runId}
      label="Tiến độ của danh mục"
      ask={(id) => api.procedures.listProgress.call({ id })}
      stop={(id) => {
        onStop?.();
        return api.procedures.stopList.call({ id });
      }}
      words={(state) => {
        if (state === undefined || (state.step === "reading" && state.done === 0))
          return "Đang gửi và mở tệp…";
        if (state.step === "reading") return `Đã đọc ${number(state.done)} dòng…`;
        if (state.step === "packing") return "Đã đối chiếu xong; đang lập tệp các dòng chưa đúng…";
        const share = `${number(state.done)} trên ${number(state.total ?? 0)}`;
        if (state.step === "checking") return `Đã xem ${share} thủ tục có được sửa sau lần nhập không…`;
        if (state.step === "restoring") return `Đã lấy lại ${share} thủ tục…`;
        return state.step === "judging"
          ? `Đã đọc xong; đã đối chiếu ${share} dòng với sổ…`
          : `Đã đối chiếu xong; đã ghi ${share} thủ tục…`;
      }}
    />
  );
}
