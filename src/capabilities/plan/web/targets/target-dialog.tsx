import { Button, NumberInput, Select, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { countWords, perWords } from "../../contract.ts";
import { api } from "../api.ts";
import type { TargetView } from "./target-view.ts";

type Set = Parameters<typeof api.plan.setTaskTarget.call>[0]["target"];

/** States how much a task or an obligation is to yield in each period, or takes that away. */
export function TargetDialog({
  of,
  target,
  opened,
  onClose,
}: {
  of: { kind: "task" | "obligation"; id: string; name: string };
  target: TargetView | null;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const set = (fields: Set) =>
    of.kind === "task"
      ? api.plan.setTaskTarget.call({ id: of.id, target: fields })
      : api.plan.setObligationTarget.call({ id: of.id, target: fields });
  const done = (said: string) => {
    void queries.invalidateQueries({ queryKey: api.plan.key() });
    sayDone(said);
  };
  const remove = async () => {
    try {
      await set(null);
      onClose();
      done("Đã bỏ chỉ tiêu.");
    } catch (error) {
      sayFailed(error);
    }
  };
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Chỉ tiêu theo kỳ"
      lead={of.name}
      initial={{
        amount: (target?.amount ?? "") as number | string,
        unit: target?.unit ?? "tin, bài",
        per: target?.per ?? ("quarter" as TargetView["per"]),
        counts: target?.counts ?? ("proofs" as TargetView["counts"]),
      }}
      verb="Đặt chỉ tiêu"
      submit={({ amount, ...fields }) => set({ ...fields, amount: Number(amount) })}
      onDone={() => done("Đã đặt chỉ tiêu.")}
    >
      {(form) => (
        <>
          <NumberInput
            label="Số lượng"
            required
            min={1}
            max={100_000}
            allowDecimal={false}
            thousandSeparator="."
            decimalSeparator=","
            data-autofocus
            {...form.getInputProps("amount")}
            error={form.errors.amount ?? form.errors["target.amount"]}
          />
          <TextInput
            label="Đơn vị tính"
            required
            {...form.getInputProps("unit")}
            error={form.errors.unit ?? form.errors["target.unit"]}
          />
          <Select
            label="Trong mỗi"
            allowDeselect={false}
            data={Object.entries(perWords).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps("per")}
          />
          <Select
            label="Cách đếm"
            allowDeselect={false}
            data={Object.entries(countWords).map(([value, label]) => ({
              value,
              label: label.charAt(0).toLocaleUpperCase("vi") + label.slice(1),
            }))}
            {...form.getInputProps("counts")}
          />
          {target && (
            <Button
              variant="subtle"
              color="red"
              onClick={() => void remove()}
              style={{ alignSelf: "flex-start" }}
            >
              Bỏ chỉ tiêu này
            </Button>
          )}
        </>
      )}
    </FormDialog>
  );
}
