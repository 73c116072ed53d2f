import { Checkbox, TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type LoudspeakerArea } from "../api.ts";
import { useKeepLoudspeakers } from "./use-keep-loudspeakers.ts";

/** Enters a commune into the register or changes it. */
export function AreaDialog({ area, onClose }: { area: LoudspeakerArea | null; onClose: () => void }) {
  const keep = useKeepLoudspeakers();
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={area ? `Sửa địa bàn: ${area.name}` : "Ghi địa bàn"}
      initial={{
        name: area?.name ?? "",
        code: area?.code ?? "",
        isDifficult: area?.isDifficult ?? false,
        difficultBasis: area?.difficultBasis ?? "",
        isClosed: area?.isClosed ?? false,
      }}
      verb={area ? "Ghi bản sửa" : "Ghi vào sổ"}
      submit={(values) =>
        area
          ? api.channels.changeLoudspeakerArea.call({ id: area.id, ...values })
          : api.channels.addLoudspeakerArea.call(values)
      }
      onDone={(register) => {
        keep(register);
        sayDone("Đã ghi địa bàn.");
      }}
    >
      {(form) => (
        <>
          <TextInput label="Tên xã, phường" required data-autofocus {...form.getInputProps("name")} />
          <TextInput
            label="Mã địa bàn"
            description="Mã đơn vị hành chính đang dùng; đài, hệ thống của tỉnh nhận ra địa bàn theo mã này."
            required
            {...form.getInputProps("code")}
          />
          <Checkbox
            label="Địa bàn khó khăn"
            description="Được theo dõi riêng ở độ phủ."
            {...form.getInputProps("isDifficult", { type: "checkbox" })}
          />
          {form.values.isDifficult && (
            <TextInput
              label="Căn cứ"
              placeholder="Số, ngày của quyết định xác định địa bàn khó khăn"
              {...form.getInputProps("difficultBasis")}
            />
          )}
          {area && (
            <Checkbox
              label="Thôi dùng địa bàn này"
              description="Không chọn được nữa; số liệu cũ vẫn giữ."
              {...form.getInputProps("isClosed", { type: "checkbox" })}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
