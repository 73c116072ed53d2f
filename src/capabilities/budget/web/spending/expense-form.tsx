import { Select, Textarea, TextInput } from "@mantine/core";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { moneyNumber, moneyText } from "../../money.ts";
import { stands } from "../../spending/entry.ts";
import { type Account, api, type Expense } from "../api.ts";
import { MoneyField, moneyLacks } from "../money-field.tsx";
import { useKeep } from "../use-keep.ts";
import { openOf } from "./account-tables.tsx";

interface Values extends Record<string, unknown> {
  /** "": paid without a commitment. */
  commitmentId: string;
  what: string;
  payee: string;
  documentNumber: string;
  documentDay: string | null;
  paidOn: string | null;
  typed: string;
}

const noDay = (day: string | null, field: string) => (day === null ? { [field]: "Hãy ghi ngày." } : {});

/** What was paid, with its paper, within its commitment or within what the line still has. */
export function ExpenseForm({ id, account, onClose }: { id: string; account: Account; onClose: () => void }) {
  const keep = useKeep();
  const open = account.commitments.filter(
    (one) => one.reducesId === null && stands(one.state) && openOf(one) > 0,
  );
  return (
    <FormDialog<Values, Account>
      opened
      onClose={onClose}
      title="Ghi khoản chi"
      lead="Ghi rồi thì người thứ hai xác nhận; còn chờ thì rút lại được, đã xác nhận thì chỉ thu hồi bằng một dòng mới. Tệp chứng từ đính vào sau khi ghi."
      initial={{
        ...{ commitmentId: "", what: "", payee: "", documentNumber: "", typed: "" },
        ...{ documentDay: null, paidOn: null },
      }}
      verb="Ghi khoản chi"
      check={({ documentDay, paidOn, typed }) => ({
        ...noDay(documentDay, "documentDay"),
        ...noDay(paidOn, "paidOn"),
        ...moneyLacks("typed", typed),
      })}
      submit={({ commitmentId, documentDay, paidOn, ...values }) =>
        api.budget.recordExpense.call({
          ...{ id, lineId: account.id, commitmentId: commitmentId || null, ...values },
          ...{ documentDay: documentDay!, paidOn: paidOn! },
        })
      }
      onDone={(answer) => {
        keep.account(answer);
        sayDone("Đã ghi khoản chi; chờ người thứ hai xác nhận.");
      }}
    >
      {(form) => (
        <>
          <Select
            label="Chi theo"
            allowDeselect={false}
            data={[
              { value: "", label: `Không theo cam kết (dòng còn ${moneyText(account.free)})` },
              ...open.map((one) => ({
                value: one.id,
                label: `${one.number}, ${one.partner} (còn ${moneyText(openOf(one))})`,
              })),
            ]}
            {...form.getInputProps("commitmentId")}
          />
          <TextInput label="Nội dung" required data-autofocus {...form.getInputProps("what")} />
          <TextInput label="Người nhận" required {...form.getInputProps("payee")} />
          <TextInput label="Số chứng từ" required {...form.getInputProps("documentNumber")} />
          <DateField label="Ngày chứng từ" required {...form.getInputProps("documentDay")} />
          <DateField label="Ngày chi" required {...form.getInputProps("paidOn")} />
          <MoneyField label="Số tiền" required {...form.getInputProps("typed")} />
        </>
      )}
    </FormDialog>
  );
}

interface Return extends Record<string, unknown> {
  typed: string;
  documentNumber: string;
  documentDay: string | null;
  reason: string;
}

/** Takes back what was paid, or a part of it. */
export function TakeBackForm({ id, of, onClose }: { id: string; of: Expense; onClose: () => void }) {
  const keep = useKeep();
  const open = of.amount - of.takenBack;
  return (
    <FormDialog<Return, Account>
      opened
      onClose={onClose}
      title={`Thu hồi khoản chi ${of.documentNumber}`}
      lead={`Còn thu hồi được ${moneyText(open)}. Khoản chi gốc vẫn đứng trong sổ; số đã chi giảm khi người thứ hai xác nhận.`}
      initial={{ typed: moneyNumber(open), documentNumber: "", documentDay: null, reason: "" }}
      verb="Ghi thu hồi"
      check={({ documentDay, typed }) => ({
        ...noDay(documentDay, "documentDay"),
        ...moneyLacks("typed", typed),
      })}
      submit={({ documentDay, ...values }) =>
        api.budget.takeBackExpense.call({ id, expenseId: of.id, documentDay: documentDay!, ...values })
      }
      onDone={(answer) => {
        keep.account(answer);
        sayDone("Đã ghi thu hồi; chờ người thứ hai xác nhận.");
      }}
    >
      {(form) => (
        <>
          <MoneyField label="Số thu hồi" required {...form.getInputProps("typed")} />
          <TextInput label="Số chứng từ thu" required {...form.getInputProps("documentNumber")} />
          <DateField label="Ngày thu" required {...form.getInputProps("documentDay")} />
          <Textarea label="Lý do" required autosize minRows={2} {...form.getInputProps("reason")} />
        </>
      )}
    </FormDialog>
  );
}
