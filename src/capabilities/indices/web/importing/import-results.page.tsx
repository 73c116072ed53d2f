import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Page } from "#ui/page.tsx";
import { ImportList } from "#ui/sheets/import-list.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { BringResults } from "./bring-results.tsx";

/** Brings results of indices in from a sheet that is tried first, and takes such an import back. */
export default function ImportResultsPage() {
  const queries = useQueryClient();
  const imports = useQuery(api.indices.resultImports.queryOptions());
  const [asked, setAsked] = useState<{ id: string; fileName: string } | null>(null);
  const renew = () => void queries.invalidateQueries({ queryKey: api.indices.key() });
  return (
    <Page
      title="Nhập kết quả chỉ số"
      crumbs={[{ label: "Chỉ số", to: "/chi-so" }]}
      lead="Kết quả được chép đúng như trong bảng; hệ thống không tính, không suy ra số nào."
    >
      <BringResults may={imports.data?.may} onBrought={renew} />
      <ImportList
        query={imports}
        verb="remove"
        left={({ left }) => `còn ${left.toLocaleString("vi-VN")} kết quả`}
        onUndo={setAsked}
      />
      <FormDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title="Lấy lại cả lần nhập"
        lead={`Kết quả mà “${asked?.fileName}” thêm vào sẽ bỏ đi, kết quả mà bảng ấy sửa trở lại như trước; kết quả đã được sửa sau lần nhập thì giữ nguyên.`}
        initial={{}}
        verb="Lấy lại"
        submit={() => api.indices.undoResultImport.call({ id: asked!.id })}
        onDone={({ undone, left }) => {
          renew();
          sayDone(
            `Đã lấy lại ${undone} kết quả${left > 0 ? `; ${left} kết quả đã sửa sau đó nên giữ nguyên` : ""}.`,
          );
        }}
      >
        {() => null}
      </FormDialog>
    </Page>
  );
}
