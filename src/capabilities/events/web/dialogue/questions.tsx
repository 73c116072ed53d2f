import { Button, Group, Menu, Paper, Select, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { newId } from "#ui/new-id.ts";
import { optionsOf } from "#ui/options.ts";
import { Section } from "#ui/section.tsx";
import { type Asker, answerStates, askers, type Decline, declines, questionSources } from "../../contract.ts";
import { api, type EventView, type QuestionView } from "../api.ts";
import { AnswerDialog } from "./answer-dialog.tsx";
import { DecideAnswer } from "./decide-answer.tsx";

const said = { whiteSpace: "pre-line", overflowWrap: "anywhere" } as const;

const standingOf = ({ decline, answer }: QuestionView): string =>
  decline ? `Không trả lời: ${declines[decline]}` : answer ? answerStates[answer.state] : "Chưa trả lời";

/** What was asked before and at the event, and its answers. */
export function Questions({ view, onDone }: { view: EventView; onDone: (words: string) => void }) {
  const [entering, setEntering] = useState(false);
  const [questionId, renew] = useState(newId);
  const count = (state: string) => view.questions.filter((one) => one.answer?.state === state).length;
  return (
    <Section id="hoi-dap" title="Câu hỏi và trả lời">
      <Text size="sm" role="status">
        {view.questions.length === 0
          ? "Chưa có câu hỏi nào."
          : `${view.questions.length} câu hỏi · ${count("published")} đã trả lời công khai · ${count("waiting")} trả lời chờ duyệt`}
      </Text>
      {view.questions.map((question) => (
        <OneQuestion key={question.id} view={view} question={question} onDone={onDone} />
      ))}
      <MayButton
        may={view.may}
        verb="answer"
        hideReason
        variant="default"
        maw="max-content"
        onClick={() => setEntering(true)}
      >
        Ghi câu hỏi tại buổi đối thoại
      </MayButton>
      <FormDialog<{ words: string; asker: Asker }, unknown>
        opened={entering}
        onClose={() => setEntering(false)}
        title="Ghi câu hỏi tại buổi đối thoại"
        lead="Không ghi tên hay cách liên hệ của người hỏi."
        initial={{ words: "", asker: "untold" }}
        verb="Ghi câu hỏi"
        submit={(values) => api.events.enterQuestion.call({ id: view.id, questionId, ...values })}
        onDone={() => {
          renew(newId());
          onDone("Đã ghi câu hỏi.");
        }}
      >
        {(form) => (
          <>
            <Textarea label="Câu hỏi" required autosize minRows={3} {...form.getInputProps("words")} />
            <Select
              label="Người hỏi"
              allowDeselect={false}
              data={optionsOf(askers)}
              {...form.getInputProps("asker")}
            />
          </>
        )}
      </FormDialog>
    </Section>
  );
}

function OneQuestion({
  view,
  question,
  onDone,
}: {
  view: EventView;
  question: QuestionView;
  onDone: (words: string) => void;
}) {
  const [writing, setWriting] = useState(false);
  const { answer } = question;
  const decline = useMutation({
    mutationFn: (reason: Decline | null) =>
      api.events.declineQuestion.call({ id: view.id, questionId: question.id, decline: reason }),
    onSuccess: (_, reason) => onDone(reason ? "Đã ghi lý do không trả lời." : "Đã mở lại câu hỏi."),
  });
  const mayWrite = view.may.answer?.allowed && answer?.state !== "waiting" && answer?.state !== "published";
  return (
    <Paper withBorder p="sm" component="article">
      <Stack gap={6}>
        <Title order={3} size="h5">
          {question.code}: {standingOf(question)}
        </Title>
        <Text size="sm" c="gray.7">
          {questionSources[question.source]} · {askers[question.asker]} ·{" "}
          <MomentText at={question.receivedAt} />
        </Text>
        <Text style={said}>{question.words ?? "Lời câu hỏi đã được xóa theo hạn giữ."}</Text>
        {answer && (
          <>
            <Text size="sm">
              <strong>Bản công khai:</strong> <span style={said}>{answer.question}</span>
            </Text>
            <Text style={said}>{answer.answer}</Text>
            <Text size="sm" c="gray.7">
              {[
                answer.basis && `Căn cứ: ${answer.basis}`,
                answer.unitName,
                `${answer.draftedByName} soạn`,
                answer.approvedByName && `${answer.approvedByName} duyệt`,
                answer.withdrawalReason && `đã rút: ${answer.withdrawalReason}`,
              ]
                .filter(Boolean)
                .join(" · ")}
            </Text>
            {answer.kept.length > 0 && (
              <Text size="sm">Chỗ giống dữ liệu cá nhân được giữ lại: {answer.kept.join("; ")}</Text>
            )}
            {answer.returnNote && answer.state === "drafted" && (
              <Text size="sm" c="orange.9">
                Cần sửa: {answer.returnNote}
              </Text>
            )}
          </>
        )}
        {answer && <DecideAnswer view={view} question={question} answer={answer} onDone={onDone} />}
        {mayWrite && (
          <Group gap="xs">
            {!question.decline && (
              <Button size="sm" aria-label={`Soạn trả lời ${question.code}`} onClick={() => setWriting(true)}>
                Soạn trả lời
              </Button>
            )}
            {question.decline ? (
              <Button
                size="sm"
                variant="default"
                aria-label={`Trả lời lại câu hỏi ${question.code}`}
                onClick={() => decline.mutate(null)}
              >
                Trả lời lại
              </Button>
            ) : (
              <Menu position="bottom-start">
                <Menu.Target>
                  <Button size="sm" variant="default" aria-label={`Không trả lời ${question.code}`}>
                    Không trả lời
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {optionsOf(declines).map(({ value, label }) => (
                    <Menu.Item key={value} onClick={() => decline.mutate(value as Decline)}>
                      {label}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
          </Group>
        )}
        {decline.isError && <ErrorNotice error={decline.error} />}
      </Stack>
      <AnswerDialog
        key={answer?.draftedAt ?? "moi"}
        view={view}
        question={question}
        opened={writing}
        onClose={() => setWriting(false)}
        onDone={onDone}
      />
    </Paper>
  );
}
