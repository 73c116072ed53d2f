import { Button, Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { api, type EventView, type QuestionView } from "../api.ts";

/** What a second reader does with an answer. */
export function DecideAnswer({
  view,
  question,
  answer,
  onDone,
}: {
  view: EventView;
  question: QuestionView;
  answer: NonNullable<QuestionView["answer"]>;
  onDone: (words: string) => void;
}) {
  const [open, setOpen] = useState(false);
  const named = { id: view.id, questionId: question.id };
  const isWaiting = answer.state === "waiting";
  const approve = useMutation({
    mutationFn: () => api.events.approveAnswer.call({ ...named, draftedAt: answer.draftedAt }),
    onSuccess: () => onDone("Đã duyệt; trả lời đã công khai."),
  });
  const back = useMutation({
    mutationFn: (reason: string) =>
      isWaiting
        ? api.events.returnAnswer.call({ ...named, reason })
        : api.events.withdrawAnswer.call({ ...named, reason }),
    onSuccess: () => {
      setOpen(false);
      onDone(isWaiting ? "Đã trả lại để sửa." : "Đã rút trả lời.");
    },
  });
  if (!isWaiting && answer.state !== "published") return null;
  if (!isWaiting && !view.may.approve?.allowed) return null;
  return (
    <>
      <Group gap="xs" align="flex-start">
        {isWaiting && (
          <MayButton
            may={view.may}
            verb="approve"
            size="sm"
            loading={approve.isPending}
            aria-label={`Duyệt, công khai trả lời ${question.code}`}
            onClick={() => approve.mutate()}
          >
            Duyệt, công khai
          </MayButton>
        )}
        {view.may.approve?.allowed && (
          <Button
            size="sm"
            variant="default"
            aria-label={`${isWaiting ? "Yêu cầu sửa" : "Rút trả lời"} ${question.code}`}
            onClick={() => setOpen(true)}
          >
            {isWaiting ? "Yêu cầu sửa" : "Rút trả lời"}
          </Button>
        )}
      </Group>
      {approve.isError && <ErrorNotice error={approve.error} />}
      <Confirm
        opened={open}
        onClose={() => setOpen(false)}
        title={isWaiting ? "Yêu cầu sửa trả lời" : "Rút trả lời đã công khai"}
        verb={isWaiting ? "Trả lại" : "Rút trả lời"}
        reasonLabel={isWaiting ? "Điều cần sửa" : "Lý do (người dân đọc được)"}
        onConfirm={(reason) => back.mutate(reason)}
        pending={back.isPending}
        error={back.error}
      >
        {isWaiting
          ? "Người soạn được báo điều cần sửa; người dân chưa thấy gì."
          : "Trang công khai bỏ câu trả lời và ghi lý do."}
      </Confirm>
    </>
  );
}
