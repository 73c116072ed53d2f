import { Textarea } from "@mantine/core";
import type { Role } from "#platform/auth/actor.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { api, type RightsReviewLineView, type RightsReviewView } from "../api.ts";
import { RoleFields } from "../role-fields.tsx";

export type Deciding = { outcome: "withdrawn" | "changed"; lines: RightsReviewLineView[] };

/** Withdraws rights, or changes one, for a reason. */
export function DecideDialog({
  reviewId,
  deciding: { outcome, lines },
  keepsPeople,
  onClose,
  onDone,
}: {
  reviewId: string;
  deciding: Deciding;
  /** Whether the caller changes a right at once; others propose it. */
  keepsPeople: boolean;
  onClose: () => void;
  onDone: (review: RightsReviewView) => void;
}) {
  const [first] = lines;
  const whose =
    lines.length === 1 ? `${first!.personName}: ${first!.right}` : `${lines.length} quyền đã chọn`;
  const changing = outcome === "changed";
  const verb = changing ? (keepsPeople ? "Đổi quyền" : "Đề nghị đổi") : "Thu hồi";
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${verb}: ${whose}`}
      lead={
        changing
          ? keepsPeople
            ? "Quyền cũ hết hôm nay, quyền mới bắt đầu từ ngày mai."
            : "Quản trị được báo và thực hiện việc đổi; đến lúc đó quyền vẫn như cũ."
          : "Hôm nay là ngày cuối của quyền; tài khoản chưa có vai trò thì bị khóa ngay. Thu hồi rồi thì muốn giao lại phải phân công mới."
      }
      initial={{ newRole: (first!.role ?? "contributor") as Role, newUnitId: first!.unitId, reason: "" }}
      verb={verb}
      submit={({ newRole, newUnitId, reason }) =>
        api.organization.decideRights.call({
          id: reviewId,
          lineIds: lines.map(({ id }) => id),
          outcome,
          reason,
          ...(changing && { newRole, newUnitId }),
        })
      }
      onDone={onDone}
    >
      {(form) => (
        <>
          {changing && (
            <RoleFields
              role={form.values.newRole}
              unitId={form.values.newUnitId}
              onRole={(role) => form.setFieldValue("newRole", role)}
              onUnit={(unitId) => form.setFieldValue("newUnitId", unitId)}
              unitError={form.errors.newRole ?? form.errors.newUnitId ?? form.errors.unitId}
            />
          )}
          <Textarea label="Lý do" required autosize minRows={2} {...form.getInputProps("reason")} />
        </>
      )}
    </FormDialog>
  );
}
