import { Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { DialogForm } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import type { Values } from "./event-values.ts";

/** The programme, line by line. */
export function ProgrammeFields({ form }: { form: DialogForm<Values> }) {
  const { items } = form.getValues();
  return (
    <Stack gap="xs" component="fieldset" m={0} p={0} style={{ border: 0 }}>
      <Text component="legend" fw={600}>
        Chương trình
      </Text>
      {items.map(({ key }, at) => (
        <Group key={key} gap="xs" align="flex-end" wrap="wrap">
          <TextInput
            label="Giờ"
            aria-label={`Giờ của mục ${at + 1}`}
            placeholder="08:30"
            w="5.5rem"
            {...form.getInputProps(`items.${at}.atHour`)}
          />
          <TextInput
            label="Nội dung"
            aria-label={`Nội dung của mục ${at + 1}`}
            flex="1 1 12rem"
            required
            {...form.getInputProps(`items.${at}.words`)}
          />
          <Checkbox
            label="Cải cách hành chính"
            aria-label={`Cải cách hành chính: mục ${at + 1}`}
            pb={8}
            {...form.getInputProps(`items.${at}.isReform`, { type: "checkbox" })}
          />
          <Button
            variant="default"
            aria-label={`Bỏ mục ${at + 1} của chương trình`}
            onClick={() => form.removeListItem("items", at)}
          >
            Bỏ
          </Button>
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() =>
            form.insertListItem("items", { key: newId(), atHour: "", words: "", isReform: false })
          }
        >
          Thêm mục
        </Button>
      </Group>
    </Stack>
  );
}
