import { Select } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { today } from "#platform/clock/vietnam-time.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useGo } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { sayDone } from "#ui/undo.tsx";
import { type FeedbackKind, feedbackSources } from "../../contract.ts";
import { api, type FeedbackQueue } from "../api.ts";
import { EnterFields } from "./enter-fields.tsx";

const { portal: _, ...sources } = feedbackSources;

/** Writes down what came by letter, telephone or in person. */
export function EnterDialog({
  fields,
  opened,
  onClose,
}: {
  fields: FeedbackQueue["fields"];
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const go = useGo();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Ghi phản ánh nhận ở nơi khác"
      lead="Thời hạn tính từ ngày nhận. Tên, điện thoại, địa chỉ, thư chỉ người xử lý xem được. Khiếu nại, tố cáo không ghi ở đây."
      initial={{
        ...{
          source: "letter" as keyof typeof sources,
          kind: "conduct" as FeedbackKind,
          fieldId: "",
          words: "",
        },
        ...{ place: "", name: "", phone: "", address: "", mail: "", officialCode: "" },
        receivedOn: today().toString() as string | null,
      }}
      verb="Ghi phản ánh"
      check={({ receivedOn }) => (receivedOn ? {} : { receivedOn: "Ghi ngày nhận." })}
      submit={({ fieldId, receivedOn, ...rest }) =>
        api.feedback.enter.call({ ...rest, fieldId: fieldId || null, receivedOn: receivedOn! })
      }
      onDone={({ id, code }) => {
        void queries.invalidateQueries({ queryKey: api.feedback.key() });
        sayDone(`Đã ghi phản ánh ${code}.`);
        go(`/phan-anh/${id}`);
      }}
    >
      {(form) => (
        <>
          <Select
            label="Nhận qua"
            data={optionsOf(sources)}
            allowDeselect={false}
            {...form.getInputProps("source")}
          />
          <EnterFields form={form} fields={fields} />
        </>
      )}
    </FormDialog>
  );
}
