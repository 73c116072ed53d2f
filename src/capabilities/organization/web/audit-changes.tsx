import { Code, Stack, Table, Text } from "@mantine/core";
import type { AuditEntryView } from "./api.ts";

const nothing = (
  <Text span c="gray.7" fs="italic" size="sm">
    trống
  </Text>
);

/** What an act changed: field, old, new; underneath, for who wants it, the record as it is kept. */
export function AuditChanges({ entry }: { entry: AuditEntryView }) {
  const { changes, reason, before, after } = entry;
  return (
    <Stack gap="xs">
      {reason && <Text size="sm">Lý do: {reason}</Text>}
      {changes.length > 0 && (
        <Table withTableBorder withColumnBorders fz="sm" aria-label={`Thay đổi: ${entry.actName}`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Mục</Table.Th>
              <Table.Th>Cũ</Table.Th>
              <Table.Th>Mới</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map((change) => (
              <Table.Tr key={change.field}>
                <Table.Th scope="row" fw={500}>
                  {change.field}
                </Table.Th>
                <Table.Td style={{ overflowWrap: "anywhere" }}>{change.before ?? nothing}</Table.Td>
                <Table.Td style={{ overflowWrap: "anywhere" }}>{change.after ?? nothing}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {(before !== null || after !== null) && (
        <details>
          <summary>Dữ liệu gốc</summary>
          <Code block fz="xs" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {JSON.stringify({ trước: before, sau: after }, null, 1)}
          </Code>
        </details>
      )}
    </Stack>
  );
}
