import { TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { api, type Reviews } from "../api.ts";

/** What stands in the place of a page that is gone. */
export function SuccessorDialog({
  page: { id, title, successor },
  opened,
  onClose,
  onDone,
}: {
  page: Reviews["pages"][number];
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Trang thay thế: ${title}`}
      lead="Ai mở địa chỉ cũ thấy trang đã gỡ và liên kết đến trang thay thế."
      initial={{ successor: successor ?? "" }}
      verb="Ghi"
      submit={(values) => api.site.nameSuccessor.call({ id, successor: values.successor.trim() || null })}
      onDone={onDone}
    >
      {(form) => (
        <TextInput
          label="Địa chỉ trang thay thế"
          description="Bắt đầu bằng / (trên cổng này) hoặc https://; để trống thì bỏ."
          {...form.getInputProps("successor")}
        />
      )}
    </FormDialog>
  );
}
