import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Confirm } from "#ui/confirm.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PlanView } from "./api.ts";

/** Puts the plan on the portal, or takes it off with a reason that the public is told. */
export function Publication({ plan }: { plan: PlanView }) {
  const queries = useQueryClient();
  const me = useQuery(api.organization.me.queryOptions());
  const [asking, ask] = useDisclosure(false);
  const done = (words: string) => ({
    onSuccess: () => {
      ask.close();
      void queries.invalidateQueries({ queryKey: api.plan.key() });
      sayDone(words);
    },
  });
  const publish = useMutation(api.plan.publish.mutationOptions(done("Kế hoạch đã lên cổng.")));
  const takeBack = useMutation(api.plan.takeBack.mutationOptions(done("Đã rút kế hoạch khỏi cổng.")));
  if (plan.publishedAt === null) {
    return (
      <>
        <MayButton may={plan.may} verb="publish" variant="default" hideReason onClick={ask.open}>
          Công khai kế hoạch
        </MayButton>
        <Confirm
          opened={asking}
          onClose={ask.close}
          title="Công khai kế hoạch trên cổng"
          verb="Công khai"
          pending={publish.isPending}
          error={publish.error}
          onConfirm={() => publish.mutate({ id: plan.id })}
        >
          Người dân sẽ đọc được toàn văn các mục, nhiệm vụ, kết quả thực hiện và minh chứng có địa chỉ công
          khai.
          {plan.state === "draft" &&
            " Kế hoạch chưa có số và ngày ban hành; trang công khai sẽ để trống chỗ này."}
        </Confirm>
      </>
    );
  }
  return (
    <>
      {me.data && (
        <Button component="a" href={`${me.data.portalBase}/ke-hoach/${plan.slug}`} variant="subtle">
          Xem trên cổng
        </Button>
      )}
      <MayButton may={plan.may} verb="publish" variant="default" hideReason onClick={ask.open}>
        Rút khỏi cổng
      </MayButton>
      <Confirm
        opened={asking}
        onClose={ask.close}
        title="Rút kế hoạch khỏi cổng"
        verb="Rút khỏi cổng"
        reasonLabel="Lý do"
        quickReasons={["Kế hoạch được thay thế", "Công khai nhầm bản dự thảo"]}
        pending={takeBack.isPending}
        error={takeBack.error}
        onConfirm={(reason) => takeBack.mutate({ id: plan.id, reason })}
      >
        Trang của kế hoạch trên cổng chỉ còn dòng “đã được rút” với ngày và lý do bạn ghi. Trong nơi làm việc,
        kế hoạch vẫn theo dõi như cũ.
      </Confirm>
    </>
  );
}
