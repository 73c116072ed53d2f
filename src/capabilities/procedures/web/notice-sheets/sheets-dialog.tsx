import { Checkbox, Select } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { saveFile } from "#ui/save-file.ts";
import { sayDone } from "#ui/undo.tsx";
import { type PaperSize, paperLabels } from "../../notice-sheets/paper.ts";
import { api } from "../api.ts";

/** Prints the notice sheets of these procedures, in the versions that hold now, as one PDF. */
export function SheetsDialog({
  ids,
  opened,
  onClose,
}: {
  ids: string[];
  opened: boolean;
  onClose: () => void;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={ids.length === 1 ? "Phiếu niêm yết" : `Phiếu niêm yết của ${ids.length} thủ tục`}
      lead="Tệp PDF in được ngay, có mã QR dẫn tới trang của thủ tục và số bản ở chân trang. Dán xong, chụp ảnh bảng niêm yết rồi ghi vào Công khai thủ tục."
      initial={{ paper: "a4" as PaperSize, large: false }}
      verb="Tải phiếu (.pdf)"
      submit={async ({ paper, large }) => {
        const { body } = await api.procedures.noticeSheets.call({ ids, paper, large });
        saveFile(new File([body], `phieu-niem-yet-${paper}.pdf`, { type: body.type }));
      }}
      onDone={() => sayDone("Đã tải phiếu niêm yết.")}
    >
      {(form) => (
        <>
          <Select
            label="Khổ giấy"
            allowDeselect={false}
            data={optionsOf(paperLabels)}
            {...form.getInputProps("paper")}
          />
          <Checkbox
            label="Bản chữ lớn"
            description="Cho người cao tuổi, người mắt kém, hoặc để đọc từ xa"
            {...form.getInputProps("large", { type: "checkbox" })}
          />
        </>
      )}
    </FormDialog>
  );
}
