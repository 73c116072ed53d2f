import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "#ui/data-table.tsx";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { missedOutcomes } from "../../contract.ts";
import { api } from "../api.ts";

type Missed = Awaited<ReturnType<typeof api.newsroom.missedSearches.call>>;

/** What readers of the portal looked for in vain; editors answer it or suggest a story of it. */
export default function MissedSearchesPage() {
  const queries = useQueryClient();
  const found = useQuery(api.newsroom.missedSearches.queryOptions());
  const [settling, setSettling] = useState<string | null>(null);
  const [suggesting, setSuggesting] = useState<string | null>(null);
  const shown = (missed: Missed) => queries.setQueryData(api.newsroom.missedSearches.queryKey(), missed);
  return (
    <Page
      title="Tìm mà không thấy"
      lead="Những điều người đọc gõ vào ô tìm kiếm của cổng mà không trang nào có đủ các từ ấy. Chỉ đếm số lần theo ngày, không ghi ai tìm; chỉ hiện điều được tìm từ 3 lần trở lên trong 90 ngày; chuỗi giống số điện thoại, số giấy tờ, thư điện tử không được giữ."
    >
      <Asked query={found}>
        {({ searches, may }) => (
          <DataTable
            caption="Điều tìm mà không thấy"
            rows={searches}
            rowKey={({ words }) => words}
            columns={[
              { key: "tu", header: "Điều đã tìm", cell: ({ words }) => words, sortBy: ({ words }) => words },
              { key: "lan", header: "Số lần", cell: ({ times }) => times, sortBy: ({ times }) => -times },
              {
                key: "ngay",
                header: "Lần cuối",
                cell: ({ lastDay }) => <DayText day={lastDay} />,
                sortBy: ({ lastDay }) => lastDay,
              },
              {
                key: "ket-qua",
                header: "Xử lý",
                cell: ({ decision }) =>
                  decision ? (
                    <Stack gap={2}>
                      <Text size="sm">
                        {missedOutcomes[decision.outcome]}: {decision.note}
                      </Text>
                      <Text size="sm" c="dimmed">
                        {decision.byName}, <MomentText at={decision.at} />
                      </Text>
                    </Stack>
                  ) : (
                    <Text size="sm">Chưa xử lý</Text>
                  ),
                sortBy: ({ decision }) => (decision ? 1 : 0),
              },
              {
                key: "viec",
                header: "Việc",
                cell: ({ words, decision }) =>
                  may.decide?.allowed &&
                  !decision && (
                    <Group gap="xs" wrap="nowrap">
                      <Button
                        size="xs"
                        miw="max-content"
                        variant="default"
                        onClick={() => setSuggesting(words)}
                      >
                        Gợi ý đề tài<span className="only-read-aloud"> từ “{words}”</span>
                      </Button>
                      <Button
                        size="xs"
                        miw="max-content"
                        variant="default"
                        onClick={() => setSettling(words)}
                      >
                        Đã xử lý<span className="only-read-aloud"> “{words}”</span>
                      </Button>
                    </Group>
                  ),
              },
            ]}
            empty={
              <EmptyState
                title="Chưa có điều nào được tìm nhiều lần mà không thấy"
                why="Danh sách tự có khi người đọc tìm trên cổng; điều được tìm từ 3 lần trở lên sẽ hiện ở đây."
              />
            }
          />
        )}
      </Asked>
      <FormDialog
        key={`settle ${settling}`}
        opened={settling !== null}
        onClose={() => setSettling(null)}
        title={`Đã xử lý “${settling}”`}
        lead="Điều này xếp xuống cuối danh sách; nếu sau hôm nay vẫn có người tìm mà không thấy thì hiện lại."
        verb="Ghi đã xử lý"
        initial={{ note: "" }}
        submit={({ note }) => api.newsroom.settleMissedSearch.call({ words: settling!, note })}
        onDone={(missed) => {
          shown(missed);
          sayDone("Đã ghi đã xử lý.");
        }}
      >
        {(form) => (
          <Textarea
            label="Đã xử lý thế nào"
            description="Ví dụ: đã bổ sung từ khóa vào thủ tục; không thuộc việc của cơ quan."
            required
            maxLength={300}
            autosize
            {...form.getInputProps("note")}
          />
        )}
      </FormDialog>
      <FormDialog
        key={`suggest ${suggesting}`}
        opened={suggesting !== null}
        onClose={() => setSuggesting(null)}
        title="Gợi ý đề tài"
        lead={`Gợi ý vào danh sách Gợi ý đề tài, kèm lý do: người đọc tìm “${suggesting}” mà không thấy.`}
        verb="Gợi ý"
        initial={{ title: suggesting ?? "" }}
        submit={({ title }) => api.newsroom.suggestMissedSearch.call({ words: suggesting!, title })}
        onDone={(missed) => {
          shown(missed);
          sayDone("Đã đưa vào Gợi ý đề tài.");
        }}
      >
        {(form) => <TextInput label="Tên đề tài" required maxLength={200} {...form.getInputProps("title")} />}
      </FormDialog>
    </Page>
  );
}
