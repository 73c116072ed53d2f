import { NumberInput, Select } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { api, type Reviews } from "../api.ts";

const named = (all: { id: string; name: string }[]) =>
  all.map(({ id, name }) => ({ value: id, label: name }));

/** Whose page it is, and how often it is looked over. */
export function PageCareDialog({
  page,
  list: { units, people },
  opened,
  onClose,
  onDone,
}: {
  page: Reviews["pages"][number];
  list: Pick<Reviews, "units" | "people">;
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Phụ trách: ${page.title}`}
      lead="Đến hạn thì người phụ trách được báo một lần; không có ai thì trưởng đơn vị, rồi biên tập."
      initial={{
        ownerUnitId: page.ownerUnitId,
        ownerPersonId: page.ownerPersonId,
        reviewDays: (page.reviewDays ?? "") as number | string,
      }}
      verb="Ghi"
      submit={(values) =>
        api.site.careForPage.call({
          id: page.id,
          ownerUnitId: values.ownerUnitId,
          ownerPersonId: values.ownerPersonId,
          reviewDays: values.reviewDays === "" ? null : Number(values.reviewDays),
        })
      }
      onDone={onDone}
    >
      {(form) => (
        <>
          <Select
            label="Đơn vị phụ trách"
            clearable
            searchable
            clearButtonProps={{ "aria-label": "Bỏ đơn vị phụ trách" }}
            data={named(units)}
            {...form.getInputProps("ownerUnitId")}
          />
          <Select
            label="Người phụ trách"
            clearable
            searchable
            clearButtonProps={{ "aria-label": "Bỏ người phụ trách" }}
            data={named(people)}
            {...form.getInputProps("ownerPersonId")}
          />
          <NumberInput
            label="Xem lại sau (ngày)"
            description="Từ 7 đến 1.100 ngày; để trống thì trang không phải xem lại."
            min={7}
            max={1100}
            {...form.getInputProps("reviewDays")}
          />
        </>
      )}
    </FormDialog>
  );
}
