import { Textarea } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type Register } from "../api.ts";

/** Throws the switch for all channels of the agency, with the reason that everybody sees. */
export function PauseAllDialog({
  opened,
  onClose,
  onDone,
}: {
  opened: boolean;
  onClose: () => void;
  onDone: (register: Register) => void;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Tạm dừng mọi kênh"
      lead="Không bài nào lên kênh ngoài cho đến khi mở lại; bài đến giờ vẫn giữ nguyên chỗ và thứ tự. Cổng của cơ quan vẫn đăng bình thường. Bài đã lên không bị gỡ."
      initial={{ reason: "" }}
      verb="Tạm dừng mọi kênh"
      submit={({ reason }) => api.channels.pauseChannels.call({ reason })}
      onDone={(answer) => {
        onDone(answer);
        sayDone("Đã tạm dừng mọi kênh.");
      }}
    >
      {(form) => (
        <Textarea
          label="Lý do"
          description="Mọi người đăng bài sẽ thấy lý do này."
          required
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps("reason")}
        />
      )}
    </FormDialog>
  );
}
