import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { ImportList } from "#ui/sheets/import-list.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PlanView } from "../api.ts";
import { ReasonField } from "../reason-field.tsx";

type Made = Awaited<ReturnType<typeof api.plan.taskImports.call>>["imports"][number];

/** What was imported into the plan, each to be taken back whole. */
export function MadeImports({ plan }: { plan: PlanView }) {
  const made = useQuery(api.plan.taskImports.queryOptions({ input: { id: plan.id } }));
  const [asked, setAsked] = useState<Made | null>(null);
  return (
    <>
      <ImportList query={made} left={({ left }) => `còn ${left} nhiệm vụ`} onUndo={setAsked} />
      <UndoDialog plan={plan} made={asked} onClose={() => setAsked(null)} />
    </>
  );
}

function UndoDialog({ plan, made, onClose }: { plan: PlanView; made: Made | null; onClose: () => void }) {
  const queries = useQueryClient();
  return (
    <FormDialog
      opened={made !== null}
      onClose={onClose}
      title="Lấy lại cả lần nhập"
      lead={`${made?.left ?? 0} nhiệm vụ nhập từ “${made?.fileName ?? ""}” sẽ ra khỏi kế hoạch cùng một lúc. Nếu đã có nhiệm vụ được sửa, có minh chứng hoặc được đơn vị xác nhận, không nhiệm vụ nào bị bỏ.`}
      initial={{ reason: "" }}
      verb="Lấy lại"
      submit={({ reason }) => api.plan.undoTaskImport.call({ id: made!.id, reason: reason || null })}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone("Đã lấy lại lần nhập.");
      }}
    >
      {(form) => <ReasonField plan={plan} {...form.getInputProps("reason")} />}
    </FormDialog>
  );
}
