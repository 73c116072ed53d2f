import { TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { api, type SectionList } from "../api.ts";
import { useSectionsChanged } from "./use-sections-changed.ts";

/** Puts a text that is public into a section. */
export function TextDialog({
  section: { slug, title },
  opened,
  onClose,
}: {
  section: SectionList["sections"][number];
  opened: boolean;
  onClose: () => void;
}) {
  const changed = useSectionsChanged();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Gắn bài vào mục: ${title}`}
      lead="Bài được soạn, duyệt, đăng như mọi bài; gắn vào mục thì hiện ở trang của mục, sửa bài thì mục đổi theo."
      initial={{ address: "" }}
      verb="Gắn bài"
      submit={({ address }) => api.site.putText.call({ slug, address })}
      onDone={() => changed("Đã gắn bài.")}
    >
      {(form) => (
        <TextInput
          label="Địa chỉ bài trên cổng"
          description="Chép từ thanh địa chỉ, ví dụ /tin-tuc/ten-bai."
          required
          {...form.getInputProps("address")}
        />
      )}
    </FormDialog>
  );
}
