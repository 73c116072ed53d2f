import { Group, Radio, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Confirm } from "#ui/confirm.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { savedText } from "../../savings/saving.ts";
import { api, type Saving, type Savings } from "../api.ts";
import { useKeep } from "../use-keep.ts";

interface Decision extends Record<string, unknown> {
  approve: string;
  words: string;
}

/** Leadership approves a figure or says why not. */
export function DecideForm({ saving, onClose }: { saving: Saving; onClose: () => void }) {
  const keep = useKeep();
  return (
    <FormDialog<Decision, Savings>
      opened
      onClose={onClose}
      title="Quyết định số liệu tiết kiệm"
      lead={`${saving.scopeName}, ${saving.periodLabel}: ${savedText(saving.whole)}. Duyệt rồi thì lên cổng, là minh chứng của kế hoạch; không sửa, chỉ rút kèm lý do.`}
      initial={{ approve: "", words: "" }}
      verb="Ghi quyết định"
      check={({ approve, words }) => ({
        ...(approve === "" && { approve: "Hãy chọn quyết định." }),
        ...(approve === "no" && words.trim() === "" && { words: "Hãy ghi lý do không duyệt." }),
      })}
      submit={({ approve, words }) =>
        api.budget.decideCitizenSaving.call({ id: saving.id, approve: approve === "yes", words })
      }
      onDone={(answer) => {
        keep.savings(answer);
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

export function WithdrawSaving({ saving, onClose }: { saving: Saving; onClose: () => void }) {
  const keep = useKeep();
  const withdraw = useMutation(
    api.budget.withdrawCitizenSaving.mutationOptions({
      onSuccess: (answer) => {
        keep.savings(answer);
        sayDone("Đã rút số liệu.");
        onClose();
      },
    }),
  );
  return (
    <Confirm
      opened
      onClose={onClose}
      title="Rút số liệu đã duyệt?"
      verb="Rút số liệu"
      reasonLabel="Lý do"
      onConfirm={(reason) => withdraw.mutate({ id: saving.id, reason })}
      pending={withdraw.isPending}
      error={withdraw.error}
    >
      Số liệu rời cổng, thôi là minh chứng, không còn được tính từ nay; báo cáo đã chốt vẫn giữ nguyên con số
      và nguồn.
    </Confirm>
  );
}
