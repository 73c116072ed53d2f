import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { DateField } from "#ui/date-field.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { saveFile } from "#ui/save-file.ts";
import { sayFailed } from "#ui/undo.tsx";
import { api } from "../api.ts";

type Row = Awaited<ReturnType<typeof api.newsroom.tipsByUnit.call>>["units"][number];

const figure = (key: "sent" | "open" | "used" | "published" | "declined", header: string): Column<Row> => ({
  key,
  header,
  numeric: true,
  sortBy: (row) => row[key],
  cell: (row) => row[key].toLocaleString("vi-VN"),
});

const columns: Column<Row>[] = [
  {
    key: "don-vi",
    header: "Đơn vị",
    sortBy: ({ unitName }) => unitName,
    cell: ({ unitId, unitName }) => (
      <LinkText to="/tin-gui-ve" search={{ "don-vi": unitId, "trang-thai": "tat-ca" }}>
        {unitName}
      </LinkText>
    ),
  },
  figure("sent", "Đã gửi"),
  figure("open", "Chờ xử lý"),
  figure("used", "Đã dùng"),
  figure("published", "Đã đăng"),
  figure("declined", "Không dùng"),
];

/** How many tips each unit sent, and how many of them were used. */
export default function TipsByUnitPage() {
  const [filters, narrow] = useFilters({ tu: "", den: "" });
  const period = { from: filters.tu || null, to: filters.den || null };
  const counted = useQuery(
    api.newsroom.tipsByUnit.queryOptions({ input: period, placeholderData: (before) => before }),
  );
  const table = useMutation({
    mutationFn: () => api.newsroom.tipsByUnitTable.call(period),
    onSuccess: ({ body }) => saveFile(body),
    onError: sayFailed,
  });
  return (
    <Page
      title="Tin theo đơn vị"
      crumbs={[{ label: "Tin gửi về", to: "/tin-gui-ve" }]}
      lead="Đơn vị nào gửi bao nhiêu tin, được dùng bao nhiêu."
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={18} />}
          loading={table.isPending}
          onClick={() => table.mutate()}
        >
          Tải bảng (.xlsx)
        </Button>
      }
    >
      <Group align="flex-end" gap="sm">
        <DateField label="Gửi từ ngày" value={filters.tu} onChange={(day) => narrow({ tu: day ?? "" })} />
        <DateField label="Gửi đến ngày" value={filters.den} onChange={(day) => narrow({ den: day ?? "" })} />
      </Group>
      <Asked query={counted}>
        {({ units }) => (
          <Stack gap="xs">
            <DataTable
              caption="Số tin của từng đơn vị"
              rows={units}
              rowKey={({ unitId }) => unitId}
              columns={columns}
            />
            <Text size="sm" c="gray.7">
              Tin gộp vào tin khác được tính như tin ấy; tin đã rút không tính. “Đã đăng”: đã dùng và có bài
              lên cổng.
            </Text>
          </Stack>
        )}
      </Asked>
    </Page>
  );
}
