import { NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { api, type SectionList } from "../api.ts";
import { useSectionsChanged } from "./use-sections-changed.ts";

/** Which unit answers for a section, how often it is looked over, and where it stands if not here. */
export function CareDialog({
  section,
  units,
  opened,
  onClose,
}: {
  section: SectionList["sections"][number];
  units: SectionList["units"];
  opened: boolean;
  onClose: () => void;
}) {
  const changed = useSectionsChanged();
  const { slug, title, ownerUnitId, reviewDays, elsewhere, absentReason } = section;
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Phụ trách: ${title}`}
      initial={{
        ownerUnitId,
        reviewDays: reviewDays as number | string,
        elsewhere: elsewhere ?? "",
        absentReason: absentReason ?? "",
      }}
      verb="Ghi"
      submit={(values) =>
        api.site.lookAfterSection.call({
          slug,
          ownerUnitId: values.ownerUnitId,
          reviewDays: Number(values.reviewDays),
          elsewhere: values.elsewhere.trim() || null,
          absentReason: values.absentReason.trim() || null,
        })
      }
      onDone={() => changed("Đã ghi.")}
    >
      {(form) => (
        <>
          <Select
            label="Đơn vị phụ trách"
            clearable
            clearButtonProps={{ "aria-label": "Bỏ đơn vị phụ trách" }}
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("ownerUnitId")}
          />
          <NumberInput
            label="Xem lại sau (ngày)"
            description="Tính từ lần đổi hoặc lần xem lại gần nhất; đến hạn thì biên tập và trưởng đơn vị được báo."
            required
            min={7}
            max={1100}
            {...form.getInputProps("reviewDays")}
          />
          <TextInput
            label="Đăng ở trang khác"
            description="Địa chỉ đầy đủ, nếu mục này không đăng trên cổng này."
            {...form.getInputProps("elsewhere")}
          />
          <Textarea
            label="Không phát sinh"
            description="Lý do, hiện trên cổng; để trống nếu có phát sinh."
            autosize
            minRows={2}
            {...form.getInputProps("absentReason")}
          />
        </>
      )}
    </FormDialog>
  );
}
