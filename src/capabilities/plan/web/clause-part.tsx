import { Badge, Box, Button, Group, List, Menu, Text } from "@mantine/core";
import { IconPencil, IconPlus } from "@tabler/icons-react";
import { LinkText, useGo } from "#ui/navigation.tsx";
import { clauseMark } from "../clause-mark.ts";
import type { PlanView } from "./api.ts";
import type { ClauseChange } from "./clause-dialog.tsx";
import type { Asked } from "./clause-dialogs.tsx";
import { ObligationLine } from "./obligation-line.tsx";
import { TaskProgress } from "./task-progress.tsx";

const changes: [ClauseChange, string][] = [
  ["correct", "Sửa tiêu đề, nội dung"],
  ["add-after", "Thêm mục cùng cấp ở sau"],
  ["add-inside", "Thêm mục con"],
  ["up", "Chuyển lên"],
  ["down", "Chuyển xuống"],
  ["remove", "Bỏ mục"],
];

/** One clause with its obligations and tasks. */
export function ClausePart({
  plan,
  clause,
  isTop,
  onAsk,
}: {
  plan: PlanView;
  clause: PlanView["clauses"][number];
  isTop: boolean;
  onAsk: (asked: Asked) => void;
}) {
  const go = useGo();
  const tasks = plan.tasks.filter(({ clauseId }) => clauseId === clause.id);
  const obligations = plan.obligations.filter(({ clauseId }) => clauseId === clause.id);
  return (
    <Box
      pl={isTop ? 0 : "md"}
      style={isTop ? undefined : { borderLeft: "2px solid var(--mantine-color-gray-3)" }}
    >
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Badge variant="light" color="gray" tt="none" style={{ flexShrink: 0 }}>
          {clauseMark(clause.path)}
        </Badge>
        <Box flex={1} miw={0} style={{ overflowWrap: "anywhere" }}>
          {clause.title && !isTop && <Text fw={600}>{clause.title}</Text>}
          {clause.text && <Text size="sm">{clause.text}</Text>}
        </Box>
      </Group>
      {obligations.length > 0 && (
        <List
          size="sm"
          listStyleType="none"
          mt="xs"
          spacing={6}
          withPadding={false}
          aria-label={`Nghĩa vụ của mục ${clauseMark(clause.path)}`}
        >
          {obligations.map((row) => (
            <ObligationLine key={row.id} plan={plan} clause={clause} obligation={row} onAsk={onAsk} />
          ))}
        </List>
      )}
      {tasks.map((task) => (
        <Group key={task.id} gap="xs" mt="xs">
          {/* Tall enough to be touched beside the open menu of the clause above. */}
          <LinkText
            to="/nhiem-vu/$id"
            params={{ id: task.id }}
            size="sm"
            fw={600}
            py={4}
            style={{ display: "inline-block" }}
          >
            {task.title}
          </LinkText>
          <TaskProgress task={task} />
        </Group>
      ))}
      {plan.may.manage?.allowed && (
        <Group gap={4}>
          <Menu position="bottom-start" withinPortal={false}>
            <Menu.Target>
              <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />}>
                Thêm vào mục {clauseMark(clause.path)}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onAsk({ kind: "obligation", clause, obligation: null })}>
                Thêm nghĩa vụ
              </Menu.Item>
              <Menu.Item onClick={() => onAsk({ kind: "task", begin: { clauseId: clause.id } })}>
                Thêm nhiệm vụ
              </Menu.Item>
              <Menu.Item onClick={() => go(`/chuong-trinh?muc=${clause.id}`)}>
                Lồng ghép vào chương trình của đơn vị
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Menu position="bottom-start" withinPortal={false}>
            <Menu.Target>
              <Button size="compact-sm" variant="subtle" leftSection={<IconPencil size={14} aria-hidden />}>
                Sửa<span className="only-read-aloud"> mục {clauseMark(clause.path)}</span>
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {changes.map(([change, word]) => (
                <Menu.Item key={change} onClick={() => onAsk({ kind: "clause", clause, change })}>
                  {word}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </Group>
      )}
    </Box>
  );
}
