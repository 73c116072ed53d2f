import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Asked, Loading } from "#ui/loading.tsx";
import { useLocalDraft } from "#ui/local-draft.ts";
import { useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { api, type ProcedureView } from "../api.ts";
import { draftOf, type ProcedureDraft, recordToSend } from "./draft.ts";
import { ProcedureForm } from "./procedure-form.tsx";

/** A procedure of the register, to be saved as its next version. */
export default function EditProcedurePage() {
  const id = useParam("id");
  const found = useQuery(api.procedures.get.queryOptions({ input: { id } }));
  return <Asked query={found}>{(view) => <Opened key={view.id} view={view} />}</Asked>;
}

function Opened({ view }: { view: ProcedureView }) {
  // What was opened stays the ground of the text, whatever is saved elsewhere meanwhile.
  const [opened] = useState(view);
  const { version, record } = opened.versions[0]!;
  const key = `thu-tuc.${opened.id}.${version}`;
  const kept = useLocalDraft<ProcedureDraft>(key);
  return (
    <Page
      title={`Sửa: ${record.name}`}
      crumbs={[
        { label: "Thủ tục hành chính", to: "/thu-tuc" },
        { label: record.name, to: `/thu-tuc/${opened.id}` },
      ]}
      width="text"
      lead="Ghi thành bản mới; bản cũ giữ nguyên cho hồ sơ đã nộp theo bản đó."
    >
      {kept && (
        <Alert color="blue" title="Đang mở phần bạn gõ dở lần trước">
          Chưa có gì trong đó được ghi vào sổ.
        </Alert>
      )}
      {kept === undefined ? (
        <Loading />
      ) : (
        <ProcedureForm
          draftKey={key}
          start={kept?.text ?? draftOf(opened)}
          isNew={false}
          submit={(draft) =>
            api.procedures.save.call({
              ...{ id: opened.id, suffix: draft.suffix, validFrom: draft.validFrom!, reason: draft.reason },
              ...{ seen: version, record: recordToSend(draft) },
            })
          }
        />
      )}
    </Page>
  );
}
