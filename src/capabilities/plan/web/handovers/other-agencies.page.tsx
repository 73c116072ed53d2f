import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { api } from "../api.ts";
import { handedInWords, type ReceivedView, standingOf } from "./handover-view.ts";

/** What other agencies of the installation have said that this one may see. */
export default function OtherAgenciesPage() {
  const received = useQuery(api.plan.receivedHandovers.queryOptions());
  return (
    <Page
      title="Cơ quan khác"
      lead="Những gì cơ quan khác trên hệ thống đã chuyển cho cơ quan bạn. Không cơ quan nào thấy việc của cơ quan khác nếu chưa được chuyển."
    >
      <Asked query={received}>
        {({ handovers }) => (
          <Stack component="section" aria-labelledby="ke-hoach-duoc-chuyen">
            <Title order={2} size="h3" id="ke-hoach-duoc-chuyen">
              Kế hoạch được chuyển đến
            </Title>
            {handovers.length === 0 ? (
              <EmptyState
                title="Chưa có kế hoạch nào được chuyển đến"
                why="Khi cơ quan khác chuyển kế hoạch (ví dụ Sở chuyển xuống xã, phường), cơ quan bạn được báo và đọc ở đây, xác nhận đã nhận, rồi nối làm kế hoạch cấp trên."
              />
            ) : (
              handovers.map((row) => <Received key={row.id} row={row} />)
            )}
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

function Received({ row }: { row: ReceivedView }) {
  const { id, title, from, takenBackAt, takenBackReason, adopted, superseded } = row;
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Title order={3} size="h4" style={{ overflowWrap: "anywhere" }}>
          {takenBackAt ? (
            title
          ) : (
            <LinkText to="/co-quan-khac/ke-hoach/$id" params={{ id } as never} inherit>
              {title}
            </LinkText>
          )}
        </Title>
        <Group gap="xs">
          <StateBadge {...standingOf(row)} />
          {superseded && !takenBackAt && <StateBadge tone="none" word="Đã có bản mới hơn" />}
        </Group>
        <Text size="sm" c="gray.8">
          {from}, <MomentText at={row.givenAt} />. {handedInWords(row)}.
          {takenBackAt && (
            <>
              {" "}
              Thu lại <MomentText at={takenBackAt} />, lý do: {takenBackReason}.
            </>
          )}
        </Text>
        {adopted && (
          <Text size="sm">
            Đã lấy về đối chiếu:{" "}
            <LinkText to="/ke-hoach/$id" params={{ id: adopted.id }} inherit>
              {adopted.title}
            </LinkText>
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
