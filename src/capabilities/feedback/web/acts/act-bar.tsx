import { Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { api, type FeedbackView } from "../api.ts";
import { ClassifyDialog } from "./classify-dialog.tsx";
import { RefuseDialog } from "./refuse-dialog.tsx";
import { WordsDialog, type WordsDialogProps } from "./words-dialog.tsx";

/** Milliseconds until a dialog is gone and the screen shows what came of it. */
const CLOSED_AFTER = 600;

type Act = "classify" | "refuse" | "ask" | "resume" | "extend" | "forward" | "merge" | "official";

const words: Record<
  Exclude<Act, "classify" | "refuse">,
  Omit<WordsDialogProps, "opened" | "onClose" | "onDone" | "submit">
> = {
  ask: {
    title: "Hỏi lại người gửi",
    lead: "Thời hạn tạm dừng cho đến khi người gửi bổ sung.",
    verb: "Gửi câu hỏi",
    fields: [{ name: "question", label: "Điều cần bổ sung", long: true }],
  },
  resume: {
    title: "Ghi điều người gửi bổ sung",
    lead: "Dùng khi người gửi bổ sung bằng điện thoại, văn bản; thời hạn tính tiếp.",
    verb: "Ghi, xử lý tiếp",
    fields: [{ name: "words", label: "Người gửi đã nói gì", long: true }],
  },
  extend: {
    title: "Gia hạn trả lời",
    lead: "Chỉ một lần, trước khi hết hạn; người gửi đọc được lý do.",
    verb: "Gia hạn",
    fields: [{ name: "reason", label: "Lý do", long: true }],
  },
  forward: {
    title: "Chuyển cơ quan có thẩm quyền",
    lead: "Người gửi được báo chuyển đến đâu, vì sao, theo dõi ở đâu.",
    verb: "Chuyển",
    fields: [
      { name: "to", label: "Cơ quan nhận" },
      { name: "reason", label: "Vì sao chuyển, người gửi liên hệ ở đâu", long: true },
    ],
  },
  merge: {
    title: "Gộp vào phản ánh cùng nội dung",
    lead: "Cả hai giữ dấu vết; người gửi phản ánh này nhận cùng trả lời.",
    verb: "Gộp",
    fields: [{ name: "intoCode", label: "Mã của phản ánh kia", description: "Ví dụ PA-7K3M9QXZ." }],
  },
  official: {
    title: "Mã trên hệ thống chính thức",
    lead: "Mã của hệ thống phản ánh, kiến nghị quốc gia hoặc của tỉnh.",
    verb: "Ghi mã",
    fields: [{ name: "officialCode", label: "Mã" }],
  },
};

const buttons: { act: Act; verb: string; label: (view: FeedbackView) => string }[] = [
  {
    act: "classify",
    verb: "classify",
    label: ({ unitId }) => (unitId ? "Phân loại lại" : "Phân loại, giao"),
  },
  { act: "ask", verb: "ask", label: () => "Hỏi lại người gửi" },
  { act: "resume", verb: "resume", label: () => "Ghi bổ sung, xử lý tiếp" },
  { act: "extend", verb: "extend", label: () => "Gia hạn" },
  { act: "forward", verb: "forward", label: () => "Chuyển cơ quan khác" },
  { act: "merge", verb: "merge", label: () => "Gộp" },
  { act: "refuse", verb: "refuse", label: () => "Không thụ lý" },
  { act: "official", verb: "official", label: () => "Mã chính thức" },
];

const submits: Record<keyof typeof words, (id: string, values: Record<string, string>) => Promise<unknown>> =
  {
    ask: (id, { question = "" }) => api.feedback.ask.call({ id, question }),
    resume: (id, values) => api.feedback.resume.call({ id, words: values.words ?? "" }),
    extend: (id, { reason = "" }) => api.feedback.extend.call({ id, reason }),
    forward: (id, { to = "", reason = "" }) => api.feedback.forward.call({ id, to, reason }),
    merge: (id, { intoCode = "" }) => api.feedback.merge.call({ id, intoCode }),
    official: (id, { officialCode = "" }) => api.feedback.officialCode.call({ id, officialCode }),
  };

/** What can be done now; what cannot is left out, since its state says why. */
export function ActBar({ view, onDone: onActed }: { view: FeedbackView; onDone: (words: string) => void }) {
  const bar = useRef<HTMLDivElement>(null);
  const onDone = (said: string) => {
    onActed(said);
    // The button that was pressed may be gone with what it did: who works by keyboard stays where they were.
    setTimeout(() => {
      if (document.activeElement === document.body) bar.current?.focus();
    }, CLOSED_AFTER);
  };
  const [open, setOpen] = useState<Act | null>(null);
  const take = useMutation({
    mutationFn: () => api.feedback.take.call({ id: view.id }),
    onSuccess: () => onDone("Đã nhận xử lý."),
  });
  const { may, id } = view;
  const close = () => setOpen(null);
  const allowed = buttons.filter(({ verb }) => may[verb]?.allowed);
  return (
    <>
      <Group gap="xs" ref={bar} tabIndex={-1}>
        {may.take?.allowed && (
          <MayButton may={may} verb="take" loading={take.isPending} onClick={() => take.mutate()}>
            Nhận xử lý
          </MayButton>
        )}
        {allowed.map(({ act, verb, label }) => (
          <MayButton
            key={act}
            may={may}
            verb={verb}
            variant={act === "classify" && !view.unitId ? "filled" : "default"}
            onClick={() => setOpen(act)}
          >
            {label(view)}
          </MayButton>
        ))}
      </Group>
      {take.isError && <ErrorNotice error={take.error} />}
      <ClassifyDialog
        view={view}
        opened={open === "classify"}
        onClose={close}
        onDone={() => onDone("Đã ghi phân loại.")}
      />
      <RefuseDialog
        id={id}
        opened={open === "refuse"}
        onClose={close}
        onDone={() => onDone("Đã ghi không thụ lý; người gửi được báo.")}
      />
      {(Object.keys(words) as (keyof typeof words)[]).map((act) => (
        <WordsDialog
          key={act}
          {...words[act]}
          opened={open === act}
          onClose={close}
          onDone={() => onDone("Đã ghi.")}
          submit={(values) => submits[act](id, values)}
        />
      ))}
    </>
  );
}
