import { Anchor, Button, List, Modal, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Asked } from "#ui/loading.tsx";
import { api, type ReportView } from "./api.ts";

export type FigureView = ReportView["figures"][number];

function Rows({ id, figure }: { id: string; figure: FigureView }) {
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

/** A figure in words that opens the rows behind it. `labelled`: with its name in front, where no table names it. */
export function FigureButton({
  reportId,
  figure,
  labelled = false,
}: {
  reportId: string;
  figure: FigureView;
  labelled?: boolean;
}) {
  const [opened, setOpened] = useState(false);
  const { label, words } = figure;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        h="auto"
        mih={28}
        py={4}
        styles={{ label: { whiteSpace: "normal", textAlign: "left" } }}
        onClick={() => setOpened(true)}
        aria-label={`${label}: ${words}. Xem các dòng đứng sau`}
      >
        {labelled ? `${label}: ${words}` : words}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={`${label}: ${words}`}
        size="lg"
        closeButtonProps={{ "aria-label": "Đóng" }}
      >
        <Rows id={reportId} figure={figure} />
      </Modal>
    </>
  );
}
