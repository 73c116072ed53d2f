import { Box, Group, Stack, Table, Text } from "@mantine/core";
import type { Overview } from "../../leadership/overview.ts";

const HEIGHT = 72;

/** Products of each month, drawn, and the same as a table. */
export function MonthBars({ months }: Pick<Overview, "months">) {
  const most = Math.max(1, ...months.map(({ count }) => count));
  return (
    <Stack gap="xs">
      <Group gap={4} wrap="nowrap" align="flex-end" h={HEIGHT + 18} aria-hidden>
        {months.map(({ code, count }) => (
          <Stack key={code} gap={0} align="center" justify="flex-end" flex={1} miw={0}>
            <Box
              w="70%"
              h={Math.max(1, (count / most) * (HEIGHT - 18))}
              style={{ background: "var(--mantine-color-teal-9)" }}
            />
            <Text size="xs">{Number(code.slice(5))}</Text>
          </Stack>
        ))}
      </Group>
      <details>
        <summary>Xem bảng</summary>
        <Table mt="xs" captionSide="top">
          <Table.Caption>Sản phẩm đã đăng theo tháng</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Kỳ</Table.Th>
              <Table.Th scope="col" ta="right">
                Sản phẩm
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {months.map(({ code, label, count }) => (
              <Table.Tr key={code}>
                <Table.Th scope="row" fw={400}>
                  {label}
                </Table.Th>
                <Table.Td ta="right">{count.toLocaleString("vi-VN")}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
      <Text size="xs" c="gray.7">
        Mỗi tháng tính từ ngày 15 tháng trước đến hết ngày 14.
      </Text>
    </Stack>
  );
}
