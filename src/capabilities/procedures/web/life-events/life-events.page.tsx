import { Anchor, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { sides } from "../../life-events/side.ts";
import { api, type LifeEventsView } from "../api.ts";
import { EventDialog } from "./event-dialog.tsx";

type LifeEvent = LifeEventsView["events"][number];

function EventCard({ event, view, onEdit }: { event: LifeEvent; view: LifeEventsView; onEdit: () => void }) {
  const queries = useQueryClient();
  const { id, name, side, path, procedures } = event;
  const [asked, ask] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.procedures.removeLifeEvent.call({ id }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: api.procedures.lifeEvents.key() });
      sayDone(`Đã bỏ “${name}” khỏi trang tìm thủ tục.`);
    },
  });
  const nameOf = new Map(view.procedures.map((one) => [one.id, one]));
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Title order={2} size="h4">
          <Anchor href={path} target="_blank" rel="noopener" inherit underline="always">
            {name}
          </Anchor>
        </Title>
        <Text size="sm" c="gray.7">
          {sides[side]} · thứ tự {event.position}
        </Text>
        <Stack component="ol" gap={4} m={0} pl="lg">
          {procedures.map(({ procedureId, note }) => {
            const one = nameOf.get(procedureId);
            return (
              <li key={procedureId}>
                <Text size="sm">
                  {one ? `${one.code} ${one.name}` : "Thủ tục không còn"}
                  {one && one.state !== "in-force" && " (không thực hiện)"}
                  {note && ` (trường hợp: ${note})`}
                </Text>
              </li>
            );
          })}
        </Stack>
        {view.may.events?.allowed && (
          <Group gap="xs">
            <Button size="xs" variant="default" aria-label={`Sửa ${name}`} onClick={onEdit}>
              Sửa
            </Button>
            <Button size="xs" variant="default" aria-label={`Bỏ ${name}`} onClick={() => ask(true)}>
              Bỏ
            </Button>
          </Group>
        )}
      </Stack>
      <Confirm
        opened={asked}
        onClose={() => ask(false)}
        title={`Bỏ “${name}”?`}
        verb="Bỏ sự kiện"
        onConfirm={() => remove.mutate()}
        pending={remove.isPending}
        error={remove.error}
      >
        Trang của sự kiện trả lời là không còn; các thủ tục vẫn nguyên.
      </Confirm>
    </Paper>
  );
}

/** What happens in a life, and what organisations set out to do, by which the public finds procedures. */
export default function LifeEventsPage() {
  const query = useQuery(api.procedures.lifeEvents.queryOptions());
  const [edited, edit] = useState<LifeEvent | "new" | null>(null);
  return (
    <Page
      title="Sự kiện để tìm thủ tục"
      crumbs={[{ label: "Thủ tục hành chính", to: "/thu-tuc" }]}
      lead="Người dân, tổ chức tìm thủ tục theo việc mình định làm; mỗi việc dẫn đến các thủ tục cần làm, theo thứ tự."
      actions={
        <MayButton may={query.data?.may} verb="events" hideReason onClick={() => edit("new")}>
          Thêm sự kiện
        </MayButton>
      }
    >
      <Asked query={query}>
        {(view) => (
          <Stack>
            {view.events.length === 0 && (
              <EmptyState
                title="Chưa có sự kiện nào"
                why="Thêm việc người dân hay hỏi, như “Tổ chức biểu diễn nghệ thuật”, rồi chọn các thủ tục cần làm."
              />
            )}
            {view.events.map((event) => (
              <EventCard key={event.id} event={event} view={view} onEdit={() => edit(event)} />
            ))}
            <EventDialog
              key={edited === null || edited === "new" ? "new" : edited.id}
              event={edited === "new" ? null : edited}
              view={view}
              opened={edited !== null}
              onClose={() => edit(null)}
            />
          </Stack>
        )}
      </Asked>
    </Page>
  );
}
