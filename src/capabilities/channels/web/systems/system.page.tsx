import { Button, Code, Group, List, Paper, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { useFilters, useParam } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { type MessageState, messageStateLabels } from "../../contract.ts";
import { api, type WebhookLog } from "../api.ts";
import { SystemActs } from "./system-acts.tsx";
import { Standing } from "./systems.page.tsx";

const tones: Record<MessageState, StateTone> = { waiting: "waiting", sent: "done", "given-up": "withdrawn" };

/** What one system was told, call by call. */
export default function SystemPage() {
  const id = useParam("id");
  const [{ xem, trang }, set] = useFilters({ xem: "", trang: "1" });
  const state = xem in messageStateLabels ? (xem as MessageState) : undefined;
  const page = Math.max(1, Number(trang) || 1);
  const log = useQuery(
    api.channels.webhookLog.queryOptions({
      input: { id, page, ...(state && { state }) },
      refetchInterval: 5000,
    }),
  );
  const kinds = useQuery(api.channels.webhooks.queryOptions()).data?.kinds ?? [];
  return (
    <Page
      title={log.data?.webhook.name ?? "Nhật ký báo tin"}
      crumbs={[{ label: "Báo tin cho hệ thống khác", to: "/bao-he-thong-khac" }]}
      lead="Từng tin đã báo, mới nhất trước. Tin đã xong được giữ 30 ngày."
    >
      <Asked query={log}>
        {({ webhook, messages, total, pageSize }) => (
          <Stack>
            <Paper withBorder p="md">
              <Stack gap="xs">
                <Text style={{ overflowWrap: "anywhere" }}>{webhook.url}</Text>
                <Standing system={webhook} />
                <SystemActs system={webhook} kinds={kinds} />
              </Stack>
            </Paper>
            <Group>
              <FilterSelect
                label="Tin"
                value={xem}
                onChange={(value) => set({ xem: value, trang: "1" })}
                data={optionsOf(messageStateLabels)}
              />
            </Group>
            {messages.length === 0 ? (
              <EmptyState
                title="Chưa có tin nào"
                why="Việc được chọn xảy ra, hay bấm “Báo thử”, thì tin hiện ở đây."
              />
            ) : (
              messages.map((message) => (
                <Message
                  key={message.id}
                  id={id}
                  message={message}
                  may={webhook.may.sendAgain?.allowed ?? false}
                />
              ))
            )}
            {total > pageSize && (
              <Group>
                <Button
                  variant="default"
                  disabled={page <= 1}
                  onClick={() => set({ trang: String(page - 1) })}
                >
                  Mới hơn
                </Button>
                <Text size="sm">
                  Trang {page}/{Math.ceil(total / pageSize)}
                </Text>
                <Button
                  variant="default"
                  disabled={page * pageSize >= total}
                  onClick={() => set({ trang: String(page + 1) })}
                >
                  Cũ hơn
                </Button>
              </Group>
            )}
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

function Message({
  id,
  message: { id: messageId, webhookId, kindLabel, occurredAt, state, nextTryAt, body, attempts },
  may,
}: {
  id: string;
  message: WebhookLog["messages"][number];
  may: boolean;
}) {
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: () => api.channels.sendWebhookAgain.call({ id, messageId }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: api.channels.webhookLog.key() });
      sayDone("Tin được gửi lại, cùng mã như trước.");
    },
    onError: sayFailed,
  });
  const heading = `tin-${messageId}`;
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={heading}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600} id={heading} component="h2" size="md">
            {kindLabel}, <MomentText at={occurredAt} />
          </Text>
          <StateBadge tone={tones[state]} word={messageStateLabels[state]} />
        </Group>
        {nextTryAt && (
          <Text size="sm">
            Lần thử tới: <MomentText at={nextTryAt} />
          </Text>
        )}
        {attempts.length > 0 && (
          <List size="sm">
            {attempts.map(({ at, status, words }) => (
              <List.Item key={at}>
                <MomentText at={at} />: {words ?? "Chưa rõ: đang gọi, hoặc máy chủ dừng giữa chừng."}
                {status !== null && ` (mã ${status})`}
              </List.Item>
            ))}
          </List>
        )}
        <details>
          <summary>Nội dung tin</summary>
          <Text size="xs" mt="xs" style={{ overflowWrap: "anywhere" }}>
            webhook-id: {webhookId}; chữ ký không lưu lại.
          </Text>
          <Code block mt="xs" style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
            {body === null ? "Được viết khi gửi lần đầu." : JSON.stringify(JSON.parse(body), null, 2)}
          </Code>
        </details>
        {may && (
          <div>
            <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
              {state === "waiting" ? "Gửi ngay" : "Gửi lại"}
              <span className="only-read-aloud">: {kindLabel}</span>
            </Button>
          </div>
        )}
      </Stack>
    </Paper>
  );
}
