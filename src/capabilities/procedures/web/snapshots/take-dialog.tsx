import { Alert, Checkbox, FileInput, Select } from "@mantine/core";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { api, type SnapshotsView } from "../api.ts";

/** Chooses a list that was exported from a place, to be compared with the register. */
export function TakeDialog({
  places,
  opened,
  onClose,
  onDone,
}: {
  places: SnapshotsView["places"];
  opened: boolean;
  onClose: () => void;
  onDone: (id: string) => void;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Đối chiếu một danh mục"
      lead="Danh mục được giữ cùng tên tệp, ngày và người đối chiếu; sổ thủ tục không bị sửa."
      initial={{
        id: newId(),
        placeId: places[0]?.id ?? null,
        asOf: today().toString() as string | null,
        isFull: true,
        file: null as File | null,
      }}
      check={({ placeId, asOf, file }) => ({
        ...(placeId === null && { placeId: "Hãy chọn nơi xuất danh mục." }),
        ...(asOf === null && { asOf: "Hãy chọn ngày xuất danh mục." }),
        ...(file === null && { file: "Hãy chọn tệp danh mục." }),
      })}
      verb="Đối chiếu"
      submit={({ id, placeId, asOf, isFull, file }) =>
        api.procedures.takeSnapshot.call({
          ...{ id, placeId: placeId!, asOf: asOf!, file: file!, isFull: isFull ? "yes" : "no" },
        })
      }
      onDone={({ id }) => onDone(id)}
    >
      {(form) => (
        <>
          <Select
            label="Danh mục xuất từ"
            required
            allowDeselect={false}
            data={places.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("placeId")}
          />
          <DateField label="Xuất ngày" required {...form.getInputProps("asOf")} />
          <FileInput
            label="Tệp danh mục"
            description=".xlsx, .xls, .csv hoặc .json, nhiều nhất 10 MB"
            placeholder="Chọn tệp"
            required
            withAsterisk
            accept=".xlsx,.xls,.csv,.tsv,.txt,.json"
            clearable
            clearButtonProps={{ "aria-label": "Bỏ tệp đã chọn" }}
            {...form.getInputProps("file")}
          />
          <Checkbox
            label="Danh mục nêu mọi thủ tục của cơ quan ở nơi ấy"
            description="Thủ tục đang thực hiện mà danh mục không nêu được tính là thiếu ở đó."
            {...form.getInputProps("isFull", { type: "checkbox" })}
          />
          {!form.getValues().isFull && (
            <Alert color="gray" variant="light">
              Danh mục chỉ có một phần, nên không kết luận thủ tục nào còn thiếu.
            </Alert>
          )}
        </>
      )}
    </FormDialog>
  );
}
