import { useRef } from "react";
import { Loading } from "#ui/loading.tsx";
import { useLocalDraft } from "#ui/local-draft.ts";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { type DecisionDraft, DecisionForm, emptyDecision } from "./decision-form.tsx";

const KEY = "quyet-dinh-cong-bo.moi";

/** A decision that is not written down yet. */
export default function NewDecisionPage() {
  const kept = useLocalDraft<DecisionDraft>(KEY);
  const id = useRef(newId());
  return (
    <Page
      title="Ghi quyết định công bố"
      crumbs={[
        { label: "Công khai thủ tục", to: "/cong-khai-thu-tuc" },
        { label: "Quyết định công bố", to: "/cong-khai-thu-tuc/quyet-dinh" },
      ]}
      width="text"
    >
      {kept === undefined ? (
        <Loading />
      ) : (
        <DecisionForm isNew id={id.current} draftKey={KEY} start={kept?.text ?? emptyDecision()} />
      )}
    </Page>
  );
}
