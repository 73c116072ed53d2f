import { Select, TextInput } from "@mantine/core";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type GoodPractice } from "../api.ts";
import { usePeopleOptions } from "../planning/people-options.ts";

/** Says which unit, or which place elsewhere, took a good practice over. */
export function SpreadDialog({
  practice,
  opened,
  onClose,
  onDone,
}: {
  practice: GoodPractice;
  opened: boolean;
  onClose: () => void;
  onDone: (saved: GoodPractice) => void;
}) {
  const { units, ownUnitId } = usePeopleOptions();
  const keeps = practice.may.recognise?.allowed ?? false;
  const others = units.filter(({ value }) => value !== practice.unitId);
  const own = others.some(({ value }) => value === ownUnitId) ? ownUnitId : null;
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Ghi nơi áp dụng"
      initial={{ unitId: keeps ? null : own, place: "", since: null as string | null, note: "" }}
      verb="Ghi"
      submit={(fields) => api.newsroom.noteSpread.call({ id: practice.id, ...fields })}
      onDone={(saved) => {
        onDone(saved);
        sayDone("Đã ghi nơi áp dụng.");
      }}
    >
      {(form) => (
        <>
          <Select
            label="Đơn vị"
            data={others}
            searchable
            clearable
            clearButtonProps={{ "aria-label": "Bỏ chọn đơn vị" }}
            {...form.getInputProps("unitId")}
          />
          {keeps && (
            <TextInput
              label="Hoặc nơi khác"
              description="Xã, phường, cơ quan ngoài danh sách."
              {...form.getInputProps("place")}
            />
          )}
          <DateField label="Áp dụng từ ngày" {...form.getInputProps("since")} />
          <TextInput label="Ghi chú" {...form.getInputProps("note")} />
        </>
      )}
    </FormDialog>
  );
}
