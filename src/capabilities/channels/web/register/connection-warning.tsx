import { Button, Group, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type Register } from "../api.ts";
import { daysIn, daysInWords, wrongDays } from "../words/typed-days.ts";

/** When the end of a connection is told, in a sentence; who may sets it anew. */
export function ConnectionWarning({
  register: { warnedDays, may },
  onDone,
}: {
  register: Register;
  onDone: (answer: Register) => void;
}) {
  const [opened, dialog] = useDisclosure(false);
  return (
    <Group gap="xs" mb="sm">
      <Text size="sm" c="gray.7">
        Kết nối của tài khoản sắp hết hạn thì báo trước {daysInWords(warnedDays)} ngày.
      </Text>
      {may.setWarning?.allowed && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label="Đổi mốc báo trước khi kết nối hết hạn"
          onClick={dialog.open}
        >
          Đổi
        </Button>
      )}
      <FormDialog
        opened={opened}
        onClose={dialog.close}
        title="Mốc báo trước khi kết nối hết hạn"
        lead="Dùng từ lần kiểm tra kết nối tới cho mọi tài khoản của cơ quan."
        initial={{ warned: warnedDays.join(", ") }}
        check={({ warned }): Partial<Record<string, string>> => {
          const wrong = wrongDays(warned);
          return wrong === undefined ? {} : { warned: wrong };
        }}
        verb="Lưu"
        submit={({ warned }) => api.channels.setConnectionWarning.call({ warnedDays: daysIn(warned) })}
        onDone={(answer) => {
          onDone(answer);
          sayDone("Đã lưu mốc báo trước.");
        }}
      >
        {(form) => (
          <TextInput
            label="Báo trước khi kết nối hết hạn (ngày)"
            description="Các số cách nhau bằng dấu phẩy, ví dụ 14, 7, 1"
            required
            data-autofocus
            {...form.getInputProps("warned")}
          />
        )}
      </FormDialog>
    </Group>
  );
}
