import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { ImportList } from "#ui/sheets/import-list.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

type Made = Awaited<ReturnType<typeof api.plan.workItemImports.call>>["imports"][number];

/** What was imported into a unit's programme, each to be taken back whole. */
export function ProgrammeImports({ unitId }: { unitId: string }) {
  const queries = useQueryClient();
  const made = useQuery(api.plan.workItemImports.queryOptions({ input: { unitId } }));
  const [asked, setAsked] = useState<Made | null>(null);
  return (
    <>
      <ImportList query={made} verb="enter" left={({ left }) => `còn ${left} hoạt động`} onUndo={setAsked} />
      <FormDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title="Lấy lại cả lần nhập"
        lead={`${asked?.left ?? 0} hoạt động nhập từ “${asked?.fileName ?? ""}” sẽ ra khỏi chương trình cùng một lúc. Nếu đã có hoạt động được sửa hoặc ghi kết quả, không hoạt động nào bị bỏ.`}
        initial={{}}
        verb="Lấy lại"
        submit={() => api.plan.undoWorkItemImport.call({ unitId, id: asked!.id })}
        onDone={() => {
          void queries.invalidateQueries({ queryKey: api.plan.key() });
          sayDone("Đã lấy lại lần nhập.");
        }}
      >
        {() => null}
      </FormDialog>
    </>
  );
}
