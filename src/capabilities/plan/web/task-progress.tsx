import { StateBadge } from "#ui/state-badge.tsx";
import type { TaskView } from "./api.ts";

/** Whether the task has a proof in the period that it is measured in. */
export function TaskProgress({ task }: { task: Pick<TaskView, "progress"> }) {
  return task.progress.done ? (
    <StateBadge tone="done" word={`${task.progress.evidenceCount} minh chứng`} />
  ) : (
    <StateBadge tone="none" word="Chưa có minh chứng" />
  );
}
