import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { meansEveryUnit, unitNamed } from "#platform/text/unit-named.ts";
import { clauseMark } from "../../clause-mark.ts";
import { api, type ImportView } from "../api.ts";
import { dueText } from "../words.ts";
import type { Unsure } from "./unsure.ts";
import { UnsureMark } from "./unsure-mark.tsx";

type ReadTask = ImportView["reading"]["tasks"][number];

/** The tasks as read, each with what is unsure, and with unit names that the agency does not have. */
export function TaskSection({
  tasks,
  unsure,
  onEdit,
  onAdd,
  onRemove,
  onShow,
  onSettle,
}: {
  tasks: ReadTask[];
  unsure: Unsure[];
  onEdit: (index: number) => void;
  onAdd: () => void;
  onRemove: (index: number) => void;
  onShow: (index: number) => void;
  onSettle: (unsure: Unsure) => void;
}) {
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const unknown = ({ leadUnits, coordinatingUnits }: ReadTask): string[] => {
    const known = units.data?.units;
    if (!known) return [];
    return [...leadUnits, ...coordinatingUnits].filter(
      (name) => !meansEveryUnit(name) && !unitNamed(known, name),
    );
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="nhiem-vu-doc-duoc">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="nhiem-vu-doc-duoc">
          Nhiệm vụ đọc được ({tasks.length})
        </Title>
        <Button size="xs" variant="default" onClick={onAdd}>
          Thêm nhiệm vụ
        </Button>
      </Group>
      {tasks.length === 0 && (
        <Text size="sm">
          Văn bản không nêu đơn vị chủ trì hay thời gian. Thêm nhiệm vụ ở đây, hoặc sau khi xác nhận.
        </Text>
      )}
      <Stack gap="sm" component="ul" pl={0} m={0} style={{ listStyle: "none" }}>
        {tasks.map((task, index) => {
          const strange = unknown(task);
          return (
            <Paper
              // biome-ignore lint/suspicious/noArrayIndexKey: a task is known by its position alone
              key={index}
              component="li"
              withBorder
              p="sm"
              data-task={index}
              tabIndex={-1}
            >
              <Text fw={600} style={{ overflowWrap: "anywhere" }}>
                {task.title}
              </Text>
              <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                {task.clause
                  ? `Mục ${clauseMark(task.clause)}`
                  : `Phụ lục, dòng ${task.appendix?.row ?? "?"}`}{" "}
                · Chủ trì: {task.leadUnit ?? "chưa nêu"} · Phối hợp:{" "}
                {task.coordinatingUnits.join("; ") || "không"} · {dueText(task.due)} · Sản phẩm:{" "}
                {task.deliverable ?? "chưa nêu"}
              </Text>
              {strange.length > 0 && (
                <Text size="sm" c="gray.7">
                  Chưa có trong danh sách đơn vị: {strange.join("; ")}. Tên được giữ như in; việc giao sau.
                </Text>
              )}
              {unsure
                .filter((one) => one.tasks.includes(index))
                .map((one) => (
                  <UnsureMark key={one.index} unsure={one} onSettle={onSettle} />
                ))}
              <Group gap={6} mt={6}>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => onEdit(index)}
                  aria-label={`Sửa nhiệm vụ: ${task.title}`}
                >
                  Sửa
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => onShow(index)}
                  aria-label={`Xem trong văn bản gốc: ${task.title}`}
                >
                  Xem trong văn bản gốc
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  onClick={() => onRemove(index)}
                  aria-label={`Bỏ nhiệm vụ: ${task.title}`}
                >
                  Bỏ
                </Button>
              </Group>
            </Paper>
          );
        })}
      </Stack>
    </Paper>
  );
}
