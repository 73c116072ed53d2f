import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Confirm } from "#ui/confirm.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useGo } from "#ui/navigation.tsx";
import { api, type PlanView } from "./api.ts";

/** Begins next year's plan with what this one says; leads to its preview. */
export function NextYear({ plan }: { plan: PlanView }) {
  const go = useGo();
  const queries = useQueryClient();
  const [asking, ask] = useDisclosure(false);
  const clone = useMutation(
    api.plan.clone.mutationOptions({
      onSuccess: ({ importId }) => {
        void queries.invalidateQueries({ queryKey: api.plan.listImports.key() });
        go(`/ke-hoach/xem-truoc/${importId}`);
      },
    }),
  );
  return (
    <>
      <MayButton may={plan.may} verb="import" variant="default" hideReason onClick={ask.open}>
        Lập cho năm {plan.year + 1}
      </MayButton>
      <Confirm
        opened={asking}
        onClose={ask.close}
        title={`Lập kế hoạch năm ${plan.year + 1} từ kế hoạch này`}
        verb="Lập bản xem trước"
        pending={clone.isPending}
        error={clone.error}
        onConfirm={() => clone.mutate({ id: plan.id })}
      >
        Các mục, nhiệm vụ, thời hạn được chép sang bản xem trước, năm và ngày chuyển sang năm sau; nghĩa vụ
        theo mục khi xác nhận. Chưa có gì được ghi vào kế hoạch; đã lập rồi thì mở lại đúng bản ấy.
      </Confirm>
    </>
  );
}
