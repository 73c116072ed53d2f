import { Alert, Group, Stack, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useGo, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { useShortcuts } from "#ui/shortcuts.ts";
import { sayDone, sayDoneWithUndo, sayFailed } from "#ui/undo.tsx";
import { api, type Deliverable, type Story } from "../api.ts";
import { StoryCampaign } from "../campaigns/story-campaign.tsx";
import { PlannedStateBadge } from "../content-state.tsx";
import { TipsBehind } from "../intake/tips-behind.tsx";
import { ItemLinks } from "../item-links.tsx";
import { DeliverableDialog } from "./deliverable-dialog.tsx";
import { LinkTextDialog } from "./link-text-dialog.tsx";
import { StoryDialog } from "./story-dialog.tsx";
import { StoryStateBadge } from "./story-state.tsx";

/** A story with what is to come of it: who makes what, by when, for which channel. */
export default function StoryPage() {
  const id = useParam("id");
  const story = useQuery(api.newsroom.getStory.queryOptions({ input: { id } }));
  return <Asked query={story}>{(found) => <StoryShown story={found} />}</Asked>;
}

const isLate = ({ state, dueAt }: Deliverable) =>
  ["planned", "draft", "returned", "refused"].includes(state) && Date.parse(dueAt) < Date.now();

type Step =
  | { act: "change" | "drop" | "add" }
  | { act: "assign" | "link" | "remove"; deliverable: Deliverable };

function StoryShown({ story }: { story: Story }) {
  const go = useGo();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step | null>(null);
  const { id, may } = story;
  const close = () => setStep(null);
  const keep = (saved: Story) => {
    queries.setQueryData(api.newsroom.getStory.queryKey({ input: { id } }), saved);
    void queries.invalidateQueries({ queryKey: api.newsroom.listStories.key() });
    void queries.invalidateQueries({ queryKey: api.newsroom.listEntries.key() });
  };
  const resume = useMutation(
    api.newsroom.resumeStory.mutationOptions({ onSuccess: keep, onError: sayFailed }),
  );
  const drop = useMutation(
    api.newsroom.dropStory.mutationOptions({
      onSuccess: (saved) => {
        keep(saved);
        close();
        sayDoneWithUndo("Đã bỏ đề tài.", () => resume.mutateAsync({ id }));
      },
    }),
  );
  const start = useMutation(
    api.newsroom.startDeliverable.mutationOptions({
      onSuccess: ({ itemId }) => go(`/noi-dung/${itemId}`),
      onError: sayFailed,
    }),
  );
  const remove = useMutation(
    api.newsroom.removeDeliverable.mutationOptions({
      onSuccess: (saved) => {
        keep(saved);
        close();
        sayDone("Đã bỏ sản phẩm khỏi đề tài.");
      },
    }),
  );
  const add = () => setStep((open) => open ?? { act: "add" });
  useShortcuts(may.change?.allowed ? [{ keys: "c", label: "Thêm sản phẩm", run: add }] : []);
  const columns: Column<Deliverable>[] = [
    {
      key: "san-pham",
      header: "Sản phẩm",
      cell: ({ itemId, title, kindLabel }) =>
        itemId ? (
          <LinkText to="/noi-dung/$id" params={{ id: itemId }} fw={600}>
            {kindLabel}: {title}
          </LinkText>
        ) : (
          <Text size="sm" fw={600}>
            {kindLabel}
          </Text>
        ),
    },
    { key: "trang-thai", header: "Trạng thái", cell: ({ state }) => <PlannedStateBadge state={state} /> },
    {
      key: "nguoi",
      header: "Người làm",
      cell: ({ personName, unitName }) => (
        <>
          {personName ?? "Chưa giao người"}
          <Text size="xs" c="gray.7">
            {unitName}
          </Text>
        </>
      ),
    },
    {
      key: "han",
      header: "Hạn",
      cell: (row) => (
        <>
          <MomentText at={row.dueAt} />
          {isLate(row) && (
            <Text size="xs" c="red.8" fw={600}>
              Quá hạn
            </Text>
          )}
        </>
      ),
    },
    { key: "kenh", header: "Kênh", cell: ({ channelLabel }) => channelLabel },
    {
      key: "viec",
      header: "Việc",
      cell: (row) => (
        <Group gap="xs">
          {row.itemId === null && row.may.start?.allowed && (
            <MayButton
              may={row.may}
              verb="start"
              size="xs"
              loading={start.isPending && start.variables.id === row.id}
              onClick={() => start.mutate({ id: row.id })}
            >
              Bắt đầu viết
            </MayButton>
          )}
          {row.itemId === null && row.may.link?.allowed && (
            <MayButton
              may={row.may}
              verb="link"
              size="xs"
              variant="default"
              onClick={() => setStep({ act: "link", deliverable: row })}
            >
              Gắn bài đã có…
            </MayButton>
          )}
          {row.may.assign?.allowed && (
            <MayButton
              may={row.may}
              verb="assign"
              size="xs"
              variant="default"
              onClick={() => setStep({ act: "assign", deliverable: row })}
            >
              Giao lại…
            </MayButton>
          )}
          {row.may.remove?.allowed && (
            <MayButton
              may={row.may}
              verb="remove"
              size="xs"
              variant="subtle"
              color="red"
              onClick={() => setStep({ act: "remove", deliverable: row })}
            >
              Bỏ…
            </MayButton>
          )}
        </Group>
      ),
    },
  ];
  return (
    <Page
      title={story.title}
      crumbs={[{ label: "Đề tài", to: "/de-tai" }]}
      lead={
        <Group gap="xs">
          <StoryStateBadge state={story.state} />
          <Text size="sm">
            {story.unitName} · {story.leadName ? `${story.leadName} phụ trách` : "chưa giao người phụ trách"}{" "}
            · {story.proposedByName} đề xuất lúc <MomentText at={story.createdAt} />
          </Text>
        </Group>
      }
      actions={
        story.state === "dropped" ? (
          <MayButton may={may} verb="resume" loading={resume.isPending} onClick={() => resume.mutate({ id })}>
            Mở lại đề tài
          </MayButton>
        ) : (
          <>
            <MayButton may={may} verb="change" leftSection={<IconPlus size={18} />} hideReason onClick={add}>
              Thêm sản phẩm
            </MayButton>
            {may.change?.allowed && (
              <MayButton may={may} verb="change" variant="default" onClick={() => setStep({ act: "change" })}>
                Sửa đề tài
              </MayButton>
            )}
            {may.drop?.allowed && (
              <MayButton
                may={may}
                verb="drop"
                variant="subtle"
                color="red"
                onClick={() => setStep({ act: "drop" })}
              >
                Bỏ đề tài…
              </MayButton>
            )}
          </>
        )
      }
    >
      {story.state === "dropped" && story.droppedAt && (
        <Alert color="gray" title={`${story.droppedByName} bỏ đề tài lúc ${formatDateTime(story.droppedAt)}`}>
          Lý do: {story.dropReason}
        </Alert>
      )}
      <StoryCampaign story={story} />
      <TipsBehind storyId={id} />
      {story.note && <Text style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>{story.note}</Text>}
      <Stack gap="sm" component="section" aria-labelledby="san-pham">
        <Title order={2} size="h3" id="san-pham">
          Sản phẩm
        </Title>
        <DataTable
          caption="Sản phẩm của đề tài"
          rows={story.deliverables}
          rowKey={(row) => row.id}
          columns={columns}
          empty={
            <EmptyState
              title="Chưa có sản phẩm nào"
              why="Thêm từng sản phẩm sẽ làm: loại, kênh, hạn, đơn vị và người làm."
            />
          }
        />
      </Stack>
      <Stack gap="sm" component="section" aria-labelledby="phuc-vu">
        <Title order={2} size="h3" id="phuc-vu">
          Gắn với kế hoạch
        </Title>
        {story.taskIds.length + story.obligationIds.length + story.clauseIds.length === 0 ? (
          <Text size="sm">Chưa gắn với nhiệm vụ, nghĩa vụ hay mục nào; bài viết cho đề tài phải tự gắn.</Text>
        ) : (
          <>
            <ItemLinks links={story.links} />
            <Text size="sm" c="gray.7">
              Bài viết cho đề tài tự được gắn như thế này.
            </Text>
          </>
        )}
      </Stack>
      <StoryDialog
        story={story}
        opened={step?.act === "change"}
        onClose={close}
        onDone={(saved) => {
          keep(saved);
          sayDone("Đã ghi đề tài.");
        }}
      />
      <DeliverableDialog
        story={story}
        opened={step?.act === "add"}
        onClose={close}
        onDone={(saved) => {
          keep(saved);
          sayDone("Đã thêm sản phẩm.");
        }}
      />
      <DeliverableDialog
        story={story}
        deliverable={step?.act === "assign" ? step.deliverable : null}
        opened={step?.act === "assign"}
        onClose={close}
        onDone={(saved) => {
          keep(saved);
          sayDone("Đã ghi sản phẩm.");
        }}
      />
      <LinkTextDialog
        deliverable={step?.act === "link" ? step.deliverable : null}
        onClose={close}
        onDone={(saved) => {
          keep(saved);
          sayDone("Đã gắn bài vào sản phẩm.");
        }}
      />
      <Confirm
        opened={step?.act === "drop"}
        onClose={close}
        title="Bỏ đề tài"
        verb="Bỏ đề tài"
        reasonLabel="Lý do"
        quickReasons={["Trùng đề tài khác", "Không còn thời sự", "Không đủ tư liệu"]}
        pending={drop.isPending}
        error={drop.error}
        onConfirm={(reason) => drop.mutate({ id, reason })}
      >
        Sản phẩm chưa viết ra khỏi lịch và danh sách; bài đã viết giữ nguyên. Đề tài mở lại được.
      </Confirm>
      <Confirm
        opened={step?.act === "remove"}
        onClose={close}
        title="Bỏ sản phẩm"
        verb="Bỏ sản phẩm"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => step?.act === "remove" && remove.mutate({ id: step.deliverable.id })}
      >
        Sản phẩm ra khỏi đề tài; bài đã viết cho sản phẩm này, nếu có, vẫn còn trong Tin, bài.
      </Confirm>
    </Page>
  );
}
