import { Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { outletKindLabels } from "../../contract.ts";
import { api, type Outlet, type PressRegister } from "../api.ts";

/** A press agency: a new one, or one of the register. */
export function OutletDialog({
  outlet = null,
  opened,
  onClose,
  onDone,
}: {
  outlet?: Outlet | null;
  opened: boolean;
  onClose: () => void;
  onDone: (register: PressRegister) => void;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={outlet ? `Sửa ${outlet.name}` : "Ghi cơ quan báo chí"}
      initial={{
        name: outlet?.name ?? "",
        kind: outlet?.kind ?? ("newspaper" as const),
        address: outlet?.address ?? "",
        phone: outlet?.phone ?? "",
        note: outlet?.note ?? "",
        isClosed: outlet?.isClosed ?? false,
      }}
      verb={outlet ? "Ghi thay đổi" : "Ghi vào sổ"}
      submit={({ isClosed, ...fields }) =>
        outlet
          ? api.channels.changeOutlet.call({ id: outlet.id, ...fields, isClosed })
          : api.channels.noteOutlet.call(fields)
      }
      onDone={onDone}
    >
      {(form) => (
        <>
          <TextInput label="Tên cơ quan báo chí" required data-autofocus {...form.getInputProps("name")} />
          <Select
            label="Loại"
            required
            allowDeselect={false}
            data={optionsOf(outletKindLabels)}
            {...form.getInputProps("kind")}
          />
          <TextInput label="Địa chỉ" {...form.getInputProps("address")} />
          <TextInput label="Điện thoại tòa soạn" {...form.getInputProps("phone")} />
          <Textarea label="Ghi chú" autosize {...form.getInputProps("note")} />
          {outlet && (
            <Checkbox
              label="Không dùng nữa"
              description="Không gửi thư tới đây nữa; những gì đã gửi vẫn giữ."
              {...form.getInputProps("isClosed", { type: "checkbox" })}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
