import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Confirm } from "#ui/confirm.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useGo } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type TaskView } from "./api.ts";

/** Takes a task out of its plan, with a reason; refused as long as something hangs on it. */
export function RemoveTask({ task }: { task: Pick<TaskView, "id" | "may"> }) {
  const go = useGo();
  const queries = useQueryClient();
  const [asking, ask] = useDisclosure(false);
  const remove = useMutation(
    api.plan.removeTask.mutationOptions({
      onSuccess: ({ planId }) => {
        go(`/ke-hoach/${planId}?the=nhiem-vu`);
        void queries.invalidateQueries({ queryKey: api.plan.get.key() });
        void queries.invalidateQueries({ queryKey: api.plan.myTasks.key() });
        void queries.invalidateQueries({ queryKey: api.plan.links.key() });
        sayDone("Đã bỏ nhiệm vụ.");
      },
    }),
  );
  return (
    <>
      <MayButton may={task.may} verb="manage" variant="subtle" color="red" hideReason onClick={ask.open}>
        Bỏ nhiệm vụ
      </MayButton>
      <Confirm
        opened={asking}
        onClose={ask.close}
        title="Bỏ nhiệm vụ"
        verb="Bỏ nhiệm vụ"
        reasonLabel="Lý do"
        quickReasons={["Nhập trùng", "Không thuộc kế hoạch này"]}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={(reason) => remove.mutate({ id: task.id, reason })}
      >
        Chỉ bỏ được nhiệm vụ chưa có minh chứng và chưa được tin, bài gắn vào. Lý do được giữ trong nhật ký.
      </Confirm>
    </>
  );
}
