import { Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { clauseMark } from "../clause-mark.ts";
import { api, type PlanView } from "./api.ts";
import { ReasonField } from "./reason-field.tsx";

type ClauseView = PlanView["clauses"][number];

/** What is done to a clause of a confirmed plan. */
export type ClauseChange = "correct" | "add-after" | "add-inside" | "up" | "down" | "remove";

const titles: Record<ClauseChange, string> = {
  correct: "Sửa mục",
  "add-after": "Thêm mục sau mục",
  "add-inside": "Thêm mục con của mục",
  up: "Chuyển lên mục",
  down: "Chuyển xuống mục",
  remove: "Bỏ mục",
};

const verbs: Record<ClauseChange, string> = {
  correct: "Ghi chỗ sửa",
  "add-after": "Thêm mục",
  "add-inside": "Thêm mục",
  up: "Chuyển lên",
  down: "Chuyển xuống",
  remove: "Bỏ mục",
};

const leads: Partial<Record<ClauseChange, string>> = {
  correct: "Số mục và mã các nghĩa vụ trong mục giữ nguyên.",
  up: "Mục đổi chỗ với mục cùng cấp đứng ngay trước, cùng các mục con; số mục giữ nguyên.",
  down: "Mục đổi chỗ với mục cùng cấp đứng ngay sau, cùng các mục con; số mục giữ nguyên.",
  remove: "Chỉ bỏ được mục không còn mục con, nghĩa vụ, nhiệm vụ, minh chứng hay tin, bài gắn vào.",
};

/** Changes one clause of a confirmed plan, with a reason once the plan has its number. */
export function ClauseDialog({
  plan,
  clause,
  change,
  opened,
  onClose,
}: {
  plan: PlanView;
  clause: ClauseView;
  change: ClauseChange;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const adding = change === "add-after" || change === "add-inside";
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`${titles[change]} ${clauseMark(clause.path)}`}
      lead={leads[change]}
      initial={{
        label: "",
        title: change === "correct" ? (clause.title ?? "") : "",
        text: change === "correct" ? clause.text : "",
        reason: "",
      }}
      verb={verbs[change]}
      submit={({ label, title, text, reason: typed }) => {
        const reason = typed || null;
        switch (change) {
          case "correct":
            return api.plan.correctClause.call({ id: clause.id, title: title || null, text, reason });
          case "remove":
            return api.plan.removeClause.call({ id: clause.id, reason });
          case "up":
          case "down":
            return api.plan.moveClause.call({ id: clause.id, to: change, reason });
          case "add-after":
          case "add-inside":
            return api.plan.addClause.call({
              id: plan.id,
              parentId: change === "add-inside" ? clause.id : clause.parentId,
              afterId: change === "add-inside" ? null : clause.id,
              label,
              title: title || null,
              text,
              reason,
            });
        }
      }}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone("Đã ghi chỗ sửa.");
      }}
    >
      {(form) => (
        <>
          {adding && (
            <TextInput
              label="Số mục"
              description="Như in trong văn bản, ví dụ 3. hoặc a); để trống nếu mục không có số."
              {...form.getInputProps("label")}
            />
          )}
          {(adding || change === "correct") && (
            <>
              <Textarea label="Tiêu đề" autosize data-autofocus {...form.getInputProps("title")} />
              <Textarea label="Nội dung" autosize minRows={2} {...form.getInputProps("text")} />
            </>
          )}
          <ReasonField plan={plan} {...form.getInputProps("reason")} />
        </>
      )}
    </FormDialog>
  );
}
