import { Anchor, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type Light, lightLabels, reportOutcomes, reportSorts } from "../../contract.ts";
import type { PageReportView } from "../api.ts";
import { AnswerDialog } from "./answer-dialog.tsx";

const tones: Record<Light, StateTone> = {
  open: "ahead",
  near: "waiting",
  overdue: "failed",
  "in-time": "done",
  late: "note",
};

const heard = { whiteSpace: "pre-line", overflowWrap: "anywhere" } as const;

/** One report: on which page, what is said of it, until when it is answered, the answer. */
export function ReportCard({ report }: { report: PageReportView }) {
  const { path, sort, words, receivedAt, dueOn, light, wantsMail, outcome, answer, correctedPath, may } =
    report;
  const [answering, answers] = useDisclosure(false);
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Stack gap={2} flex="1 1 16rem" miw={0} style={{ overflowWrap: "anywhere" }}>
            <Title order={2} size="h4">
              {reportSorts[sort]}
            </Title>
            <Anchor href={path} target="_blank" rel="noopener" size="sm">
              {path}
            </Anchor>
          </Stack>
          {outcome !== "set-aside" && <StateBadge tone={tones[light]} word={lightLabels[light]} />}
        </Group>
        <Text style={heard} dir="auto">
          {words}
        </Text>
        <Text size="sm" c="gray.7">
          Nhận <MomentText at={receivedAt} />, trả lời trước hết ngày <DayText day={dueOn} />.{" "}
          {wantsMail ? "Người báo xin trả lời qua thư." : "Người báo xem trả lời bằng mã."}
        </Text>
        {outcome !== null && (
          <Stack gap={2}>
            <Text size="sm" fw={600}>
              {reportOutcomes[outcome]}, <MomentText at={report.answeredAt!} /> ({report.answeredByName})
            </Text>
            <Text style={heard}>{answer}</Text>
            {correctedPath && (
              <Anchor href={correctedPath} target="_blank" rel="noopener" size="sm">
                {correctedPath}
              </Anchor>
            )}
          </Stack>
        )}
        {outcome === null && (
          <MayButton may={may} verb="answer" size="xs" w="fit-content" onClick={answers.open}>
            Trả lời…
          </MayButton>
        )}
      </Stack>
      <AnswerDialog report={report} opened={answering} onClose={answers.close} />
    </Paper>
  );
}
