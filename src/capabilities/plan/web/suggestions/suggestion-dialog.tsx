import { api, type PlanView } from "../api.ts";
import { ObligationDialog } from "../obligation-dialog.tsx";
import { TaskDialog } from "../task-dialog.tsx";
import type { SuggestionAnswer, SuggestionView } from "./suggestion-view.ts";

/** A suggestion in the dialog of what it would become, changed there and accepted with that. */
export function SuggestionDialog({
  plan,
  suggestion,
  onClose,
  onAccepted,
}: {
  plan: PlanView;
  suggestion: SuggestionView | null;
  onClose: () => void;
  onAccepted: (answer: SuggestionAnswer) => void;
}) {
  if (suggestion === null) return null;
  const { key } = suggestion;
  if (suggestion.kind === "task")
    return (
      <TaskDialog
        key={key}
        planId={plan.id}
        begin={suggestion.task}
        add={async (task) =>
          onAccepted(await api.plan.acceptSuggestions.call({ id: plan.id, accepted: [{ key, task }] }))
        }
        opened
        onClose={onClose}
      />
    );
  const clause = plan.clauses.find(({ id }) => id === suggestion.clauseId);
  return clause ? (
    <ObligationDialog
      key={key}
      plan={plan}
      clause={clause}
      begin={suggestion.obligation}
      add={async (obligation) =>
        onAccepted(await api.plan.acceptSuggestions.call({ id: plan.id, accepted: [{ key, obligation }] }))
      }
      opened
      onClose={onClose}
    />
  ) : null;
}
