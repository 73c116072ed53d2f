import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { ListProgress } from "./list-progress.tsx";

type Made = Awaited<ReturnType<typeof api.procedures.imports.call>>["imports"][number];

/** Takes a whole import back; of a long one it tells how far it is, and can be stopped with nothing changed. */
export function UndoDialog({
  made,
  onClose,
  onDone,
}: {
  /** Null: nothing is asked. */
  made: Made | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const [runId, setRunId] = useState<string | null>(null);
  return (
    <FormDialog
      opened={made !== null}
      onClose={onClose}
      title="Lấy lại cả lần nhập"
      lead={`${(made?.left ?? 0).toLocaleString("vi-VN")} thủ tục trở lại như trước lần nhập “${made?.fileName ?? ""}”; thủ tục mới vào sổ từ lần nhập ấy rời sổ. Thủ tục nào đã được sửa sau đó thì hệ thống nói rõ và không lấy lại gì. Đóng hộp này hoặc rời trang thì việc lấy lại vẫn làm tiếp; bấm “Dừng” thì không có gì thay đổi.`}
      initial={{}}
      verb="Lấy lại"
      submit={() => {
        const id = newId();
        setRunId(id);
        return api.procedures.undoImport.call({ id: made!.id, runId: id }).finally(() => setRunId(null));
      }}
      onDone={() => {
        onDone();
        sayDone("Đã lấy lại lần nhập.");
      }}
    >
      {() => runId && <ListProgress key={runId} runId={runId} />}
    </FormDialog>
  );
}
