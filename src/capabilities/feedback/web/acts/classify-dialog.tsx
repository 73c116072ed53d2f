import { Select, Textarea, TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { feedbackKinds } from "../../contract.ts";
import { api, type FeedbackView } from "../api.ts";

interface Props {
  view: FeedbackView;
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** What it is about and which unit answers. */
export function ClassifyDialog({ view, opened, onClose, onDone }: Props) {
  const unitOf = (fieldId: string) => view.fields.find(({ id }) => id === fieldId)?.unitId ?? "";
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={view.unitId ? "Phân loại lại, chuyển đơn vị" : "Phân loại, giao đơn vị"}
      lead="Người gửi được báo đơn vị nào xử lý; chuyển sang đơn vị khác thì được báo cả lý do."
      initial={{
        kind: view.kind,
        fieldId: view.fieldId ?? "",
        unitId: view.unitId ?? unitOf(view.fieldId ?? ""),
        procedureCode: view.procedureCode ?? "",
        reason: "",
      }}
      verb="Ghi phân loại"
      submit={({ unitId, ...rest }) =>
        api.feedback.classify.call({ id: view.id, unitId: unitId || null, ...rest })
      }
      onDone={onDone}
    >
      {(form) => (
        <>
          <Select
            label="Loại"
            data={optionsOf(feedbackKinds)}
            allowDeselect={false}
            {...form.getInputProps("kind")}
          />
          <Select
            label="Lĩnh vực"
            required
            searchable
            data={view.fields.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("fieldId")}
            onChange={(fieldId) => {
              form.setFieldValue("fieldId", fieldId ?? "");
              if (fieldId && !view.unitId) form.setFieldValue("unitId", unitOf(fieldId));
            }}
          />
          <Select
            label="Đơn vị xử lý"
            description="Để trống thì giao đơn vị gắn với lĩnh vực."
            searchable
            clearable
            clearButtonProps={{ "aria-label": "Bỏ chọn đơn vị xử lý" }}
            data={view.units.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("unitId")}
          />
          <TextInput label="Mã thủ tục liên quan" {...form.getInputProps("procedureCode")} />
          {view.unitId && form.values.unitId !== view.unitId && (
            <Textarea
              label="Lý do chuyển đơn vị"
              required
              autosize
              minRows={2}
              {...form.getInputProps("reason")}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
