import { Select, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useGo } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import type { HandoverView } from "./handover-view.ts";

/** Takes what was handed over to be held beside the own plans, and links it above one of them. */
export function AdoptDialog({
  found,
  opened,
  onClose,
}: {
  found: HandoverView;
  opened: boolean;
  onClose: () => void;
}) {
  const go = useGo();
  const queries = useQueryClient();
  const { ownPlans, year, adopted } = found;
  const fitting = ownPlans.find((plan) => plan.year === year) ?? ownPlans[0];
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={fitting ? "Nối làm kế hoạch cấp trên" : "Lấy về đối chiếu"}
      lead={`Kế hoạch của ${found.from} được giữ bên cạnh kế hoạch của cơ quan, chỉ để đối chiếu; mục nào giao việc, ở đây đã có mục nào thực hiện sẽ hiện ở thẻ “Cấp trên”.`}
      initial={{ planId: fitting?.id ?? null }}
      verb={fitting ? "Nối kế hoạch" : "Lấy về"}
      submit={async ({ planId }) => ({
        ...(await api.plan.adoptHandover.call({ id: found.id, planId })),
        isLinked: planId !== null,
      })}
      onDone={({ adoptedPlanId, isLinked }) => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone(isLinked ? "Đã nối kế hoạch." : "Đã lấy kế hoạch về đối chiếu.");
        if (!isLinked) go(`/ke-hoach/${adoptedPlanId}`);
      }}
    >
      {(form) =>
        fitting === undefined ? (
          <Text size="sm">
            Cơ quan chưa có kế hoạch nào đang thực hiện; cứ lấy về, khi có kế hoạch thì nối ở thẻ “Cấp trên”.
          </Text>
        ) : (
          <Select
            label="Kế hoạch của cơ quan thực hiện kế hoạch này"
            description={
              adopted
                ? "Kế hoạch cấp trên này đã lấy về; chọn thêm một kế hoạch của cơ quan để nối."
                : "Bỏ trống thì chỉ lấy về, chưa nối."
            }
            clearable
            clearButtonProps={{ "aria-label": "Bỏ chọn kế hoạch" }}
            data={ownPlans.map(({ id, title, year: of }) => ({ value: id, label: `${title} (năm ${of})` }))}
            {...form.getInputProps("planId")}
          />
        )
      }
    </FormDialog>
  );
}
