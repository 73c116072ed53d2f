import { Button, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { sayDone } from "#ui/undo.tsx";
import { type UnitKind, unitKindLabels } from "../contract.ts";
import { api, type UnitView } from "./api.ts";

/** Adds a unit, or renames one; a unit that is merged or dissolved is closed from today. */
export function UnitDialog({ unit, onClose }: { unit: UnitView | null; onClose: () => void }) {
  const queries = useQueryClient();
  const [closing, setClosing] = useState(false);
  const refresh = () => queries.invalidateQueries({ queryKey: api.organization.listUnits.key() });
  const close = useMutation(
    api.organization.closeUnit.mutationOptions({
      onSuccess: () => {
        void refresh();
        onClose();
        sayDone("Đã ngừng hoạt động đơn vị.");
      },
    }),
  );
  return (
    <>
      <FormDialog
        opened
        onClose={onClose}
        title={unit ? `Sửa đơn vị: ${unit.name}` : "Thêm đơn vị"}
        initial={{
          name: unit?.name ?? "",
          shortName: unit?.shortName ?? "",
          kind: (unit?.kind ?? "division") as UnitKind,
        }}
        verb="Lưu đơn vị"
        submit={(fields) =>
          unit
            ? api.organization.updateUnit.call({ id: unit.id, ...fields })
            : api.organization.createUnit.call(fields)
        }
        onDone={() => {
          void refresh();
          sayDone("Đã lưu đơn vị.");
        }}
      >
        {(form) => (
          <>
            <TextInput label="Tên đơn vị" required data-autofocus {...form.getInputProps("name")} />
            <TextInput label="Viết tắt" required {...form.getInputProps("shortName")} />
            <Select
              label="Loại"
              allowDeselect={false}
              data={optionsOf(unitKindLabels)}
              {...form.getInputProps("kind")}
            />
            {unit && (
              <Button variant="default" w="fit-content" onClick={() => setClosing(true)}>
                Ngừng hoạt động từ hôm nay
              </Button>
            )}
          </>
        )}
      </FormDialog>
      {unit && (
        <Confirm
          opened={closing}
          onClose={() => setClosing(false)}
          title={`Ngừng hoạt động: ${unit.name}`}
          verb="Ngừng hoạt động"
          pending={close.isPending}
          error={close.error}
          onConfirm={() => close.mutate({ id: unit.id, on: today().toString() })}
        >
          Đơn vị rời khỏi các danh sách chọn từ hôm nay. Nhiệm vụ, tin bài và báo cáo đã có vẫn mang tên đơn
          vị. Người còn được phân công ở đây cần chuyển đi trước.
        </Confirm>
      )}
    </>
  );
}
