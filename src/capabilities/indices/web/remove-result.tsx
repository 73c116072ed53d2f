import { useMutation } from "@tanstack/react-query";
import { Confirm } from "#ui/confirm.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type Result } from "./api.ts";
import { useKeepIndex } from "./use-keep-index.ts";

/** Takes away a result that was written down by mistake. */
export function RemoveResult({ one, onClose }: { one: Result; onClose: () => void }) {
  const keep = useKeepIndex();
  const remove = useMutation(
    api.indices.removeResult.mutationOptions({
      onSuccess: (answer) => {
        keep(answer);
        sayDone("Đã bỏ kết quả.");
        onClose();
      },
    }),
  );
  return (
    <Confirm
      opened
      onClose={onClose}
      title={`Bỏ kết quả năm ${one.edition}?`}
      verb="Bỏ kết quả"
      reasonLabel="Lý do"
      onConfirm={(reason) => remove.mutate({ id: one.id, reason })}
      pending={remove.isPending}
      error={remove.error}
    >
      Chỉ bỏ kết quả ghi nhầm; kết quả giảm vẫn phải giữ. Số cũ và lý do còn trong nhật ký.
    </Confirm>
  );
}
