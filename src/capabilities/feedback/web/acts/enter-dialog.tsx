import { Select, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useGo } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { sayDone } from "#ui/undo.tsx";
import { type FeedbackKind, feedbackKinds, feedbackSources } from "../../contract.ts";
import { api, type FeedbackQueue } from "../api.ts";

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
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label="Nhận qua"
              data={optionsOf(sources)}
              allowDeselect={false}
              {...form.getInputProps("source")}
            />
            <DateField label="Ngày nhận" required {...form.getInputProps("receivedOn")} />
            <Select
              label="Loại"
              data={optionsOf(feedbackKinds)}
              allowDeselect={false}
              {...form.getInputProps("kind")}
            />
            <Select
              label="Lĩnh vực"
              placeholder="Phân loại sau"
              clearable
              clearButtonProps={{ "aria-label": "Bỏ chọn lĩnh vực" }}
              data={fields.filter(({ isOpen }) => isOpen).map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps("fieldId")}
            />
          </SimpleGrid>
          <Textarea
            label="Nội dung"
            required
            autosize
            minRows={4}
            maxRows={14}
            {...form.getInputProps("words")}
          />
          <TextInput label="Nơi xảy ra" {...form.getInputProps("place")} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label="Người gửi" {...form.getInputProps("name")} />
            <TextInput label="Điện thoại" {...form.getInputProps("phone")} />
            <TextInput label="Địa chỉ" {...form.getInputProps("address")} />
            <TextInput
              label="Thư điện tử"
              description="Có thư thì mỗi thay đổi được báo một lần."
              {...form.getInputProps("mail")}
            />
          </SimpleGrid>
          <TextInput
            label="Mã trên hệ thống phản ánh chính thức"
            description="Nếu phản ánh đã có ở hệ thống quốc gia hoặc của tỉnh."
            {...form.getInputProps("officialCode")}
          />
        </>
      )}
    </FormDialog>
  );
}
