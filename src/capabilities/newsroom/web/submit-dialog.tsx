import { Alert, Anchor, Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import type { QueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { aiWords } from "../ai-use/ai-use.ts";
import { remarkKinds } from "../language/remark.ts";
import { api, type Item } from "./api.ts";
import { shortened } from "./language/remark-groups.tsx";

/** What is still open about a text that is to be submitted. */
export interface Gate {
  item: Item;
  remarks: Awaited<ReturnType<typeof api.newsroom.remarks.call>>["remarks"];
  /** Items that are the same news and that the writer has not answered for. */
  duplicates: { itemId: string; title: string }[];
}

/** Looks at the saved text as the server sees it. */
export async function lookBeforeSubmit(queries: QueryClient, id: string): Promise<Gate> {
  const [item, { remarks }, { similar }] = await Promise.all([
    queries.fetchQuery(api.newsroom.get.queryOptions({ input: { id }, staleTime: 0 })),
    queries.fetchQuery(api.newsroom.remarks.queryOptions({ input: { id }, staleTime: 0 })),
    queries.fetchQuery(api.newsroom.similar.queryOptions({ input: { id }, staleTime: 0 })),
  ]);
  return {
    item,
    // Personal data stand among what must be there.
    remarks: remarks.filter(({ kind, dismissal }) => dismissal === null && kind !== "personal-data"),
    duplicates: similar.filter(({ kind, answer }) => kind === "duplicate" && answer === null),
  };
}

export const isClear = ({ item, remarks, duplicates }: Gate): boolean =>
  item.toSubmit.length + remarks.length + duplicates.length === 0;

/** So many passages of a kind are told; the rest is counted. */
const TOLD = 4;

/** What keeps the text from being sent, and what should be looked at first though it does not. */
export function SubmitDialog({
  gate,
  onClose,
  onSubmit,
}: {
  gate: Gate | null;
  onClose: () => void;
  onSubmit: () => void;
}) {
  // Where the writer wants to go, once the dialog has given the focus back.
  const goal = useRef<string | null>(null);
  return (
    <Modal
      opened={gate !== null}
      onClose={onClose}
      title="Trước khi gửi duyệt"
      size="lg"
      closeButtonProps={{ "aria-label": "Đóng" }}
      onExitTransitionEnd={() => {
        const field = goal.current && document.getElementById(goal.current);
        goal.current = null;
        if (!field) return;
        field.scrollIntoView({ block: "center" });
        const inside = field.matches("input, textarea, [tabindex]")
          ? field
          : field.querySelector<HTMLElement>("input, textarea, [contenteditable=true], button");
        (inside ?? field).focus();
      }}
    >
      {gate && (
        <Checklist
          gate={gate}
          onClose={onClose}
          onSubmit={onSubmit}
          onGo={(field) => {
            goal.current = field;
            onClose();
          }}
        />
      )}
    </Modal>
  );
}

function Checklist({
  gate: { item, remarks, duplicates },
  onClose,
  onSubmit,
  onGo,
}: {
  gate: Gate;
  onClose: () => void;
  onSubmit: () => void;
  onGo: (field: string) => void;
}) {
  const { toSubmit, embargoUntil } = item;
  const { aiUse } = item.current;
  const beforePublishing = item.toPublish.filter(({ key }) => !toSubmit.some((issue) => issue.key === key));
  const byKind = Object.entries(Object.groupBy(remarks, ({ kind }) => kind));
  const hindered = toSubmit.length > 0;
  return (
    <Stack>
      {hindered && (
        <Alert color="red" title={`Chưa gửi được: còn ${toSubmit.length} việc phải xong`}>
          <List size="sm" spacing={4}>
            {toSubmit.map(({ field, key, message }) => (
              <List.Item key={key}>
                <Anchor component="button" type="button" size="sm" ta="start" onClick={() => onGo(field)}>
                  {message}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {remarks.length + duplicates.length > 0 && (
        <Alert color="yellow" title="Nên xem lại, không chặn việc gửi">
          <List size="sm" spacing={4}>
            {duplicates.map(({ itemId, title }) => (
              <List.Item key={itemId}>
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  ta="start"
                  onClick={() => onGo("bai-giong")}
                >
                  Trùng với “{shortened(title)}”, chưa trả lời vì sao vẫn viết.
                </Anchor>
              </List.Item>
            ))}
            {byKind.map(([kind, found = []]) => (
              <List.Item key={kind} style={{ overflowWrap: "anywhere" }}>
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  ta="start"
                  onClick={() => onGo("language")}
                >
                  {remarkKinds[found[0]!.kind].label} ({found.length}):{" "}
                  {found
                    .slice(0, TOLD)
                    .map(({ passage }) => `“${shortened(passage)}”`)
                    .join(", ")}
                  {found.length > TOLD && "…"}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <List size="sm" spacing={4}>
        {beforePublishing.map(({ field, key, message }) => (
          <List.Item key={key}>
            Trước khi đăng còn cần:{" "}
            <Anchor component="button" type="button" size="sm" ta="start" onClick={() => onGo(field)}>
              {message}
            </Anchor>
          </List.Item>
        ))}
        {aiUse && <List.Item>Trí tuệ nhân tạo: {aiWords(aiUse)}.</List.Item>}
        {embargoUntil && (
          <List.Item>
            Không đăng trước <MomentText at={embargoUntil} />.
          </List.Item>
        )}
      </List>
      {!hindered && (
        <Text size="sm">Người duyệt cũng thấy danh sách này và những nhận xét đã bỏ qua cùng lý do.</Text>
      )}
      <Group>
        {!hindered && <Button onClick={onSubmit}>Vẫn gửi duyệt</Button>}
        <Button variant="default" onClick={onClose} data-autofocus={hindered || undefined}>
          Xem lại bài
        </Button>
      </Group>
    </Stack>
  );
}
