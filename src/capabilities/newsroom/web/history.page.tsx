import { Paper, Select, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { CompareTexts } from "#ui/compare-texts.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { stateLabels } from "../contract.ts";
import { api, type Revision } from "./api.ts";
import { plainText } from "./stored-text.ts";

const eventWords: Record<string, string> = {
  draft: "Bắt đầu",
  save: "Sửa tiếp",
  discard: "Bỏ bản nháp",
  restore: "Khôi phục bản nháp",
  submit: "Gửi duyệt",
  recall: "Rút lại",
  return: "Trả lại",
  approve: "Duyệt",
  "revoke-approval": "Sửa nên mất lượt duyệt",
  schedule: "Hẹn đăng",
  scheduleUrgently: "Đăng khẩn",
  takeBack: "Hoàn tác việc đăng",
  publish: "Đăng",
  correct: "Đề nghị đính chính",
  "accept-correction": "Duyệt đính chính",
  "refuse-correction": "Không đồng ý đính chính",
  withdraw: "Thu hồi",
  remove: "Gỡ bỏ",
  "clear-post-check": "Hậu kiểm",
};

/** Every saved text, any two of them compared, and who did what when. */
export default function HistoryPage() {
  const id = useParam("id");
  const item = useQuery(api.newsroom.get.queryOptions({ input: { id } }));
  const revisions = useQuery(api.newsroom.revisions.queryOptions({ input: { id } }));
  return (
    <Page
      title={`Các bản của: ${item.data?.title || "bài"}`}
      crumbs={[
        { label: "Tin, bài", to: "/noi-dung" },
        { label: "Nội dung", to: `/noi-dung/${id}` },
      ]}
    >
      <Asked query={revisions}>{({ revisions: rows }) => <Comparison revisions={rows} />}</Asked>
      <Asked query={item}>
        {({ history }) => (
          <section aria-labelledby="viec-da-lam">
            <Title order={2} size="h3" id="viec-da-lam" mb="sm">
              Việc đã làm
            </Title>
            <Table.ScrollContainer minWidth={300}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Lúc</Table.Th>
                    <Table.Th>Việc</Table.Th>
                    <Table.Th>Ai</Table.Th>
                    <Table.Th>Sau đó</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {history.map(({ event, at, personName, reason, toState }) => (
                    <Table.Tr key={`${at} ${event}`}>
                      <Table.Td>
                        <MomentText at={at} />
                      </Table.Td>
                      <Table.Td>
                        {eventWords[event] ?? event}
                        {reason && <Text size="sm">“{reason}”</Text>}
                      </Table.Td>
                      <Table.Td>{personName}</Table.Td>
                      <Table.Td>{stateLabels[toState]}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </section>
        )}
      </Asked>
    </Page>
  );
}

function Comparison({ revisions }: { revisions: Revision[] }) {
  const [nowId, setNow] = useState(revisions[0]?.id ?? null);
  const [beforeId, setBefore] = useState((revisions[1] ?? revisions[0])?.id ?? null);
  const now = revisions.find(({ id }) => id === nowId);
  const before = revisions.find(({ id }) => id === beforeId);
  const options = revisions.map(({ id, number, authorName, at }) => ({
    value: id,
    label: `Bản ${number} · ${authorName} · ${formatDateTime(at)}`,
  }));
  return (
    <Stack component="section" aria-label="So sánh hai bản">
      <Select
        label="Bản trước"
        data={options}
        value={beforeId}
        onChange={setBefore}
        allowDeselect={false}
        maw="28rem"
      />
      <Select
        label="Bản sau"
        data={options}
        value={nowId}
        onChange={setNow}
        allowDeselect={false}
        maw="28rem"
      />
      {now && before && (
        <Paper withBorder p="md">
          <CompareTexts before={plainText(before)} now={plainText(now)} />
        </Paper>
      )}
    </Stack>
  );
}
