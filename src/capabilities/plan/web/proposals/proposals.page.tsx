import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { proposalWords } from "../../contract.ts";
import { api } from "../api.ts";
import { ProposalActs } from "./proposal-acts.tsx";
import type { ProposalView } from "./proposal-view.ts";
import { ProposeDialog } from "./propose-dialog.tsx";

const tones: Record<ProposalView["state"], StateTone> = {
  proposed: "waiting",
  gathered: "scheduled",
  kept: "ahead",
  accepted: "approved",
  refused: "returned",
  followed: "done",
  withdrawn: "withdrawn",
};

/** What people propose, to the task that follows; `nhiem-vu` or `kho-khan` in the address begins with what it is about. */
export default function ProposalsPage() {
  const [view, setView] = useFilters({ "trang-thai": "", nguoi: "", "nhiem-vu": "", "kho-khan": "" });
  const all = useQuery(api.plan.proposals.queryOptions());
  const about = view["nhiem-vu"]
    ? `task ${view["nhiem-vu"]}`
    : view["kho-khan"]
      ? `difficulty ${view["kho-khan"]}`
      : null;
  const [proposing, setProposing] = useState(about !== null);
  const propose = (
    <MayButton may={all.data?.may} verb="propose" onClick={() => setProposing(true)} hideReason>
      Đề xuất giải pháp
    </MayButton>
  );
  const close = () => {
    setProposing(false);
    setView({ "nhiem-vu": "", "kho-khan": "" });
  };
  return (
    <Page
      title="Đề xuất giải pháp"
      lead="Ai cũng đề xuất được; biên tập tổng hợp, lãnh đạo quyết định, đề xuất được chấp nhận thành nhiệm vụ. Mỗi bước ghi người và ngày. Báo cáo kỳ lấy từ đây."
      actions={propose}
    >
      <Asked query={all}>
        {({ proposals, may }) => (
          <>
            {proposals.length === 0 ? (
              <EmptyState
                title="Chưa có đề xuất nào"
                why="Khi thấy cách làm tốt hơn cho công việc chung, một nhiệm vụ hay một khó khăn, hãy đề xuất ở đây để được quyết định và giao thành nhiệm vụ."
                action={propose}
              />
            ) : (
              <ProposalList
                rows={proposals}
                state={view["trang-thai"]}
                person={view.nguoi}
                onFilter={setView}
              />
            )}
            {may.propose?.allowed && <ProposeDialog about={about} opened={proposing} onClose={close} />}
          </>
        )}
      </Asked>
    </Page>
  );
}

function ProposalList({
  rows,
  state,
  person,
  onFilter,
}: {
  rows: ProposalView[];
  state: string;
  person: string;
  onFilter: (change: { "trang-thai"?: string; nguoi?: string }) => void;
}) {
  const shown = rows.filter(
    (row) => (!state || row.state === state) && (!person || row.proposedByName === person),
  );
  return (
    <Stack>
      <Group align="flex-end">
        <FilterSelect
          label="Trạng thái"
          data={Object.entries(proposalWords).map(([value, label]) => ({ value, label }))}
          value={state}
          onChange={(value) => onFilter({ "trang-thai": value })}
        />
        <FilterSelect
          label="Người đề xuất"
          data={[...new Set(rows.map(({ proposedByName }) => proposedByName))]}
          value={person}
          onChange={(value) => onFilter({ nguoi: value })}
        />
      </Group>
      <Text size="sm" c="gray.7" role="status">
        {shown.length === rows.length
          ? `${rows.length} đề xuất`
          : `${shown.length} trong ${rows.length} đề xuất`}
      </Text>
      {shown.map((row) => (
        <ProposalCard key={row.id} row={row} />
      ))}
    </Stack>
  );
}

function About({ row }: { row: ProposalView }) {
  if (row.about === null) return <>Đề xuất chung cho cơ quan</>;
  return (
    <>
      {row.taskId ? (
        <>
          Nhiệm vụ:{" "}
          <LinkText to="/nhiem-vu/$id" params={{ id: row.taskId }}>
            {row.about}
          </LinkText>
        </>
      ) : row.difficultyId ? (
        <>
          Khó khăn: <LinkText to="/kho-khan">{row.about}</LinkText>
        </>
      ) : (
        row.about
      )}
      {" · "}
      {row.planTitle}
    </>
  );
}

function Steps({ row }: { row: ProposalView }) {
  const steps: { at: string | null; who: string; words: string | null }[] = [
    { at: row.proposedAt, who: `${row.proposedByName} đề xuất`, words: null },
    { at: row.gatheredAt, who: `${row.gatheredByName} tổng hợp`, words: row.gatheredNote },
    { at: row.keptAt, who: `${row.keptByName} để lại, xem xét sau`, words: row.keptReason },
    {
      at: row.decidedAt,
      who: `${row.decidedByName} ${row.state === "refused" ? "không chấp nhận" : "chấp nhận"}`,
      words: row.decision,
    },
    { at: row.withdrawnAt, who: "Người đề xuất rút", words: null },
  ];
  return steps.map(
    ({ at, who, words }) =>
      at && (
        <Text key={who} size="sm" c="gray.7" style={{ overflowWrap: "anywhere" }}>
          {who} lúc <MomentText at={at} />
          {words && `: ${words}`}
        </Text>
      ),
  );
}

function ProposalCard({ row }: { row: ProposalView }) {
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={`de-xuat-${row.id}`}>
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title
            order={2}
            size="h4"
            id={`de-xuat-${row.id}`}
            flex="1 1 16rem"
            style={{ overflowWrap: "anywhere" }}
          >
            {row.what}
          </Title>
          <StateBadge tone={tones[row.state]} word={proposalWords[row.state]} />
        </Group>
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          <About row={row} />
        </Text>
        {row.benefit && <Text size="sm">Hiệu quả dự kiến: {row.benefit}</Text>}
        <Steps row={row} />
        {row.followedTaskId && row.followedAt && (
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            {row.followedByName} giao thành nhiệm vụ{" "}
            <LinkText to="/nhiem-vu/$id" params={{ id: row.followedTaskId }}>
              {row.followedTaskTitle}
            </LinkText>{" "}
            lúc <MomentText at={row.followedAt} />
          </Text>
        )}
        <ProposalActs row={row} />
      </Stack>
    </Paper>
  );
}
