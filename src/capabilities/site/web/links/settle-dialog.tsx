import { Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

/** Lets a broken link stand as it is, with the reason. */
export function SettleDialog({
  pageId,
  address,
  onClose,
}: {
  pageId: string;
  address: string | null;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  return (
    <FormDialog
      opened={address !== null}
      onClose={onClose}
      title="Để nguyên liên kết hỏng"
      lead="Liên kết ra khỏi danh sách cho đến khi mở được rồi lại hỏng. Sửa được thì nên sửa trang: danh sách tự cập nhật."
      initial={{ reason: "" }}
      verb="Ghi lý do"
      submit={({ reason }) => api.site.settleLink.call({ id: pageId, address: address!, reason })}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.site.brokenLinks.key() });
        sayDone("Đã ghi lý do.");
      }}
    >
      {(form) => (
        <Textarea
          label="Lý do"
          description="Ví dụ: trang bên đó chỉ mở được trong giờ hành chính; tin cũ, giữ như lúc đăng."
          required
          autosize
          minRows={2}
          {...form.getInputProps("reason")}
        />
      )}
    </FormDialog>
  );
}
