import { Anchor, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { shortcomingWords } from "../../contract.ts";
import { api } from "../api.ts";
import { NoteDialog } from "./note-dialog.tsx";
import { ShortcomingActs } from "./shortcoming-acts.tsx";
import type { ShortcomingView } from "./shortcoming-view.ts";

const tones: Record<ShortcomingView["state"], StateTone> = {
  open: "failed",
  mending: "waiting",
  mended: "done",
  refused: "withdrawn",
};

/** What is lacking, whose it is, and how it is being mended. */
export default function ShortcomingsPage() {
  const [view, setView] = useFilters({ "trang-thai": "", "don-vi": "" });
  const all = useQuery(api.plan.shortcomings.queryOptions());
  const [noting, note] = useDisclosure(false);
  const noteButton = (
    <MayButton may={all.data?.may} verb="note" onClick={note.open} hideReason>
      Ghi tồn tại, hạn chế
    </MayButton>
  );
  return (
    <Page
      title="Tồn tại, hạn chế"
      lead="Mỗi tồn tại có đơn vị, người chịu trách nhiệm, nguyên nhân, cách khắc phục và minh chứng. Báo cáo kỳ lấy từ đây, kể cả việc từ kỳ trước đã đến đâu."
      actions={noteButton}
    >
      <Asked query={all}>
        {({ shortcomings, units, may }) => (
          <>
            {shortcomings.length === 0 ? (
              <EmptyState
                title="Chưa ghi tồn tại, hạn chế nào"
                why="Ghi ở đây, hoặc từ trang một báo cáo đã chốt số liệu: nhiệm vụ chưa có minh chứng, quá hạn được liệt kê sẵn."
                action={noteButton}
              />
            ) : (
              <ShortcomingList
                rows={shortcomings}
                state={view["trang-thai"]}
                unit={view["don-vi"]}
                onFilter={setView}
              />
            )}
            {may.note?.allowed && <NoteDialog units={units} opened={noting} onClose={note.close} />}
          </>
        )}
      </Asked>
    </Page>
  );
}

const NO_UNIT = "Chưa giao đơn vị";

function ShortcomingList({
  rows,
  state,
  unit,
  onFilter,
}: {
  rows: ShortcomingView[];
  state: string;
  unit: string;
  onFilter: (change: { "trang-thai"?: string; "don-vi"?: string }) => void;
}) {
  const shown = rows.filter(
    (row) => (!state || row.state === state) && (!unit || (row.unitName ?? NO_UNIT) === unit),
  );
  return (
    <Stack>
      <Group align="flex-end">
        <FilterSelect
          label="Trạng thái"
          data={Object.entries(shortcomingWords).map(([value, label]) => ({ value, label }))}
          value={state}
          onChange={(value) => onFilter({ "trang-thai": value })}
        />
        <FilterSelect
          label="Đơn vị"
          data={[...new Set(rows.map(({ unitName }) => unitName ?? NO_UNIT))]}
          value={unit}
          onChange={(value) => onFilter({ "don-vi": value })}
        />
      </Group>
      <Text size="sm" c="gray.7" role="status">
        {shown.length === rows.length ? `${rows.length} mục` : `${shown.length} trong ${rows.length} mục`}
      </Text>
      {shown.map((row) => (
        <ShortcomingCard key={row.id} row={row} />
      ))}
    </Stack>
  );
}

function TaskLink({ id, title }: { id: string; title: string | null }) {
  return (
    <LinkText to="/nhiem-vu/$id" params={{ id }}>
      {title}
    </LinkText>
  );
}

function Fix({ row }: { row: ShortcomingView }) {
  if (!row.fixAt) return null;
  return (
    <>
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {row.fixTaskId ? (
          <>
            Khắc phục bằng nhiệm vụ <TaskLink id={row.fixTaskId} title={row.fixTaskTitle} />
          </>
        ) : (
          <>
            Khắc phục: {row.fixWords}, xong trước ngày {row.fixDay && <DayText day={row.fixDay} />}
          </>
        )}
      </Text>
      <Text size="sm" c="gray.7">
        {row.fixByName} giao lúc <MomentText at={row.fixAt} />
      </Text>
    </>
  );
}

function Outcome({ row }: { row: ShortcomingView }) {
  return (
    <>
      {row.mendedAt && (
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {row.mendedByName} ghi đã khắc phục lúc <MomentText at={row.mendedAt} />:{" "}
          {row.proofUrl ? (
            <Anchor href={row.proofUrl}>{row.proofLabel ?? row.proofUrl}</Anchor>
          ) : (
            row.proofLabel
          )}
          {row.proofWithdrawn && " (minh chứng đã thu hồi, cần chứng minh lại)"}
        </Text>
      )}
      {row.refusedAt && (
        <Text size="sm">
          {row.refusedByName} không tiếp nhận lúc <MomentText at={row.refusedAt} />: {row.refusedReason}
        </Text>
      )}
      {row.toldUrl && (
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          Nêu tại: <Anchor href={row.toldUrl}>{row.toldLabel}</Anchor>
        </Text>
      )}
    </>
  );
}

function ShortcomingCard({ row }: { row: ShortcomingView }) {
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={`ton-tai-${row.id}`}>
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title
            order={2}
            size="h4"
            id={`ton-tai-${row.id}`}
            flex="1 1 16rem"
            style={{ overflowWrap: "anywhere" }}
          >
            {row.what}
          </Title>
          <StateBadge tone={tones[row.state]} word={shortcomingWords[row.state]} />
        </Group>
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {row.unitName ?? NO_UNIT}
          {row.personName && `, ${row.personName}`}
          {row.taskId && (
            <>
              {" · Nhiệm vụ: "}
              <TaskLink id={row.taskId} title={row.taskTitle} />
            </>
          )}
          {" · "}
          {row.planTitle}
        </Text>
        {row.why && <Text size="sm">Nguyên nhân: {row.why}</Text>}
        <Text size="sm" c="gray.7">
          {row.notedByName} ghi lúc <MomentText at={row.notedAt} />
        </Text>
        <Fix row={row} />
        <Outcome row={row} />
        <ShortcomingActs row={row} />
      </Stack>
    </Paper>
  );
}
