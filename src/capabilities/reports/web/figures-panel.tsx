import { Anchor, Button, List, Modal, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "#ui/data-table.tsx";
import { Asked } from "#ui/loading.tsx";
import { api, type ReportView } from "./api.ts";

type Figure = ReportView["figures"][number];

function Rows({ id, figure }: { id: string; figure: Figure }) {
  const query = useQuery(api.reports.figureRows.queryOptions({ input: { id, key: figure.key } }));
  return (
    <Asked query={query}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Text>Chưa có dòng nào.</Text>
        ) : (
          <List spacing="xs" size="sm">
            {rows.map(({ id: rowId, label, detail, url }) => (
              <List.Item key={rowId}>
                {url === null ? (
                  label
                ) : (
                  <Anchor href={url} target="_blank" rel="noreferrer">
                    {label}
                  </Anchor>
                )}
                {detail !== "" && (
                  <Text size="xs" c="gray.7">
                    {detail}
                  </Text>
                )}
              </List.Item>
            ))}
          </List>
        )
      }
    </Asked>
  );
}

/** Every figure of the report; each number opens the rows behind it. */
export function FiguresPanel({ report }: { report: ReportView }) {
  const [opened, setOpened] = useState<Figure | null>(null);
  return (
    <Stack>
      <DataTable
        caption="Số liệu của báo cáo"
        rows={report.figures}
        rowKey={({ key }) => key}
        searchText={({ label }) => label}
        columns={[
          { key: "chi-tieu", header: "Chỉ tiêu", cell: ({ label }) => label },
          {
            key: "ket-qua",
            header: "Kết quả",
            numeric: true,
            sortBy: ({ numerator }) => numerator,
            cell: (figure) => (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => setOpened(figure)}
                aria-label={`${figure.label}: ${figure.words}. Xem các dòng đứng sau`}
              >
                {figure.words}
              </Button>
            ),
          },
          { key: "nguon", header: "Nguồn", cell: ({ source }) => source },
        ]}
      />
      <Modal
        opened={opened !== null}
        onClose={() => setOpened(null)}
        title={opened === null ? "" : `${opened.label}: ${opened.words}`}
        size="lg"
        closeButtonProps={{ "aria-label": "Đóng" }}
      >
        {opened !== null && <Rows id={report.id} figure={opened} />}
      </Modal>
    </Stack>
  );
}
