import { Button, Group, List, Menu, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { LinkText, useGo } from "#ui/navigation.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { themeLabel } from "../contract.ts";
import { api, type ObligationView, type PlanView } from "./api.ts";
import type { Asked } from "./clause-dialogs.tsx";
import { TargetBadge } from "./targets/target-badge.tsx";
import { obligationDue } from "./words.ts";

interface LineProps {
  plan: PlanView;
  clause: PlanView["clauses"][number];
  obligation: ObligationView;
  onAsk: (asked: Asked) => void;
}

/** One obligation: code, duty, who answers, proof wanted, and whether anything discharges it. */
export function ObligationLine(props: LineProps) {
  const { plan, obligation } = props;
  const { id, code, what, leadUnits, due, evidenceWanted, noneReason, evidenceCount, themeSlugs } =
    obligation;
  const targets = useQuery(api.plan.targets.queryOptions({ input: { id: plan.id } }));
  const target = targets.data?.targets.find(({ obligationId }) => obligationId === id);
  const tasks = plan.tasks.filter(({ obligationIds }) => obligationIds.includes(id));
  return (
    <List.Item styles={{ itemWrapper: { display: "block" } }}>
      <Text span size="sm" fw={600}>
        {code}
      </Text>{" "}
      <Text span size="sm">
        {what}
      </Text>
      <Text size="sm" c="gray.7">
        {leadUnits.join(", ") || "Chưa rõ đơn vị"} · {obligationDue[due]}
        {evidenceWanted && ` · Minh chứng cần có: ${evidenceWanted}`}
        {themeSlugs.length > 0 &&
          ` · Chủ đề: ${themeSlugs.map((slug) => themeLabel(slug) ?? slug).join(", ")}`}
      </Text>
      {tasks.length > 0 && (
        <Text size="sm" c="gray.7">
          Nhiệm vụ:{" "}
          {tasks.map((task, index) => (
            <span key={task.id}>
              {index > 0 && "; "}
              <LinkText to="/nhiem-vu/$id" params={{ id: task.id }} size="sm">
                {task.title}
              </LinkText>
            </span>
          ))}
        </Text>
      )}
      <Group gap="xs" mt={4}>
        {evidenceCount > 0 ? (
          <StateBadge tone="done" word={`${evidenceCount} minh chứng`} />
        ) : noneReason ? (
          <StateBadge tone="note" word={`Không thực hiện: ${noneReason}`} />
        ) : (
          <StateBadge tone="none" word={tasks.length === 0 ? "Chưa có nhiệm vụ" : "Chưa có minh chứng"} />
        )}
        {target && <TargetBadge target={target} />}
        <ObligationMenu {...props} />
      </Group>
    </List.Item>
  );
}

function ObligationMenu({ plan, clause, obligation, onAsk }: LineProps) {
  const queries = useQueryClient();
  const go = useGo();
  const resume = useMutation(
    api.plan.setNoneReason.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone(`Nghĩa vụ ${obligation.code} lại được thực hiện.`);
      },
      onError: sayFailed,
    }),
  );
  const manages = plan.may.manage?.allowed ?? false;
  const records = obligation.may.recordEvidence?.allowed ?? false;
  if (!manages && !records) return null;
  const { id, code, what, noneReason, evidenceCount, allUnits, unitIds } = obligation;
  return (
    <Menu position="bottom-start" withinPortal={false}>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" aria-label={`Thao tác với nghĩa vụ ${code}`}>
          Thao tác
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {records && (
          <>
            <Menu.Item onClick={() => onAsk({ kind: "evidence", obligation })}>Ghi minh chứng</Menu.Item>
            <Menu.Item onClick={() => go(`/chuong-trinh?nghia-vu=${id}`)}>
              Lồng ghép vào chương trình của đơn vị
            </Menu.Item>
          </>
        )}
        {manages && (
          <>
            <Menu.Item
              onClick={() =>
                onAsk({
                  kind: "task",
                  begin: {
                    title: what,
                    clauseId: clause.id,
                    obligationIds: [id],
                    allUnits,
                    leadUnitId: allUnits ? null : (unitIds[0] ?? null),
                  },
                })
              }
            >
              Thêm nhiệm vụ
            </Menu.Item>
            <Menu.Item onClick={() => onAsk({ kind: "obligation", clause, obligation })}>
              Sửa nghĩa vụ
            </Menu.Item>
            <Menu.Item onClick={() => onAsk({ kind: "target", obligation })}>Chỉ tiêu theo kỳ</Menu.Item>
            {noneReason ? (
              <Menu.Item onClick={() => resume.mutate({ id, reason: null })}>Thực hiện trở lại</Menu.Item>
            ) : (
              evidenceCount === 0 && (
                <Menu.Item onClick={() => onAsk({ kind: "reason", obligation })}>
                  Ghi lý do không thực hiện
                </Menu.Item>
              )
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
