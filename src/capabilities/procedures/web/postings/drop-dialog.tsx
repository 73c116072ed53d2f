import { Textarea } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { api } from "../api.ts";

/** Which proof is to be taken back, and of what. */
export interface Dropping {
  proofId: string;
  what: string;
}

/** Takes back a proof that was written down by mistake, with why. */
export function DropDialog({
  dropping,
  onClose,
  onDone,
}: {
  dropping: Dropping | null;
  onClose: () => void;
  onDone: () => void;
}) {
  return (
    <FormDialog
      key={dropping?.proofId}
      opened={dropping !== null}
      onClose={onClose}
      title="Bỏ minh chứng ghi nhầm"
      lead={`${dropping?.what ?? ""}. Minh chứng vẫn lưu trong nhật ký cùng lý do; nơi này trở lại như trước khi ghi.`}
      initial={{ reason: "" }}
      verb="Bỏ minh chứng"
      submit={({ reason }) => api.procedures.dropPosting.call({ id: dropping!.proofId, reason })}
      onDone={onDone}
    >
      {(form) => <Textarea label="Lý do" required autosize {...form.getInputProps("reason")} />}
    </FormDialog>
  );
}
