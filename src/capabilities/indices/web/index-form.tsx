import {
  Button,
  Group,
  NumberInput,
  Select,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { optionsOf } from "#ui/options.ts";
import { type Unit, units, type View, views } from "../index-kind.ts";
import { api, type Index } from "./api.ts";

interface Values extends Record<string, unknown> {
  shortName: string;
  name: string;
  publisher: string;
  view: View;
  unit: Unit;
  most: string;
  breaks: string[];
  note: string;
  components: { id: string; number: number; name: string; most: string }[];
}

const comma = (score: string | null) => score?.replace(".", ",") ?? "";

const valuesOf = (one: Index | undefined): Values => ({
  shortName: one?.shortName ?? "",
  name: one?.name ?? "",
  publisher: one?.publisher ?? "",
  view: one?.view ?? "government",
  unit: one?.unit ?? "percent",
  most: comma(one?.most ?? "100"),
  breaks: one?.breaks.map(String) ?? [],
  note: one?.note ?? "",
  components:
    one?.components.map(({ id, number, name, most }) => ({ id, number, name, most: comma(most) })) ?? [],
});

/** What an index is, and its components. */
export function IndexForm({
  one,
  opened,
  onClose,
  onDone,
}: {
  /** None: a new one. */
  one?: Index;
  opened: boolean;
  onClose: () => void;
  onDone: (answer: Index) => void;
}) {
  const [freshId, renew] = useState(newId);
  return (
    <FormDialog<Values, Index>
      opened={opened}
      onClose={onClose}
      title={one ? `Sửa chỉ số ${one.shortName}` : "Ghi chỉ số"}
      initial={valuesOf(one)}
      verb="Ghi chỉ số"
      submit={({ breaks, components, ...values }) =>
        api.indices.saveIndex.call({
          ...values,
          id: one?.id ?? freshId,
          breaks: breaks.map(Number),
          components: components.map(({ most, ...rest }) => ({ ...rest, most: most.trim() || null })),
        })
      }
      onDone={(answer) => {
        renew(newId());
        onDone(answer);
      }}
    >
      {(form) => <Fields form={form} />}
    </FormDialog>
  );
}

function Fields({ form }: { form: DialogForm<Values> }) {
  const { components } = form.getValues();
  return (
    <>
      <TextInput
        label="Tên gọi tắt"
        placeholder="PAR INDEX"
        required
        data-autofocus
        {...form.getInputProps("shortName")}
      />
      <TextInput label="Tên đầy đủ" required {...form.getInputProps("name")} />
      <TextInput label="Nơi công bố" required {...form.getInputProps("publisher")} />
      <Select
        label="Ai đánh giá"
        allowDeselect={false}
        data={optionsOf(views)}
        {...form.getInputProps("view")}
      />
      <Group grow align="flex-start">
        <Select
          label="Đơn vị đo"
          allowDeselect={false}
          data={optionsOf(units)}
          {...form.getInputProps("unit")}
        />
        <TextInput label="Điểm cao nhất" inputMode="decimal" required {...form.getInputProps("most")} />
      </Group>
      <TagsInput
        label="Năm đổi cách đo"
        description="Biểu đồ không nối kết quả trước và sau năm ấy. Gõ năm rồi bấm Enter."
        {...form.getInputProps("breaks")}
      />
      <Textarea label="Ghi chú" autosize minRows={2} {...form.getInputProps("note")} />
      <Stack gap="xs" component="fieldset" m={0} p={0} style={{ border: 0 }}>
        <Text component="legend" fw={600}>
          Thành phần
        </Text>
        {form.errors.components && (
          <Text size="sm" c="red.9" role="alert">
            {form.errors.components}
          </Text>
        )}
        {components.map(({ id }, at) => (
          <Group key={id} gap="xs" align="flex-end" wrap="wrap">
            <NumberInput
              label={at === 0 ? "Số" : undefined}
              aria-label={`Số của thành phần ${at + 1}`}
              w="4.5rem"
              min={1}
              hideControls
              {...form.getInputProps(`components.${at}.number`)}
            />
            <TextInput
              label={at === 0 ? "Tên" : undefined}
              aria-label={`Tên thành phần ${at + 1}`}
              flex="1 1 12rem"
              required
              {...form.getInputProps(`components.${at}.name`)}
            />
            <TextInput
              label={at === 0 ? "Điểm cao nhất" : undefined}
              aria-label={`Điểm cao nhất của thành phần ${at + 1}`}
              w="7.5rem"
              inputMode="decimal"
              {...form.getInputProps(`components.${at}.most`)}
            />
            <Button
              variant="default"
              aria-label={`Bỏ thành phần ${at + 1}`}
              onClick={() => form.removeListItem("components", at)}
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
              form.insertListItem("components", {
                ...{ id: newId(), name: "", most: "" },
                number: Math.max(0, ...components.map(({ number }) => Number(number))) + 1,
              })
            }
          >
            Thêm thành phần
          </Button>
        </Group>
      </Stack>
    </>
  );
}
