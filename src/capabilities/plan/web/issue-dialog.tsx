import { Checkbox, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { SignerField } from "#ui/signing-choice.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PlanView } from "./api.ts";

/** Writes down the number and the day that the registry has given, or sets them right with a reason. */
export function IssueDialog({
  plan,
  opened,
  onClose,
}: {
  plan: PlanView;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const correcting = plan.state === "issued";
  const where =
    plan.publishedAt === null ? "" : " Kế hoạch đang công khai, nên trang trên cổng đổi theo ngay.";
  return (
    <FormDialog
      key={plan.state}
      opened={opened}
      onClose={onClose}
      title={correcting ? "Sửa số, ngày ban hành" : "Ghi số và ngày do văn thư cấp"}
      lead={
        correcting
          ? `Số, ngày cũ và lý do được giữ trong nhật ký.${where}`
          : `Ghi đúng như văn bản đã ký.${where}`
      }
      initial={{
        number: plan.number ?? "",
        issuedOn: plan.issuedOn ?? "",
        authorityId: plan.signedAs?.authorityId as string | undefined,
        reason: "",
        seen: false,
      }}
      verb={correcting ? "Sửa số, ngày" : "Ghi số"}
      submit={({ number, issuedOn, authorityId, reason }) =>
        correcting
          ? api.plan.correctIssue.call({ id: plan.id, number, issuedOn, authorityId, reason })
          : api.plan.issue.call({ id: plan.id, number, issuedOn, authorityId })
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone(correcting ? "Đã sửa số và ngày ban hành." : "Đã ghi số và ngày ban hành.");
      }}
    >
      {(form) => {
        const { number, issuedOn } = form.values;
        const shown = `số ${number || "…"}/${plan.symbol ?? ""} ngày ${issuedOn ? formatDate(issuedOn) : "…"}`;
        return (
          <>
            <TextInput
              label="Số"
              required
              inputMode="numeric"
              description="Chỉ phần số, ví dụ 05; ký hiệu đã có sẵn."
              data-autofocus
              {...form.getInputProps("number")}
            />
            <DateField label="Ngày ban hành" required {...form.getInputProps("issuedOn")} />
            <Signer
              day={issuedOn}
              value={form.values.authorityId}
              onChange={(authorityId) => form.setFieldValue("authorityId", authorityId)}
              error={form.errors.authorityId}
            />
            {correcting && (
              <TextInput
                label="Lý do sửa"
                required
                description="Ví dụ: gõ nhầm số; văn bản phát hành lại."
                {...form.getInputProps("reason")}
              />
            )}
            <Checkbox
              required
              label={
                <Text span size="sm">
                  Đã đối chiếu với văn bản đã ký: <b>{shown}</b>
                </Text>
              }
              {...form.getInputProps("seen", { type: "checkbox" })}
            />
          </>
        );
      }}
    </FormDialog>
  );
}

/** Who signed the plan, out of those who could on its day. */
function Signer({ day, ...field }: { day: string } & Omit<ComponentProps<typeof SignerField>, "answer">) {
  const signers = useQuery({
    ...api.organization.signersOn.queryOptions({ input: { scope: "plan", day } }),
    enabled: day !== "",
  });
  return <SignerField answer={signers.data} {...field} />;
}
