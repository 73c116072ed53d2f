import { Select, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { moneyText } from "../../money.ts";
import { type Account, api, type Commitment } from "../api.ts";
import { openOf } from "../spending/account-tables.tsx";
import { useKeep } from "../use-keep.ts";

interface Values extends Record<string, unknown> {
  lineId: string;
  reason: string;
}

/** Carries what is left of a commitment into a line of the next year. */
export function CarryForm({
  id,
  of,
  year,
  onClose,
}: {
  id: string;
  of: Commitment;
  year: number;
  onClose: () => void;
}) {
  const keep = useKeep();
  const next = useQuery(api.budget.budget.queryOptions({ input: { year: year + 1 } }));
  const lines = (next.data?.lines ?? []).filter(({ approvedAt }) => approvedAt !== null);
  return (
    <FormDialog<Values, Account>
      opened
      onClose={onClose}
      title={`Chuyển cam kết ${of.number} sang năm ${year + 1}`}
      lead={`Chuyển ${moneyText(openOf(of))} còn chưa chi. Khi người thứ hai xác nhận, cam kết của năm ${year} giảm đúng số ấy.`}
      initial={{ lineId: "", reason: "" }}
      verb="Ghi chuyển năm"
      check={({ lineId }) => (lineId === "" ? { lineId: "Hãy chọn dòng dự toán." } : {})}
      submit={(values) => api.budget.carryCommitment.call({ id, commitmentId: of.id, ...values })}
      onDone={(answer) => {
        keep.account(answer);
        sayDone("Đã ghi chuyển năm; chờ người thứ hai xác nhận.");
      }}
    >
      {(form) => (
        <>
          <Select
            label={`Dòng dự toán năm ${year + 1}`}
            required
            allowDeselect={false}
            data={lines.map((one) => ({
              value: one.id,
              label: `${one.name} (còn ${moneyText(one.free)})`,
            }))}
            {...form.getInputProps("lineId")}
          />
          {next.isSuccess && lines.length === 0 && (
            <Text size="sm">Năm {year + 1} chưa có dòng nào được duyệt; hãy lập và duyệt dự toán trước.</Text>
          )}
          <Textarea label="Lý do" required autosize minRows={2} {...form.getInputProps("reason")} />
        </>
      )}
    </FormDialog>
  );
}
