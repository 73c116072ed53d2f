import { Button, Group, Paper, Stack, Text, Textarea, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { DateField } from "#ui/date-field.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { extensionWords } from "../../contract.ts";
import { api, type TaskView } from "../api.ts";

type Extension = Awaited<ReturnType<typeof api.plan.extensionsOfTask.call>>["extensions"][number];

const tones: Record<Extension["state"], StateTone> = {
  asked: "waiting",
  granted: "approved",
  refused: "returned",
  withdrawn: "withdrawn",
};

/** More time for a task: what was asked, by whom and why, and what was decided; asked and decided here. */
export function Extensions({ task }: { task: TaskView }) {
  const queries = useQueryClient();
  const asked = useQuery(api.plan.extensionsOfTask.queryOptions({ input: { id: task.id } }));
  const [asking, ask] = useDisclosure(false);
  const refresh = () => void queries.invalidateQueries({ queryKey: api.plan.key() });
  const day = task.due.date ?? task.due.to;
  if (day === null && asked.data?.extensions.length === 0) return null;
  return (
    <section aria-labelledby="gia-han">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="gia-han">
          Gia hạn
        </Title>
        <MayButton may={asked.data?.may} verb="ask" variant="default" onClick={ask.open} hideReason>
          Đề nghị gia hạn
        </MayButton>
      </Group>
      <Asked query={asked}>
        {({ extensions }) =>
          extensions.length === 0 ? (
            <Text size="sm">Chưa có đề nghị gia hạn nào.</Text>
          ) : (
            <Stack gap="sm">
              {extensions.map((row) => (
                <ExtensionCard key={row.id} row={row} onDone={refresh} />
              ))}
            </Stack>
          )
        }
      </Asked>
      <FormDialog
        opened={asking}
        onClose={ask.close}
        title="Đề nghị gia hạn"
        lead={day && `Hạn hiện nay: ${formatDate(day)}. Hạn chỉ đổi khi biên tập hoặc lãnh đạo đồng ý.`}
        initial={{ newDay: null as string | null, reason: "" }}
        verb="Gửi đề nghị"
        submit={({ newDay, reason }) =>
          api.plan.askForExtension.call({ id: task.id, newDay: newDay ?? "", reason })
        }
        onDone={() => {
          refresh();
          sayDone("Đã gửi đề nghị gia hạn.");
        }}
      >
        {(form) => (
          <>
            <DateField label="Ngày mới" required {...form.getInputProps("newDay")} />
            <Textarea label="Lý do" required autosize minRows={2} {...form.getInputProps("reason")} />
          </>
        )}
      </FormDialog>
    </section>
  );
}

/** One request for more time, decided or taken back here. */
export function ExtensionCard({ row, onDone }: { row: Extension; onDone: () => void }) {
  const [deciding, setDeciding] = useState<"grant" | "refuse" | null>(null);
  const [withdrawing, withdraw] = useDisclosure(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const run = async (act: () => Promise<unknown>, said: string, close: () => void) => {
    setPending(true);
    try {
      await act();
      close();
      onDone();
      sayDone(said);
      setFailure(null);
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <Paper withBorder p="md" component="article" aria-label={`Đề nghị gia hạn đến ${formatDate(row.newDay)}`}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Text fw={600}>
          Từ {formatDate(row.oldDay)} đến {formatDate(row.newDay)}
        </Text>
        <StateBadge tone={tones[row.state]} word={extensionWords[row.state]} />
      </Group>
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        Lý do: {row.reason}
      </Text>
      <Text size="sm" c="gray.7">
        {row.askedByName} đề nghị lúc <MomentText at={row.askedAt} />
      </Text>
      {row.decision && (
        <Text size="sm" mt="xs" style={{ overflowWrap: "anywhere" }}>
          Ý kiến: {row.decision}
        </Text>
      )}
      {row.decidedAt && (
        <Text size="sm" c="gray.7">
          {row.decidedByName ? `${row.decidedByName} quyết định` : "Rút"} lúc{" "}
          <MomentText at={row.decidedAt} />
        </Text>
      )}
      {row.state === "asked" && (
        <Group gap="xs" mt="sm">
          {row.may.decide?.allowed && (
            <>
              <Button size="sm" onClick={() => setDeciding("grant")}>
                Đồng ý
              </Button>
              <Button size="sm" variant="default" onClick={() => setDeciding("refuse")}>
                Không đồng ý
              </Button>
            </>
          )}
          {row.may.withdraw?.allowed && (
            <Button size="sm" variant="default" onClick={withdraw.open}>
              Rút đề nghị
            </Button>
          )}
        </Group>
      )}
      <Confirm
        opened={deciding !== null}
        onClose={() => setDeciding(null)}
        title={deciding === "refuse" ? "Không đồng ý gia hạn" : "Đồng ý gia hạn"}
        verb={deciding === "refuse" ? "Không đồng ý" : "Đồng ý"}
        reasonLabel="Ý kiến"
        quickReasons={
          deciding === "refuse" ? ["Hoàn thành theo hạn đã giao"] : ["Đồng ý", "Đồng ý, không gia hạn thêm"]
        }
        pending={pending}
        error={failure}
        onConfirm={(decision) =>
          run(
            () => api.plan.decideExtension.call({ id: row.id, granted: deciding === "grant", decision }),
            deciding === "grant" ? "Đã đồng ý gia hạn." : "Đã trả lời không đồng ý.",
            () => setDeciding(null),
          )
        }
      >
        {deciding === "refuse"
          ? `Hạn giữ nguyên ngày ${formatDate(row.oldDay)}. Người đề nghị được báo kèm ý kiến.`
          : `Hạn đổi từ ${formatDate(row.oldDay)} sang ${formatDate(row.newDay)}; hạn cũ được giữ và hiện ở nhiệm vụ. Người đề nghị được báo kèm ý kiến.`}
      </Confirm>
      <Confirm
        opened={withdrawing}
        onClose={withdraw.close}
        title="Rút đề nghị gia hạn"
        verb="Rút đề nghị"
        pending={pending}
        error={failure}
        onConfirm={() =>
          run(
            () => api.plan.withdrawExtension.call({ id: row.id }),
            "Đã rút đề nghị gia hạn.",
            withdraw.close,
          )
        }
      >
        Hạn giữ nguyên ngày {formatDate(row.oldDay)}; có thể đề nghị lại.
      </Confirm>
    </Paper>
  );
}
