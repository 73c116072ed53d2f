import { Button, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useGo } from "#ui/navigation.tsx";
import { api, type CaseView } from "./api.ts";

/** What may be done with a case where it stands. */
export function CaseActs({
  view,
  onEdit,
  onTell,
  onDone,
}: {
  view: CaseView;
  onEdit: () => void;
  onTell: () => void;
  onDone: (words: string) => void;
}) {
  const { id, state, may, submittedAt, draft } = view;
  const [asking, setAsking] = useState<"return" | "delete" | null>(null);
  const go = useGo();
  const submit = useMutation({
    mutationFn: () => api.feedback.submitCase.call({ id }),
    onSuccess: () => onDone("Đã gửi người thứ hai duyệt."),
  });
  const approve = useMutation({
    mutationFn: () => api.feedback.approveCase.call({ id, submittedAt: submittedAt! }),
    onSuccess: () => onDone("Đã duyệt trường hợp."),
  });
  const giveBack = useMutation({
    mutationFn: (reason: string) => api.feedback.returnCase.call({ id, reason }),
    onSuccess: () => {
      setAsking(null);
      onDone("Đã trả lại, kèm lý do.");
    },
  });
  const remove = useMutation({
    mutationFn: () => api.feedback.deleteCase.call({ id }),
    onSuccess: () => {
      go("/phan-anh/truoc-sau");
      onDone("Đã xóa bản thảo.");
    },
  });
  // What was said against the words that stood does not stand over those that are written now.
  const edit = () => {
    submit.reset();
    onEdit();
  };
  const isOpen = state === "draft" || state === "returned";
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-start">
        {isOpen && (
          <>
            <MayButton may={may} verb="save" loading={submit.isPending} onClick={() => submit.mutate()}>
              Gửi duyệt
            </MayButton>
            <MayButton may={may} verb="save" hideReason variant="default" onClick={edit}>
              Sửa
            </MayButton>
            {may.delete?.allowed && (
              <Button variant="default" onClick={() => setAsking("delete")}>
                Xóa bản thảo
              </Button>
            )}
          </>
        )}
        {state === "submitted" && (
          <MayButton may={may} verb="approve" loading={approve.isPending} onClick={() => approve.mutate()}>
            Duyệt
          </MayButton>
        )}
        {!isOpen && (
          <MayButton may={may} verb="return" hideReason variant="default" onClick={() => setAsking("return")}>
            {state === "approved" ? "Rút duyệt, trả lại" : "Trả lại"}
          </MayButton>
        )}
        {state === "approved" && draft === null && (
          <MayButton may={may} verb="tell" hideReason onClick={onTell}>
            Soạn bài
          </MayButton>
        )}
      </Group>
      <ErrorNotice error={submit.error ?? approve.error} />
      <Confirm
        opened={asking === "return"}
        onClose={() => setAsking(null)}
        title={state === "approved" ? "Rút duyệt, trả lại để sửa" : "Trả lại để sửa"}
        verb="Trả lại"
        reasonLabel="Điều cần sửa"
        onConfirm={(reason) => giveBack.mutate(reason)}
        pending={giveBack.isPending}
        error={giveBack.error}
      >
        {state === "approved"
          ? "Trường hợp thôi là minh chứng và không còn được đếm trong báo cáo cho đến khi được duyệt lại. Bài đã soạn ở tòa soạn vẫn còn."
          : "Người soạn được báo kèm lý do và sửa rồi gửi lại."}
      </Confirm>
      <Confirm
        opened={asking === "delete"}
        onClose={() => setAsking(null)}
        title="Xóa bản thảo"
        verb="Xóa bản thảo"
        onConfirm={() => remove.mutate()}
        pending={remove.isPending}
        error={remove.error}
      >
        Bản thảo “{view.title}” bị xóa hẳn, không lấy lại được. Ảnh vẫn còn ở kho tư liệu.
      </Confirm>
    </Stack>
  );
}
