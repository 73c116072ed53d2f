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
import { difficultyWords } from "../../contract.ts";
import { api } from "../api.ts";
import { DifficultyActs } from "./difficulty-acts.tsx";
import type { DifficultyView } from "./difficulty-view.ts";
import { RaiseDialog } from "./raise-dialog.tsx";

const tones: Record<DifficultyView["state"], StateTone> = {
  raised: "waiting",
  gathered: "scheduled",
  decided: "done",
  withdrawn: "withdrawn",
};

/** What stands in the way, from the unit that says it to the decision; `nhiem-vu` in the address begins with a task. */
export default function DifficultiesPage() {
  const [view, setView] = useFilters({ "trang-thai": "", "don-vi": "", "nhiem-vu": "" });
  const all = useQuery(api.plan.difficulties.queryOptions());
  const [raising, setRaising] = useState(view["nhiem-vu"] !== "");
  const raise = (
    <MayButton may={all.data?.may} verb="raise" onClick={() => setRaising(true)} hideReason>
      Nêu khó khăn, vướng mắc
    </MayButton>
  );
  const close = () => {
    setRaising(false);
    setView({ "nhiem-vu": "" });
  };
  return (
    <Page
      title="Khó khăn, vướng mắc"
      lead="Đơn vị nêu, biên tập tổng hợp, lãnh đạo quyết định; mỗi bước ghi người và ngày. Báo cáo kỳ lấy từ đây."
      actions={raise}
    >
      <Asked query={all}>
        {({ difficulties, units, may }) => (
          <>
            {difficulties.length === 0 ? (
              <EmptyState
                title="Chưa có khó khăn, vướng mắc nào được nêu"
                why="Khi một nhiệm vụ hoặc một mục của kế hoạch gặp khó khăn, đơn vị nêu ở đây để được tổng hợp, quyết định và đưa vào báo cáo."
                action={raise}
              />
            ) : (
              <DifficultyList
                rows={difficulties}
                state={view["trang-thai"]}
                unit={view["don-vi"]}
                onFilter={setView}
              />
            )}
            {may.raise?.allowed && (
              <RaiseDialog units={units} taskId={view["nhiem-vu"] || null} opened={raising} onClose={close} />
            )}
          </>
        )}
      </Asked>
    </Page>
  );
}

function DifficultyList({
  rows,
  state,
  unit,
  onFilter,
}: {
  rows: DifficultyView[];
  state: string;
  unit: string;
  onFilter: (change: { "trang-thai"?: string; "don-vi"?: string }) => void;
}) {
  const shown = rows.filter((row) => (!state || row.state === state) && (!unit || row.unitName === unit));
  return (
    <Stack>
      <Group align="flex-end">
        <FilterSelect
          label="Trạng thái"
          data={Object.entries(difficultyWords).map(([value, label]) => ({ value, label }))}
          value={state}
          onChange={(value) => onFilter({ "trang-thai": value })}
        />
        <FilterSelect
          label="Đơn vị"
          data={[...new Set(rows.map(({ unitName }) => unitName))]}
          value={unit}
          onChange={(value) => onFilter({ "don-vi": value })}
        />
      </Group>
      <Text size="sm" c="gray.7" role="status">
        {shown.length === rows.length ? `${rows.length} mục` : `${shown.length} trong ${rows.length} mục`}
      </Text>
      {shown.map((row) => (
        <DifficultyCard key={row.id} row={row} />
      ))}
    </Stack>
  );
}

function DifficultyCard({ row }: { row: DifficultyView }) {
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={`kho-khan-${row.id}`}>
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title
            order={2}
            size="h4"
            id={`kho-khan-${row.id}`}
            flex="1 1 16rem"
            style={{ overflowWrap: "anywhere" }}
          >
            {row.what}
          </Title>
          <StateBadge tone={tones[row.state]} word={difficultyWords[row.state]} />
        </Group>
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {row.taskId ? (
            <>
              Nhiệm vụ:{" "}
              <LinkText to="/nhiem-vu/$id" params={{ id: row.taskId }}>
                {row.about}
              </LinkText>
            </>
          ) : (
            row.about
          )}
          {" · "}
          {row.planTitle}
        </Text>
        {row.proposal && <Text size="sm">Đề nghị: {row.proposal}</Text>}
        <Text size="sm" c="gray.7">
          {row.unitName}, {row.raisedByName} nêu lúc <MomentText at={row.raisedAt} />
        </Text>
        {row.gatheredAt && (
          <Text size="sm" c="gray.7">
            {row.gatheredByName} tổng hợp lúc <MomentText at={row.gatheredAt} />
            {row.gatheredNote && `: ${row.gatheredNote}`}
          </Text>
        )}
        {row.decision && <Text size="sm">Quyết định: {row.decision}</Text>}
        {row.decidedAt && (
          <Text size="sm" c="gray.7">
            {row.decidedByName} quyết định lúc <MomentText at={row.decidedAt} />
          </Text>
        )}
        {row.withdrawnAt && (
          <Text size="sm" c="gray.7">
            Rút lúc <MomentText at={row.withdrawnAt} />
          </Text>
        )}
        {row.state !== "withdrawn" && (
          <LinkText to="/de-xuat" search={{ "kho-khan": row.id } as never} size="sm">
            Đề xuất giải pháp cho khó khăn này
          </LinkText>
        )}
        <DifficultyActs row={row} />
      </Stack>
    </Paper>
  );
}
