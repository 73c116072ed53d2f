import { Checkbox, Stack, TextInput } from "@mantine/core";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import type { Webhooks } from "../api.ts";

export interface SystemValues extends Record<string, unknown> {
  name: string;
  url: string;
  kinds: string[];
}

/** Which system is told, where, and of what. */
export function SystemForm<Answer>({
  kinds,
  ...dialog
}: {
  opened: boolean;
  onClose: () => void;
  title: string;
  initial: SystemValues;
  verb: string;
  kinds: Webhooks["kinds"];
  submit: (values: SystemValues) => Promise<Answer>;
  onDone: (answer: Answer, values: SystemValues) => void;
}) {
  let sent = dialog.initial;
  return (
    <FormDialog<SystemValues, Answer>
      {...dialog}
      lead="Mỗi việc được báo bằng một lần gọi có chữ ký tới địa chỉ này; chỉ gồm những gì đã công khai và kết quả đăng, không có bài đang soạn."
      check={(values) => (values.kinds.length === 0 ? { kinds: "Hãy chọn ít nhất một việc cần báo." } : {})}
      submit={(values) => {
        sent = values;
        return dialog.submit(values);
      }}
      onDone={(answer) => dialog.onDone(answer, sent)}
    >
      {(form) => <Fields form={form} kinds={kinds} />}
    </FormDialog>
  );
}

function Fields({ form, kinds }: { form: DialogForm<SystemValues>; kinds: Webhooks["kinds"] }) {
  return (
    <>
      <TextInput
        label="Tên hệ thống"
        description="Để người khác biết tin đi đâu: “Trục tích hợp của tỉnh”."
        required
        data-autofocus
        {...form.getInputProps("name")}
      />
      <TextInput
        label="Địa chỉ nhận"
        description="Bắt đầu bằng https://, do bên nhận cho biết."
        type="url"
        required
        {...form.getInputProps("url")}
      />
      <Checkbox.Group label="Báo khi" required {...form.getInputProps("kinds")}>
        <Stack gap="xs" mt="xs">
          {kinds.map(({ slug, label }) => (
            <Checkbox key={slug} value={slug} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
    </>
  );
}
