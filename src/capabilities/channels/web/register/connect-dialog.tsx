import { PasswordInput, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type Account, api, type Register } from "../api.ts";

/** What lets the product in to the network: tried there before it is kept, and never shown again. */
export function ConnectDialog({
  account: { id, name, connection, connectionFields },
  onClose,
  onDone,
}: {
  account: Account;
  onClose: () => void;
  onDone: (register: Register) => void;
}) {
  return (
    <FormDialog<Record<string, string>, Register>
      opened
      onClose={onClose}
      title={`${connection ? "Kết nối lại" : "Kết nối"}: ${name}`}
      lead="Hệ thống thử kết nối trước, được mới lưu; mật khẩu, khóa và mã được khóa kín, không hiện lại ở đâu nên phải điền lại mỗi lần. Kết nối xong, bài được đăng tự động, bài đang chờ đăng tiếp theo thứ tự."
      initial={Object.fromEntries(
        connectionFields.map(({ name: field }) => [field, connection?.known[field] ?? ""]),
      )}
      verb="Thử và kết nối"
      submit={(values) => api.channels.connectAccount.call({ id, values })}
      onDone={(register) => {
        onDone(register);
        sayDone(`Đã kết nối ${name}.`);
      }}
    >
      {(form) =>
        connectionFields.map((field, place) =>
          field.options ? (
            <Radio.Group
              key={field.name}
              label={field.label}
              description={field.hint}
              required={field.required}
              {...form.getInputProps(field.name)}
            >
              <Stack gap="xs" mt="xs">
                {field.options.map(({ value, label }) => (
                  <Radio key={value} value={value} label={label} />
                ))}
              </Stack>
            </Radio.Group>
          ) : field.secret ? (
            <PasswordInput
              key={field.name}
              label={field.label}
              description={field.hint}
              required={field.required}
              data-autofocus={place === 0 || undefined}
              autoComplete="off"
              visibilityToggleButtonProps={{ "aria-label": `Hiện hoặc ẩn: ${field.label}`, tabIndex: 0 }}
              {...form.getInputProps(field.name)}
            />
          ) : field.long ? (
            <Textarea
              key={field.name}
              label={field.label}
              description={field.hint}
              required={field.required}
              autosize
              minRows={2}
              maxRows={6}
              autoComplete="off"
              {...form.getInputProps(field.name)}
            />
          ) : (
            <TextInput
              key={field.name}
              label={field.label}
              description={field.hint}
              required={field.required}
              data-autofocus={place === 0 || undefined}
              autoComplete="off"
              {...form.getInputProps(field.name)}
            />
          ),
        )
      }
    </FormDialog>
  );
}
