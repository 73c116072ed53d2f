import { Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { today } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type ProcedureView } from "./api.ts";
import { SheetsDialog } from "./notice-sheets/sheets-dialog.tsx";
import { type NamedProcedure, ProcedureSelect } from "./procedure-select.tsx";

/** What happens to a procedure as a whole: repealed, paused, carried out again. */
export function ProcedureActs({ view }: { view: ProcedureView }) {
  const { id, state, may } = view;
  const queries = useQueryClient();
  const [repealing, repeal] = useDisclosure(false);
  const [stopping, stop] = useDisclosure(false);
  const [printing, print] = useDisclosure(false);
  const done = async (words: string) => {
    await queries.invalidateQueries({ queryKey: api.procedures.key() });
    sayDone(words);
  };
  const isPause = state === "in-force";
  const turn = useMutation({
    mutationFn: (reason: string) =>
      (isPause ? api.procedures.pause : api.procedures.resume).call({ id, reason }),
    onSuccess: async () => {
      stop.close();
      await done(isPause ? "Đã ghi tạm dừng thủ tục." : "Đã ghi thực hiện lại thủ tục.");
    },
  });
  return (
    <>
      <MayButton may={may} verb="print" variant="default" hideReason onClick={print.open}>
        Phiếu niêm yết
      </MayButton>
      <SheetsDialog ids={[id]} opened={printing} onClose={print.close} />
      <MayButton may={may} verb="repeal" variant="default" hideReason onClick={stop.open}>
        {isPause ? "Tạm dừng" : "Thực hiện lại"}
      </MayButton>
      {state !== "repealed" && (
        <MayButton may={may} verb="repeal" variant="default" hideReason onClick={repeal.open}>
          Bãi bỏ
        </MayButton>
      )}
      <Confirm
        opened={stopping}
        onClose={stop.close}
        title={isPause ? "Tạm dừng thủ tục" : "Thực hiện lại thủ tục"}
        verb={isPause ? "Tạm dừng" : "Thực hiện lại"}
        reasonLabel="Lý do"
        onConfirm={(reason) => turn.mutate(reason)}
        pending={turn.isPending}
        error={turn.error}
      >
        <Text>
          {isPause
            ? "Trang cho người dân vẫn còn và báo thủ tục đang tạm dừng, kèm lý do này."
            : "Thủ tục hiện lại trên cổng và trong tìm kiếm như trước."}
        </Text>
      </Confirm>
      <RepealDialog view={view} opened={repealing} onClose={repeal.close} onDone={done} />
    </>
  );
}

function RepealDialog({
  view,
  opened,
  onClose,
  onDone,
}: {
  view: ProcedureView;
  opened: boolean;
  onClose: () => void;
  onDone: (words: string) => Promise<void>;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Ghi thủ tục bị bãi bỏ"
      lead="Từ ngày bãi bỏ, trang cho người dân báo thủ tục không còn và chỉ sang thủ tục thay thế; các bản đã ghi giữ nguyên."
      initial={{
        repealedOn: today().toString() as string | null,
        successor: null as NamedProcedure | null,
        reason: "",
      }}
      verb="Ghi bãi bỏ"
      check={({ repealedOn }) => (repealedOn === null ? { repealedOn: "Hãy chọn ngày bãi bỏ." } : {})}
      submit={({ repealedOn, successor, reason }) =>
        api.procedures.repeal.call({
          ...{ id: view.id, repealedOn: repealedOn!, reason },
          successorId: successor?.id ?? null,
        })
      }
      onDone={() => void onDone("Đã ghi thủ tục bị bãi bỏ.")}
    >
      {(form) => (
        <>
          <DateField label="Bãi bỏ từ ngày" required {...form.getInputProps("repealedOn")} />
          <Textarea
            label="Lý do, văn bản bãi bỏ"
            required
            autosize
            placeholder="Quyết định số …, ngày …"
            {...form.getInputProps("reason")}
          />
          <ProcedureSelect
            label="Thủ tục thay thế"
            description="Bỏ trống nếu không có"
            clearButtonProps={{ "aria-label": "Bỏ chọn thủ tục thay thế" }}
            without={[view.id]}
            value={form.getValues().successor}
            onChoose={(successor) => form.setFieldValue("successor", successor)}
            error={form.errors.successorId}
          />
        </>
      )}
    </FormDialog>
  );
}
