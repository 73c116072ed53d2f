import { Group, Radio, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Confirm } from "#ui/confirm.tsx";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { moneyInWords, moneyText } from "../../money.ts";
import { api, type Product, type Royalty } from "../api.ts";
import { useKeep } from "../use-keep.ts";

interface Decision extends Record<string, unknown> {
  approve: string;
  words: string;
}

/** Leadership approves a royalty or says why not. */
export function DecideForm({
  product,
  royalty,
  onClose,
}: {
  product: Product;
  royalty: Royalty;
  onClose: () => void;
}) {
  const keep = useKeep();
  return (
    <FormDialog<Decision, { id: string }>
      opened
      onClose={onClose}
      title="Quyết định nhuận bút"
      lead={`“${product.title}”: ${moneyText(royalty.amount)} (${moneyInWords(royalty.amount)}). Quyết định rồi thì không đổi; không duyệt thì đề xuất lại được.`}
      initial={{ approve: "", words: "" }}
      verb="Ghi quyết định"
      check={({ approve, words }) => ({
        ...(approve === "" && { approve: "Hãy chọn quyết định." }),
        ...(approve === "no" && words.trim() === "" && { words: "Hãy ghi lý do không duyệt." }),
      })}
      submit={({ approve, words }) =>
        api.budget.decideRoyalty.call({ id: royalty.id, approve: approve === "yes", words })
      }
      onDone={() => {
        keep.all();
        sayDone("Đã ghi quyết định.");
      }}
    >
      {(form) => (
        <>
          <Radio.Group label="Quyết định" required {...form.getInputProps("approve")}>
            <Group mt={4}>
              <Radio value="yes" label="Duyệt" data-autofocus />
              <Radio value="no" label="Không duyệt" />
            </Group>
          </Radio.Group>
          <Textarea label="Ý kiến" autosize minRows={1} {...form.getInputProps("words")} />
        </>
      )}
    </FormDialog>
  );
}

/** An approved royalty that nobody paid is owed no more. */
export function CancelForm({
  product,
  royalty,
  onClose,
}: {
  product: Product;
  royalty: Royalty;
  onClose: () => void;
}) {
  const keep = useKeep();
  const cancel = useMutation({
    mutationFn: (reason: string) => api.budget.cancelRoyalty.call({ id: royalty.id, reason }),
    onSuccess: () => {
      keep.all();
      sayDone("Đã hủy nhuận bút.");
      onClose();
    },
  });
  return (
    <Confirm
      opened
      onClose={onClose}
      title="Hủy nhuận bút đã duyệt"
      verb="Hủy nhuận bút"
      reasonLabel="Lý do"
      onConfirm={(reason) => cancel.mutate(reason)}
      pending={cancel.isPending}
      error={cancel.error}
    >
      “{product.title}”: {moneyText(royalty.amount)} không trả nữa. Sản phẩm đề xuất lại được, kể cả từ dự
      toán năm sau.
    </Confirm>
  );
}

interface Payment extends Record<string, unknown> {
  documentNumber: string;
  documentDay: string | null;
  paidOn: string | null;
}

/** Finance pays an approved royalty as a whole. */
export function PayForm({
  expenseId,
  product,
  royalty,
  onClose,
}: {
  expenseId: string;
  product: Product;
  royalty: Royalty;
  onClose: () => void;
}) {
  const keep = useKeep();
  return (
    <FormDialog<Payment, { id: string }>
      opened
      onClose={onClose}
      title="Trả nhuận bút"
      lead={`“${product.title}”: ${moneyText(royalty.amount)} (${moneyInWords(royalty.amount)}), ghi thành khoản chi của dòng ${royalty.lineName}. Chỉ trả một lần.`}
      initial={{ documentNumber: "", documentDay: null, paidOn: null }}
      verb="Ghi đã trả"
      check={({ documentDay, paidOn }) => ({
        ...(documentDay === null && { documentDay: "Hãy ghi ngày." }),
        ...(paidOn === null && { paidOn: "Hãy ghi ngày." }),
      })}
      submit={({ documentNumber, documentDay, paidOn }) =>
        api.budget.payRoyalty.call({
          ...{ id: royalty.id, expenseId, documentNumber },
          ...{ documentDay: documentDay!, paidOn: paidOn! },
        })
      }
      onDone={() => {
        keep.all();
        sayDone("Đã ghi trả nhuận bút.");
      }}
    >
      {(form) => (
        <>
          <TextInput label="Số chứng từ" required data-autofocus {...form.getInputProps("documentNumber")} />
          <DateField label="Ngày chứng từ" required {...form.getInputProps("documentDay")} />
          <DateField label="Ngày trả" required {...form.getInputProps("paidOn")} />
        </>
      )}
    </FormDialog>
  );
}
