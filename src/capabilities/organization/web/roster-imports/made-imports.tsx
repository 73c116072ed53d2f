import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { ImportList } from "#ui/sheets/import-list.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

type Made = Awaited<ReturnType<typeof api.organization.rosterImports.call>>["imports"][number];

const leftIn = ({ left, people }: Made) => `còn ${left - people} đơn vị, ${people} người`;

/** What was imported into the agency, each to be taken back whole. */
export function MadeImports() {
  const queries = useQueryClient();
  const made = useQuery(api.organization.rosterImports.queryOptions());
  const [asked, setAsked] = useState<Made | null>(null);
  return (
    <>
      <ImportList query={made} left={leftIn} onUndo={setAsked} />
      <FormDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title="Lấy lại cả lần nhập"
        lead={
          asked &&
          `${asked.left - asked.people} đơn vị, ${asked.people} người nhập từ “${asked.fileName}” sẽ ra khỏi cơ quan cùng một lúc, đường dẫn mời của họ hết hiệu lực. Nếu đã có người đăng nhập, được phân công khác hoặc được giao việc, không ai bị bỏ.`
        }
        initial={{}}
        verb="Lấy lại"
        submit={() => api.organization.undoRosterImport.call({ id: asked!.id })}
        onDone={() => {
          void queries.invalidateQueries({ queryKey: api.organization.key() });
          sayDone("Đã lấy lại lần nhập.");
        }}
      >
        {() => null}
      </FormDialog>
    </>
  );
}
