import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Confirm } from "#ui/confirm.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "./api.ts";
import { differenceInWords } from "./changed-number.tsx";

/** A number that differs from the frozen figures, as far as keeping it needs. */
export interface KeptNumber {
  place: string;
  drafted: string;
  written: string;
}

/** Asks why a number should stand that differs from the frozen figures, and keeps it with the reason. */
export function KeepNumber({
  id,
  number,
  onClose,
}: {
  id: string;
  number: KeptNumber | null;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const keep = useMutation(
    api.reports.acceptNumber.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.reports.get.queryKey({ input: { id } }), saved);
        onClose();
        sayDone("Đã ghi lý do giữ số.");
      },
    }),
  );
  return (
    <Confirm
      opened={number !== null}
      onClose={() => {
        keep.reset();
        onClose();
      }}
      title="Giữ số khác số liệu đã chốt"
      verb="Giữ số này"
      reasonLabel="Lý do giữ"
      onConfirm={(reason) =>
        number && keep.mutate({ id, place: number.place, written: number.written, reason })
      }
      pending={keep.isPending}
      error={keep.error}
    >
      {number && differenceInWords(number)} Người soát và người ký duyệt thấy cả hai số cùng lý do; lý do được
      ghi vào nhật ký và ở lại với báo cáo. Số liệu đã chốt không đổi.
    </Confirm>
  );
}
