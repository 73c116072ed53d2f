import { Select } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { unaccentedOptions } from "#ui/unaccented-options.ts";
import type { Folder } from "../../api.ts";
import { folderChoices, UNFILED } from "./folder-tree.ts";

/** Asks into which folder some of the library go: the way without a mouse. */
export function MoveDialog({
  opened,
  onClose,
  folders,
  count,
  move,
}: {
  opened: boolean;
  onClose: () => void;
  folders: Folder[];
  count: number;
  move: (folderId: string | null) => Promise<unknown>;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Chuyển ${count} tư liệu`}
      lead="Chỉ đổi chỗ cất trong kho; tin, bài đang dùng không thay đổi gì."
      initial={{ folderId: "" }}
      verb="Chuyển"
      check={({ folderId }) => (folderId === "" ? { folderId: "Hãy chọn thư mục." } : {})}
      submit={({ folderId }) => move(folderId === UNFILED ? null : folderId)}
    >
      {(form) => (
        <Select
          label="Vào thư mục"
          data={[{ value: UNFILED, label: "Không thuộc thư mục nào" }, ...folderChoices(folders)]}
          searchable
          filter={unaccentedOptions}
          nothingFoundMessage="Không có thư mục nào khớp"
          data-autofocus
          {...form.getInputProps("folderId")}
          value={form.values.folderId || null}
          onChange={(chosen) => form.setFieldValue("folderId", chosen ?? "")}
        />
      )}
    </FormDialog>
  );
}
