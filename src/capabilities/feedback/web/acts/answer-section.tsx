import { Button, Group, Select, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Section } from "#ui/section.tsx";
import { api, type FeedbackView } from "../api.ts";

const said = { whiteSpace: "pre-line", overflowWrap: "anywhere" } as const;

function Draft({ view, onDone }: { view: FeedbackView; onDone: (words: string) => void }) {
  const [answer, setAnswer] = useState(view.answer ?? "");
  const [basis, setBasis] = useState(view.answerBasis ?? "");
  const save = useMutation({
    mutationFn: (send: boolean) => api.feedback.draftAnswer.call({ id: view.id, answer, basis, send }),
    onSuccess: (_, send) => onDone(send ? "Đã gửi người thứ hai duyệt." : "Đã lưu bản thảo."),
  });
  return (
    <Stack gap="sm">
      {view.templates.length > 0 && (
        <Select
          label="Dùng mẫu trả lời"
          placeholder="Chọn mẫu"
          data={view.templates.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={(id) => {
            const words = view.templates.find((one) => one.id === id)?.words;
            if (words) setAnswer((typed) => (typed.trim() === "" ? words : `${typed.trimEnd()}\n\n${words}`));
          }}
        />
      )}
      <Textarea
        label="Trả lời"
        description="Người gửi đọc đúng lời này. Trả lời đúng điều được hỏi, nêu việc đã làm và ngày xong."
        autosize
        minRows={5}
        maxRows={20}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <Textarea
        label="Căn cứ"
        autosize
        minRows={1}
        value={basis}
        onChange={(event) => setBasis(event.currentTarget.value)}
      />
      <Group gap="xs">
        <MayButton may={view.may} verb="draft" loading={save.isPending} onClick={() => save.mutate(true)}>
          Gửi duyệt
        </MayButton>
        <MayButton
          may={view.may}
          verb="draft"
          hideReason
          variant="default"
          onClick={() => save.mutate(false)}
        >
          Lưu bản thảo
        </MayButton>
      </Group>
      {save.isError && <ErrorNotice error={save.error} />}
    </Stack>
  );
}

function Decide({ view, onDone }: { view: FeedbackView; onDone: (words: string) => void }) {
  const [returning, returned] = useDisclosure(false);
  const approve = useMutation({
    mutationFn: () => api.feedback.approveAnswer.call({ id: view.id, answer: view.answer ?? "" }),
    onSuccess: () => onDone("Đã duyệt; trả lời đã gửi người phản ánh."),
  });
  const giveBack = useMutation({
    mutationFn: (reason: string) => api.feedback.returnAnswer.call({ id: view.id, reason }),
    onSuccess: () => {
      returned.close();
      onDone("Đã trả lại để sửa.");
    },
  });
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-start">
        <MayButton may={view.may} verb="approve" loading={approve.isPending} onClick={() => approve.mutate()}>
          Duyệt, gửi trả lời
        </MayButton>
        {view.may.approve?.allowed && (
          <Button variant="default" onClick={returned.open}>
            Yêu cầu sửa
          </Button>
        )}
      </Group>
      {approve.isError && <ErrorNotice error={approve.error} />}
      <Confirm
        opened={returning}
        onClose={returned.close}
        title="Yêu cầu sửa trả lời"
        verb="Trả lại"
        reasonLabel="Điều cần sửa"
        onConfirm={(reason) => giveBack.mutate(reason)}
        pending={giveBack.isPending}
        error={giveBack.error}
      >
        Người soạn được báo điều cần sửa; người gửi phản ánh chưa nhận gì.
      </Confirm>
    </Stack>
  );
}

/** The answer: written by one, let out by another. */
export function AnswerSection({ view, onDone }: { view: FeedbackView; onDone: (words: string) => void }) {
  const { answer, answerState, may, draftedByName, approvedByName, answeredAt } = view;
  const writes = answerState !== "waiting" && answerState !== "approved" && may.draft?.allowed;
  if (answer === null && !writes) return null;
  return (
    <Section id="tra-loi" title="Trả lời">
      {writes ? (
        <Draft key={`${view.id} ${answerState}`} view={view} onDone={onDone} />
      ) : (
        <>
          <Text style={said}>{answer}</Text>
          {view.answerBasis && <Text size="sm">Căn cứ: {view.answerBasis}</Text>}
          <Text size="sm" c="gray.7">
            {draftedByName} soạn
            {approvedByName && answeredAt && (
              <>
                , {approvedByName} duyệt, gửi lúc <MomentText at={answeredAt} />
              </>
            )}
          </Text>
          {answerState === "waiting" && <Decide view={view} onDone={onDone} />}
        </>
      )}
    </Section>
  );
}
