import { Box, Button, Group, Radio, Stack, Text, Textarea, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import type { GuidanceView, QuestionView } from "./guidance-view.ts";

/** What people of the units asked about a piece of guidance, as far as the caller may read it, with the answers. */
export function GuidanceQuestions({ note }: { note: GuidanceView }) {
  if (note.questions.length === 0) return null;
  return (
    <Box component="section" aria-labelledby={`hoi-dap-${note.id}`}>
      <Title order={3} size="h5" id={`hoi-dap-${note.id}`}>
        Hỏi và trả lời
      </Title>
      <Stack component="ul" gap="xs" mt={4} mb={0} p={0} style={{ listStyle: "none" }}>
        {note.questions.map((question) => (
          <Question key={question.id} question={question} edition={note.current.edition} />
        ))}
      </Stack>
    </Box>
  );
}

/** One question with its answer, or with the way to give one; `edition` is the one that holds. */
export function Question({
  question,
  edition,
  onDone,
}: {
  question: QuestionView;
  edition: number;
  onDone?: () => void;
}) {
  const queries = useQueryClient();
  const [answering, setAnswering] = useState(false);
  const { id, what, answer, waitingDays } = question;
  return (
    <Box
      component="li"
      pl="sm"
      style={{ borderLeft: "3px solid var(--mantine-color-gray-4)", overflowWrap: "anywhere" }}
    >
      <Group gap="xs" justify="space-between" align="flex-start">
        <Text flex="1 1 14rem" style={{ whiteSpace: "pre-wrap" }}>
          {what}
        </Text>
        {waitingDays !== null && (
          <StateBadge
            tone="waiting"
            word={waitingDays === 0 ? "Chưa trả lời, hỏi hôm nay" : `Chưa trả lời, đã ${waitingDays} ngày`}
          />
        )}
      </Group>
      <Text size="sm" c="gray.7">
        {question.unitName}, {question.askedByName} hỏi lúc <MomentText at={question.askedAt} />
        {question.edition < edition && `, về bản ${question.edition}`}
      </Text>
      {answer !== null && (
        <>
          <Text mt={4} style={{ whiteSpace: "pre-wrap" }}>
            Trả lời: {answer}
          </Text>
          <Text size="sm" c="gray.7">
            {question.answeredByName} trả lời lúc <MomentText at={question.answeredAt} />,{" "}
            {question.toAll ? "cho mọi đơn vị được gửi" : "riêng đơn vị hỏi"}
          </Text>
        </>
      )}
      {question.may.answer?.allowed && (
        <Button size="sm" mt={6} onClick={() => setAnswering(true)}>
          Trả lời
        </Button>
      )}
      <FormDialog
        opened={answering}
        onClose={() => setAnswering(false)}
        title="Trả lời câu hỏi"
        lead={<Text style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{what}</Text>}
        initial={{ answer: "", whom: "all" }}
        verb="Gửi trả lời"
        submit={({ whom, ...values }) =>
          api.plan.answerGuidanceQuestion.call({ id, ...values, toAll: whom === "all" })
        }
        onDone={() => {
          void queries.invalidateQueries({ queryKey: api.plan.guidance.key() });
          sayDone("Đã trả lời; người hỏi được báo.");
          onDone?.();
        }}
      >
        {(form) => (
          <>
            <Textarea
              label="Câu trả lời"
              required
              autosize
              minRows={3}
              data-autofocus
              {...form.getInputProps("answer")}
            />
            <Radio.Group label="Ai đọc được câu hỏi và trả lời" {...form.getInputProps("whom")}>
              <Stack gap={8} mt={6}>
                <Radio value="all" label="Mọi đơn vị được gửi hướng dẫn này" />
                <Radio value="asker" label="Riêng đơn vị hỏi" />
              </Stack>
            </Radio.Group>
          </>
        )}
      </FormDialog>
    </Box>
  );
}
