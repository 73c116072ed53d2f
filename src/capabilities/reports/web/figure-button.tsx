import { Anchor, Button, List, Modal, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Asked } from "#ui/loading.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { measuredInWords } from "../communication/measured-in-words.ts";
import { api, type ReportView } from "./api.ts";

export type FigureView = ReportView["figures"][number];

/** So many rows are shown; the annex as a file has all. */
const MOST = 300;

/** What the source of a measured number means by it. */
function Meaning({ figure: { source, measured } }: { figure: FigureView }) {
  if (!measured) return null;
  return (
    <Stack gap={4} mb="sm">
      <Text size="sm">
        {source}: {measured.definition.words}
      </Text>
      {measured.adding !== null && <Text size="sm">Khi cộng: {measured.adding}.</Text>}
      <Text size="sm" c="gray.8">
        {measuredInWords(measured)}.
      </Text>
    </Stack>
  );
}

/** Which lines of the annex a figure counts. */
const annexState = (key: string) =>
  (
    ({
      "obligations.with-evidence": "proven",
      "obligations.with-reason": "explained",
      "obligations.not-due": "not-due",
      "obligations.open": "open",
    }) as Record<string, string>
  )[key];

function Rows({ id, figure }: { id: string; figure: FigureView }) {
  const query = useQuery(api.reports.figureRows.queryOptions({ input: { id, key: figure.key } }));
  return (
    <Asked query={query}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Text>Chưa có dòng nào.</Text>
        ) : (
          <>
            <Meaning figure={figure} />
            {annexState(figure.key) && (
              <LinkText
                to="/bao-cao/$id/phu-luc"
                params={{ id }}
                search={{ "tinh-trang": annexState(figure.key) }}
                size="sm"
              >
                Xem trong danh mục nhiệm vụ và minh chứng
              </LinkText>
            )}
            <List spacing="xs" size="sm">
              {rows.slice(0, MOST).map(({ id: rowId, label, detail, url }) => (
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
            {rows.length > MOST && (
              <Text size="sm">
                Đang hiện {MOST} trong {rows.length.toLocaleString("vi-VN")} dòng; phụ lục .xlsx có đủ.
              </Text>
            )}
          </>
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
