import { Radio, Select, Stack, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PlanView } from "./api.ts";

/** Plans in force beside this one. */
function useOthers(plan: PlanView) {
  const plans = useQuery(api.plan.list.queryOptions());
  return (plans.data?.plans ?? []).filter(({ id, standing }) => id !== plan.id && standing === "in-force");
}

/** Puts the plan in force, or ends it or puts another in its place. */
export function Standing({ plan }: { plan: PlanView }) {
  const [asking, ask] = useDisclosure(false);
  const inForce = plan.standing === "in-force";
  return (
    <>
      <MayButton may={plan.may} verb="putInForce" variant="default" hideReason onClick={ask.open}>
        {inForce
          ? "Kết thúc, thay thế"
          : plan.standing === "waiting"
            ? "Đưa vào thực hiện"
            : "Thực hiện trở lại"}
      </MayButton>
      {inForce ? (
        <EndDialog plan={plan} opened={asking} onClose={ask.close} />
      ) : (
        <PutInForceDialog plan={plan} opened={asking} onClose={ask.close} />
      )}
    </>
  );
}

function PutInForceDialog({
  plan,
  opened,
  onClose,
}: {
  plan: PlanView;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const others = useOthers(plan);
  const [replaces, setReplaces] = useState<string | null>(null);
  const put = useMutation(
    api.plan.putInForce.mutationOptions({
      onSuccess: () => {
        onClose();
        setReplaces(null);
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone("Kế hoạch đang được thực hiện.");
      },
    }),
  );
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title="Đưa kế hoạch vào thực hiện"
      verb="Đưa vào thực hiện"
      pending={put.isPending}
      error={put.error}
      onConfirm={() => put.mutate({ id: plan.id, replaces })}
    >
      <Stack gap="sm">
        <span>
          Nhiệm vụ của kế hoạch sẽ hiện ở Việc của tôi và chọn được khi gắn tin, bài, minh chứng. Nhiều kế
          hoạch cùng được thực hiện một lúc.
        </span>
        {others.length > 0 && (
          <Radio.Group
            label="Các kế hoạch đang thực hiện"
            value={replaces ?? ""}
            onChange={(value) => setReplaces(value || null)}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="" label="Vẫn thực hiện tất cả" />
              {others.map(({ id, title, year }) => (
                <Radio key={id} value={id} label={`Thay thế “${title}” (năm ${year})`} />
              ))}
            </Stack>
          </Radio.Group>
        )}
      </Stack>
    </Confirm>
  );
}

const ENDED = "";

function EndDialog({ plan, opened, onClose }: { plan: PlanView; opened: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  const others = useOthers(plan);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Kết thúc hoặc thay thế kế hoạch"
      lead="Nhiệm vụ của kế hoạch không còn hiện ở Việc của tôi. Minh chứng, báo cáo, trang trên cổng và mọi chỗ đã gắn vẫn giữ nguyên; khi cần có thể thực hiện trở lại."
      initial={{ by: ENDED, reason: "" }}
      verb="Kết thúc thực hiện"
      submit={({ by, reason }) =>
        by === ENDED
          ? api.plan.end.call({ id: plan.id, reason })
          : api.plan.replace.call({ id: plan.id, by, reason })
      }
      onDone={({ standing }) => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone(standing === "replaced" ? "Kế hoạch đã được thay thế." : "Đã kết thúc thực hiện kế hoạch.");
      }}
    >
      {(form) => (
        <>
          {others.length > 0 && (
            <Select
              label="Được thay bằng"
              allowDeselect={false}
              data={[
                { value: ENDED, label: "Không kế hoạch nào, chỉ kết thúc" },
                ...others.map(({ id, title, year }) => ({ value: id, label: `${title} (năm ${year})` })),
              ]}
              {...form.getInputProps("by")}
            />
          )}
          <Textarea
            label="Lý do"
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps("reason")}
          />
        </>
      )}
    </FormDialog>
  );
}
