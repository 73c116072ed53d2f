import { ActionIcon, Button, Fieldset, Group, Stack } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** A form that holds lists, by their paths. */
interface ListForm {
  reorderListItem: (path: string, move: { from: number; to: number }) => void;
  removeListItem: (path: string, index: number) => void;
  insertListItem: (path: string, item: unknown) => void;
}

/** Rows of a list in a form: each can be moved and taken away, another added; `path` as "record.methods". */
export function FieldRows<Row>({
  form,
  path,
  rows,
  rowName,
  addLabel,
  newRow,
  children,
}: {
  form: ListForm;
  path: string;
  rows: Row[];
  /** "Hình thức", to which its number is added. */
  rowName: string;
  addLabel: string;
  newRow: () => Row;
  children: (at: string, row: Row) => ReactNode;
}) {
  return (
    <Stack gap="sm">
      {rows.map((row, index) => {
        const name = `${rowName} ${index + 1}`;
        return (
          <Fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone.
            key={index}
            legend={name}
          >
            <Stack gap="sm">
              {children(`${path}.${index}`, row)}
              <Group gap="xs" justify="flex-end">
                <ActionIcon
                  variant="default"
                  aria-label={`Chuyển lên: ${name}`}
                  disabled={index === 0}
                  onClick={() => form.reorderListItem(path, { from: index, to: index - 1 })}
                >
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  aria-label={`Chuyển xuống: ${name}`}
                  disabled={index === rows.length - 1}
                  onClick={() => form.reorderListItem(path, { from: index, to: index + 1 })}
                >
                  <IconArrowDown size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  aria-label={`Bỏ: ${name}`}
                  onClick={() => form.removeListItem(path, index)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Group>
            </Stack>
          </Fieldset>
        );
      })}
      <div>
        <Button variant="default" onClick={() => form.insertListItem(path, newRow())}>
          {addLabel}
        </Button>
      </div>
    </Stack>
  );
}
