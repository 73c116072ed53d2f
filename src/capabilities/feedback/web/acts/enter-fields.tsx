import { Select, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import { DateField } from "#ui/date-field.tsx";
import type { DialogForm } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { feedbackKinds } from "../../contract.ts";
import type { FeedbackQueue } from "../api.ts";

/** What is written down of feedback that came another way than by the form. */
export function EnterFields({
  form,
  fields,
}: {
  form: Pick<DialogForm<Record<string, unknown>>, "getInputProps">;
  fields: FeedbackQueue["fields"];
}) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
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
  );
}
