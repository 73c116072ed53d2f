import { Alert, FileInput, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { newId } from "#ui/new-id.ts";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { acceptedProofs, proofFilesProblem } from "../proof-files.ts";
import { ServesFields } from "./serves-fields.tsx";
import type { WorkItemView } from "./work-item-view.ts";

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

/** Says that an item was held, with one proof for all that it carried along. */
export function FinishDialog({
  item,
  opened,
  onClose,
}: {
  item: WorkItemView;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  // One id for one proof, however often it has to be sent.
  const [proofId, setProofId] = useState(newId);
  const links = useQuery(api.plan.links.queryOptions({ input: {}, enabled: opened }));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Ghi đã thực hiện"
      lead={<Text>{item.title}</Text>}
      initial={{
        // Its last day, or today while that is still to come.
        on: [item.lastDay, today().toString()].toSorted()[0] ?? null,
        label: item.title,
        url: "",
        files: [] as File[],
        taskIds: idsOf(item.tasks),
        obligationIds: idsOf(item.obligations),
        clauseIds: idsOf(item.clauses),
      }}
      verb="Ghi đã thực hiện"
      submit={({ on, url, ...fields }) =>
        api.plan.finishWorkItem.call({
          ...fields,
          id: item.id,
          proofId,
          on: on ?? "",
          url: url.trim() || null,
        })
      }
      onDone={() => {
        setProofId(newId());
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone("Đã ghi hoạt động đã thực hiện.");
      }}
    >
      {(form) => {
        const { taskIds, obligationIds, clauseIds, files } = form.values;
        const serves = taskIds.length + obligationIds.length + clauseIds.length > 0;
        return (
          <Asked query={links}>
            {(found) => (
              <>
                <DateField label="Ngày thực hiện" required {...form.getInputProps("on")} />
                <ServesFields links={found} form={form} />
                {serves ? (
                  <>
                    <TextInput
                      label="Tên minh chứng"
                      description="Một minh chứng phục vụ mọi việc đã chọn ở trên và được tính một lần."
                      required
                      {...form.getInputProps("label")}
                    />
                    <FileInput
                      label="Tệp kèm theo"
                      description="Ảnh, PDF, .docx hoặc .xlsx; nhiều nhất ba tệp, mỗi tệp 15 MB. Chỉ người trong cơ quan xem được."
                      placeholder="Chọn tệp hoặc chụp ảnh"
                      multiple
                      clearable
                      accept={acceptedProofs}
                      clearButtonProps={{ "aria-label": "Bỏ các tệp đã chọn" }}
                      {...form.getInputProps("files")}
                      error={proofFilesProblem(files) ?? form.errors.files}
                    />
                    <TextInput
                      label="Địa chỉ công khai (nếu có)"
                      type="url"
                      placeholder="https://…"
                      description="Minh chứng có địa chỉ hiện cả trên trang kế hoạch công khai."
                      {...form.getInputProps("url")}
                    />
                  </>
                ) : (
                  <Alert color="blue" variant="light">
                    Chưa chọn việc nào của kế hoạch: hoạt động chỉ được ghi là đã thực hiện, không có minh
                    chứng và không vào báo cáo.
                  </Alert>
                )}
              </>
            )}
          </Asked>
        );
      }}
    </FormDialog>
  );
}
