import { ActionIcon, Button, Fieldset, Group, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { Row, Template } from "../../contract.ts";
import { cellsOnClipboard, withPasted } from "./typed-table.ts";

/** The table as fields, row by row; a table copied from Word or Excel may be pasted into any of them. */
export function TableFields({
  template,
  rows,
  faults,
  onChange,
}: {
  template: Template;
  rows: Row[];
  /** What is wrong, by field: "rows.2.name". */
  faults: ReadonlyMap<string, string>;
  onChange: (rows: Row[]) => void;
}) {
  const [said, setSaid] = useState("");
  const { columns, mostRows, example } = template;
  const put = (at: number, name: string, words: string) =>
    onChange(rows.map((row, place) => (place === at ? { ...row, [name]: words } : row)));
  const move = (from: number, to: number) => {
    const moved = rows[from];
    if (moved && to >= 0 && to < rows.length) onChange(rows.toSpliced(from, 1).toSpliced(to, 0, moved));
  };
  return (
    <Stack gap="sm">
      <Text size="sm" c="gray.7">
        Gõ từng ô, hoặc chép bảng trong Word, Excel rồi dán vào ô đầu tiên: mỗi cột vào một ô theo thứ tự{" "}
        {columns.map(({ label }) => `“${label}”`).join(", ")}. Nhiều nhất {mostRows} dòng.
      </Text>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
        <Fieldset key={at} legend={`Dòng ${at + 1}`} p="sm">
          <SimpleGrid cols={{ base: 1, sm: columns.length }} spacing="sm">
            {columns.map(({ name, label, hint, required }, column) => (
              <TextInput
                key={name}
                id={`rows.${at}.${name}`}
                label={label}
                description={at === 0 && hint !== "" ? hint : undefined}
                inputWrapperOrder={["label", "input", "description", "error"]}
                withAsterisk={required}
                placeholder={example.rows[at]?.[name] || undefined}
                value={row[name] ?? ""}
                error={faults.get(`rows.${at}.${name}`)}
                autoComplete="off"
                onChange={(event) => put(at, name, event.currentTarget.value)}
                onPaste={(event) => {
                  const cells = cellsOnClipboard(event.clipboardData);
                  if (cells === null) return;
                  event.preventDefault();
                  const { rows: after, pasted } = withPasted(template, rows, cells, { row: at, column });
                  onChange(after);
                  setSaid(`Đã dán ${pasted} dòng vào bảng.`);
                }}
              />
            ))}
          </SimpleGrid>
          <Group gap={6} mt="xs" justify="flex-end">
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={`Đưa dòng ${at + 1} lên`}
              aria-disabled={at === 0}
              data-disabled={at === 0 || undefined}
              onClick={() => move(at, at - 1)}
            >
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={`Đưa dòng ${at + 1} xuống`}
              aria-disabled={at === rows.length - 1}
              data-disabled={at === rows.length - 1 || undefined}
              onClick={() => move(at, at + 1)}
            >
              <IconArrowDown size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={`Bỏ dòng ${at + 1}`}
              onClick={() => onChange(rows.toSpliced(at, 1))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        </Fieldset>
      ))}
      <div role="status">{said && <Text size="sm">{said}</Text>}</div>
      {faults.has("rows") && (
        <Text size="sm" c="red.8">
          {faults.get("rows")}
        </Text>
      )}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...rows, {}])}
      >
        Thêm dòng
      </Button>
    </Stack>
  );
}
