import { Box, Table, Text } from "@mantine/core";

interface Row {
  label: string;
  posts: number;
  median: number | null;
}

/** Each row with its posts, the middle of their views, and a bar of it; the number says the same. */
export function PastTable({ caption, head, rows }: { caption: string; head: string; rows: Row[] }) {
  const most = Math.max(1, ...rows.map(({ median }) => median ?? 0));
  return (
    <Table captionSide="top" withTableBorder>
      <Table.Caption ta="left" mt={0}>
        {caption}
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{head}</Table.Th>
          <Table.Th scope="col" ta="right">
            Bài
          </Table.Th>
          <Table.Th scope="col" w="50%">
            Lượt xem ở giữa
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ label, posts, median }) => (
          <Table.Tr key={label}>
            <Table.Th scope="row" fw={400}>
              {label}
            </Table.Th>
            <Table.Td ta="right">{posts}</Table.Td>
            <Table.Td>
              {median === null ? (
                <Text size="sm" c="gray.7">
                  Chưa đủ số liệu
                </Text>
              ) : (
                <>
                  {median.toLocaleString("vi-VN")}
                  <Box aria-hidden="true" bg="gray.2" h={8} style={{ borderRadius: 4 }}>
                    <Box
                      bg="teal.8"
                      h={8}
                      w={`${((100 * median) / most).toFixed(1)}%`}
                      style={{ borderRadius: 4 }}
                    />
                  </Box>
                </>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
