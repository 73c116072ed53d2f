import { Button, Checkbox, Group, Paper, Select, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PlanView } from "../api.ts";
import { dueText, obligationDue } from "../words.ts";
import { SuggestionDialog } from "./suggestion-dialog.tsx";
import type { SuggestionAnswer, SuggestionView } from "./suggestion-view.ts";

const SHOWN = 40;
const kinds = { obligation: "Nghĩa vụ", task: "Nhiệm vụ" } as const;

/** What the clauses' words suggest and the plan does not hold yet, to be accepted, changed or put aside. */
export function Suggestions({ plan }: { plan: PlanView }) {
  const found = useQuery(api.plan.suggestions.queryOptions({ input: { id: plan.id } }));
  return <Asked query={found}>{(answer) => <Listed plan={plan} answer={answer} />}</Asked>;
}

const whatOf = (row: SuggestionView) => (row.kind === "task" ? row.task.title : row.obligation.what);

function Listed({ plan, answer }: { plan: PlanView; answer: SuggestionAnswer }) {
  const queries = useQueryClient();
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const [view, setView] = useState("open");
  const [chosen, setChosen] = useState<string[]>([]);
  const [shown, setShown] = useState(SHOWN);
  const [edited, setEdited] = useState<SuggestionView | null>(null);
  const settled = (next: SuggestionAnswer) => {
    setChosen([]);
    queries.setQueryData(api.plan.suggestions.queryKey({ input: { id: plan.id } }), next);
    void queries.invalidateQueries({ queryKey: api.plan.get.key() });
    void queries.invalidateQueries({ queryKey: api.plan.list.key() });
  };
  const accept = useMutation(
    api.plan.acceptSuggestions.mutationOptions({
      onSuccess: (next, { accepted }) => {
        settled(next);
        sayDone(`Đã chấp nhận ${accepted.length} gợi ý.`);
      },
    }),
  );
  const put = useMutation(
    api.plan.putSuggestionsAside.mutationOptions({
      onSuccess: (next, { keys, aside }) => {
        settled(next);
        sayDone(aside ? `Đã để riêng ${keys.length} gợi ý.` : `Đã đưa lại ${keys.length} gợi ý.`);
      },
    }),
  );
  const manages = plan.may.manage?.allowed ?? false;
  const isAside = view === "aside";
  const rows = (isAside ? answer.aside : answer.open).filter(
    ({ kind }) => view === "open" || isAside || kind === view,
  );
  const keys = rows.filter(({ key }) => chosen.includes(key)).map(({ key }) => key);
  const busy = accept.isPending || put.isPending;
  const unitName = (id: string | null | undefined) => units.data?.units.find((unit) => unit.id === id)?.name;
  return (
    <Stack gap="sm">
      <Text size="sm" maw="46rem">
        Gợi ý được tìm bằng quy tắc từ lời văn của các mục chưa có nghĩa vụ, nhiệm vụ; mỗi gợi ý nêu lý do.
        Biên tập, lãnh đạo quyết định: chấp nhận, sửa rồi chấp nhận, hoặc để riêng. Gợi ý để riêng không hiện
        lại ở bản này của kế hoạch.
      </Text>
      {manages && (
        <LinkButton
          to="/ke-hoach/$id/mau"
          params={{ id: plan.id }}
          variant="default"
          style={{ alignSelf: "flex-start" }}
        >
          Lấy thêm từ mẫu theo loại cơ quan
        </LinkButton>
      )}
      <Group align="flex-end" gap="sm">
        <Select
          label="Xem"
          data={[
            { value: "open", label: `Mọi gợi ý (${answer.open.length})` },
            ...(["obligation", "task"] as const).map((kind) => ({
              value: kind,
              label: `${kinds[kind]} (${answer.open.filter((row) => row.kind === kind).length})`,
            })),
            { value: "aside", label: `Đã để riêng (${answer.aside.length})` },
          ]}
          allowDeselect={false}
          value={view}
          onChange={(value) => {
            setView(value ?? "open");
            setChosen([]);
          }}
        />
        {manages && rows.length > 0 && (
          <Button
            variant="default"
            onClick={() => setChosen(keys.length === rows.length ? [] : rows.map(({ key }) => key))}
          >
            {keys.length === rows.length ? "Bỏ chọn tất cả" : `Chọn cả ${rows.length}`}
          </Button>
        )}
        {keys.length > 0 && !isAside && (
          <MayButton
            may={plan.may}
            verb="manage"
            loading={busy}
            onClick={() => accept.mutate({ id: plan.id, accepted: keys.map((key) => ({ key })) })}
          >
            Chấp nhận {keys.length} gợi ý
          </MayButton>
        )}
        {keys.length > 0 && (
          <Button
            variant="default"
            loading={busy}
            onClick={() => put.mutate({ id: plan.id, keys, aside: !isAside })}
          >
            {isAside ? `Xem xét lại ${keys.length}` : `Để riêng ${keys.length}`}
          </Button>
        )}
      </Group>
      <ErrorNotice error={accept.error ?? put.error} />
      {rows.length === 0 && (
        <EmptyState
          title={isAside ? "Chưa để riêng gợi ý nào" : "Không còn gợi ý"}
          why="Gợi ý có khi một mục nêu việc phải làm, đơn vị, thời gian, sản phẩm hoặc chỉ tiêu mà kế hoạch chưa có nghĩa vụ, nhiệm vụ cho mục ấy."
        />
      )}
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }} aria-label="Các gợi ý">
        {rows.slice(0, shown).map((row) => (
          <Paper key={row.key} component="li" withBorder p="sm">
            <Group align="flex-start" wrap="nowrap" gap="sm">
              {manages && (
                <Checkbox
                  mt={4}
                  aria-label={`Chọn: ${whatOf(row)}`}
                  checked={chosen.includes(row.key)}
                  onChange={(event) =>
                    setChosen(
                      event.currentTarget.checked
                        ? [...chosen, row.key]
                        : chosen.filter((key) => key !== row.key),
                    )
                  }
                />
              )}
              <Stack gap={4} align="flex-start" style={{ minWidth: 0 }}>
                <Title order={2} size="h6" style={{ overflowWrap: "anywhere" }}>
                  {whatOf(row)}
                </Title>
                <Group gap="xs">
                  <StateBadge tone={row.kind === "task" ? "scheduled" : "note"} word={kinds[row.kind]} />
                  <Text size="sm">Mục {row.clauseMark}</Text>
                </Group>
                <Text size="sm" c="gray.7">
                  {factsOf(row, unitName).join(" · ")}
                </Text>
                <Text size="sm">Vì {row.reasons.join("; ")}.</Text>
                {manages && (
                  <Group gap="xs">
                    {!isAside && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        disabled={busy}
                        onClick={() => accept.mutate({ id: plan.id, accepted: [{ key: row.key }] })}
                      >
                        Chấp nhận
                      </Button>
                    )}
                    <Button size="compact-sm" variant="subtle" onClick={() => setEdited(row)}>
                      Sửa rồi chấp nhận
                    </Button>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      disabled={busy}
                      onClick={() => put.mutate({ id: plan.id, keys: [row.key], aside: !isAside })}
                    >
                      {isAside ? "Xem xét lại" : "Để riêng"}
                    </Button>
                  </Group>
                )}
              </Stack>
            </Group>
          </Paper>
        ))}
      </Stack>
      {rows.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + SHOWN)} style={{ alignSelf: "flex-start" }}>
          Xem thêm {Math.min(SHOWN, rows.length - shown)} gợi ý
        </Button>
      )}
      <SuggestionDialog
        plan={plan}
        suggestion={edited}
        onClose={() => setEdited(null)}
        onAccepted={settled}
      />
    </Stack>
  );
}

function factsOf(
  row: SuggestionView,
  unitName: (id: string | null | undefined) => string | undefined,
): string[] {
  const facts =
    row.kind === "task"
      ? [
          row.task.allUnits
            ? "Các phòng, đơn vị"
            : (unitName(row.task.leadUnitId) ?? "Chưa rõ đơn vị chủ trì"),
          dueText(row.task.due),
          row.task.deliverable && `Sản phẩm: ${row.task.deliverable}`,
        ]
      : [
          row.obligation.allUnits
            ? "Các phòng, đơn vị"
            : row.obligation.unitIds.flatMap((id) => unitName(id) ?? []).join(", ") || "Chưa rõ đơn vị",
          obligationDue[row.obligation.due],
          row.obligation.evidenceWanted && `Minh chứng: ${row.obligation.evidenceWanted}`,
        ];
  return facts.flatMap((fact) => fact || []);
}
