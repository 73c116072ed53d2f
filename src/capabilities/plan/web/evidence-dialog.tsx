import { Alert, FileInput, MultiSelect, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { newId } from "#ui/new-id.ts";
import { sayDone } from "#ui/undo.tsx";
import { byPlan } from "../by-plan.ts";
import { api, type PlanLinks } from "./api.ts";
import { acceptedProofs, proofFilesProblem } from "./proof-files.ts";

interface Fields extends Record<string, unknown> {
  label: string;
  on: string | null;
  url: string;
  files: File[];
  taskIds: string[];
  obligationIds: string[];
}

/** Records a proof by hand, with files, for several tasks and obligations at once, also of several plans. */
export function EvidenceDialog({
  planId,
  begin,
  opened,
  onClose,
}: {
  planId: string;
  /** What the proof serves at first: where it was opened from. */
  begin: { taskIds?: string[]; obligationIds?: string[] };
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  // One id for one proof, however often it has to be sent.
  const [proofId, setProofId] = useState(newId);
  const links = useQuery(api.plan.links.queryOptions({ input: { planId }, enabled: opened }));
  const initial: Fields = {
    label: "",
    on: today().toString(),
    url: "",
    files: [],
    taskIds: begin.taskIds ?? [],
    obligationIds: begin.obligationIds ?? [],
  };
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Ghi minh chứng"
      initial={initial}
      verb="Ghi minh chứng"
      submit={({ on, url, ...fields }) =>
        api.plan.recordEvidence.call({ ...fields, id: proofId, on: on ?? "", url: url.trim() || null })
      }
      onDone={() => {
        setProofId(newId());
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone("Đã ghi minh chứng.");
      }}
    >
      {(form) => <Asked query={links}>{(found) => <EvidenceFields links={found} form={form} />}</Asked>}
    </FormDialog>
  );
}

function EvidenceFields({ links, form }: { links: PlanLinks; form: DialogForm<Fields> }) {
  const { values } = form;
  const problem = proofFilesProblem(values.files);
  const discharged = new Set(
    links.tasks.filter(({ id }) => values.taskIds.includes(id)).flatMap(({ obligationIds }) => obligationIds),
  );
  const tasks = links.tasks.filter(({ id, mayProve }) => mayProve || values.taskIds.includes(id));
  const obligations = links.obligations.filter(
    ({ id, mayProve }) => mayProve || discharged.has(id) || values.obligationIds.includes(id),
  );
  return (
    <>
      <TextInput
        label="Tên minh chứng"
        description="Ví dụ: Công văn số 12 ngày 14/11/2026; biên bản họp; ảnh niêm yết."
        required
        data-autofocus
        {...form.getInputProps("label")}
      />
      <DateField label="Ngày có minh chứng" required {...form.getInputProps("on")} />
      <FileInput
        label="Tệp kèm theo"
        description="Ảnh, PDF, .docx hoặc .xlsx; nhiều nhất ba tệp, mỗi tệp 15 MB. Nơi chụp và máy chụp được bỏ khỏi ảnh. Chỉ người trong cơ quan xem được."
        placeholder="Chọn tệp hoặc chụp ảnh"
        multiple
        clearable
        accept={acceptedProofs}
        clearButtonProps={{ "aria-label": "Bỏ các tệp đã chọn" }}
        {...form.getInputProps("files")}
        error={problem ?? form.errors.files}
      />
      <TextInput
        label="Địa chỉ công khai (nếu có)"
        type="url"
        placeholder="https://…"
        description="Minh chứng có địa chỉ hiện cả trên trang kế hoạch công khai."
        {...form.getInputProps("url")}
      />
      <MultiSelect
        label="Phục vụ nhiệm vụ"
        data={byPlan(links.plans, tasks, ({ title, clausePath }) =>
          clausePath ? `${clausePath} ${title}` : title,
        )}
        searchable
        {...form.getInputProps("taskIds")}
      />
      <MultiSelect
        label="Phục vụ nghĩa vụ"
        description="Để trống thì minh chứng được tính cho mọi nghĩa vụ của các nhiệm vụ đã chọn."
        data={byPlan(links.plans, obligations, ({ code, what }) => `${code} ${what}`)}
        searchable
        {...form.getInputProps("obligationIds")}
      />
      {values.taskIds.length + values.obligationIds.length === 0 && (
        <Alert color="yellow" variant="light">
          Hãy chọn ít nhất một nhiệm vụ hoặc nghĩa vụ.
        </Alert>
      )}
    </>
  );
}
