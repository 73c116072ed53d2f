import { useRef } from "react";
import { Loading } from "#ui/loading.tsx";
import { useLocalDraft } from "#ui/local-draft.ts";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { api } from "../api.ts";
import { emptyDraft, type ProcedureDraft, recordToSend } from "./draft.ts";
import { ProcedureForm } from "./procedure-form.tsx";

const KEY = "thu-tuc.moi";

/** A procedure that the register does not have yet. */
export default function NewProcedurePage() {
  const kept = useLocalDraft<ProcedureDraft>(KEY);
  const id = useRef(newId());
  return (
    <Page title="Ghi thủ tục" crumbs={[{ label: "Thủ tục hành chính", to: "/thu-tuc" }]} width="text">
      {kept === undefined ? (
        <Loading />
      ) : (
        <ProcedureForm
          draftKey={KEY}
          start={kept?.text ?? emptyDraft()}
          isNew
          submit={(draft) =>
            api.procedures.add.call({
              id: id.current,
              code: draft.code,
              validFrom: draft.validFrom!,
              record: recordToSend(draft),
            })
          }
        />
      )}
    </Page>
  );
}
