import { Textarea, TextInput } from "@mantine/core";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { moneyNumber, moneyText } from "../../money.ts";
import { type Account, api, type Commitment } from "../api.ts";
import { MoneyField, moneyLacks } from "../money-field.tsx";
import { useKeep } from "../use-keep.ts";
import { openOf } from "./account-tables.tsx";

interface Values extends Record<string, unknown> {
  what: string;
  partner: string;
  number: string;
  signedOn: string | null;
  typed: string;
}

/** What is promised to others, within what the line still has. */
export function CommitmentForm({
  id,
  account,
  onClose,
}: {
  id: string;
  account: Account;
  onClose: () => void;
}) {
  const keep = useKeep();
  return (
    <FormDialog<Values, Account>
      opened
      onClose={onClose}
      title="Ghi cam kết chi, hợp đồng"
      lead={`Dòng này còn ${moneyText(account.free)}. Ghi rồi thì không sửa, không xóa; ghi nhầm thì hủy bằng một dòng giảm.`}
      initial={{ what: "", partner: "", number: "", signedOn: null, typed: "" }}
      verb="Ghi cam kết"
      check={({ signedOn, typed }) => ({
        ...(signedOn === null && { signedOn: "Hãy ghi ngày ký." }),
        ...moneyLacks("typed", typed),
      })}
      submit={({ signedOn, ...values }) =>
        api.budget.recordCommitment.call({ id, lineId: account.id, signedOn: signedOn!, ...values })
      }
      onDone={(answer) => {
        keep.account(answer);
        sayDone("Đã ghi cam kết; chờ người thứ hai xác nhận.");
      }}
    >
      {(form) => (
        <>
          <TextInput label="Nội dung" required data-autofocus {...form.getInputProps("what")} />
          <TextInput label="Bên nhận" required {...form.getInputProps("partner")} />
          <TextInput label="Số hợp đồng, văn bản" required {...form.getInputProps("number")} />
          <DateField label="Ngày ký" required {...form.getInputProps("signedOn")} />
          <MoneyField label="Giá trị" required {...form.getInputProps("typed")} />
        </>
      )}
    </FormDialog>
  );
}

interface Reduction extends Record<string, unknown> {
  signedOn: string | null;
  typed: string;
  reason: string;
}

/** Takes from a commitment what will not be paid. */
export function ReduceForm({ id, of, onClose }: { id: string; of: Commitment; onClose: () => void }) {
  const keep = useKeep();
  const open = openOf(of);
  return (
    <FormDialog<Reduction, Account>
      opened
      onClose={onClose}
      title={`Hủy, giảm cam kết ${of.number}`}
      lead={`Cam kết còn ${moneyText(open)} chưa chi. Giảm hết số này là hủy phần còn lại; cam kết gốc vẫn đứng trong sổ.`}
      initial={{ signedOn: null, typed: moneyNumber(open), reason: "" }}
      verb="Ghi giảm"
      check={({ signedOn, typed }) => ({
        ...(signedOn === null && { signedOn: "Hãy ghi ngày." }),
        ...moneyLacks("typed", typed),
      })}
      submit={({ signedOn, ...values }) =>
        api.budget.reduceCommitment.call({ id, commitmentId: of.id, signedOn: signedOn!, ...values })
      }
      onDone={(answer) => {
        keep.account(answer);
        sayDone("Đã ghi dòng giảm; chờ người thứ hai xác nhận.");
      }}
    >
      {(form) => (
        <>
          <MoneyField label="Số giảm" required {...form.getInputProps("typed")} />
          <DateField label="Ngày" required {...form.getInputProps("signedOn")} />
          <Textarea label="Lý do" required autosize minRows={2} {...form.getInputProps("reason")} />
        </>
      )}
    </FormDialog>
  );
}
