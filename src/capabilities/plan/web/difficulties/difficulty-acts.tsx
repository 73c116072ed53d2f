import { Button, Group, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import type { DifficultyView } from "./difficulty-view.ts";

/** The next step of a difficulty, for who may do it. */
export function DifficultyActs({ row, onDone }: { row: DifficultyView; onDone?: () => void }) {
  const queries = useQueryClient();
  const [step, setStep] = useState<"gather" | "decide" | "withdraw" | null>(null);
  const close = () => setStep(null);
  const done = (said: string) => () => {
    void queries.invalidateQueries({ queryKey: api.plan.difficulties.key() });
    sayDone(said);
    onDone?.();
  };
  const may = (verb: string) => row.may[verb]?.allowed;
  if (!may("gather") && !may("decide") && !may("withdraw")) return null;
  return (
    <>
      <Group gap="xs" mt="xs">
        {may("gather") && (
          <Button size="sm" onClick={() => setStep("gather")}>
            Tổng hợp, trình lãnh đạo
          </Button>
        )}
        {may("decide") && (
          <Button size="sm" onClick={() => setStep("decide")}>
            Ghi quyết định
          </Button>
        )}
        {may("withdraw") && (
          <Button size="sm" variant="default" onClick={() => setStep("withdraw")}>
            Rút
          </Button>
        )}
      </Group>
      <FormDialog
        opened={step === "gather"}
        onClose={close}
        title="Tổng hợp, trình lãnh đạo"
        lead={<Text>{row.what}</Text>}
        initial={{ note: "" }}
        verb="Trình lãnh đạo"
        submit={({ note }) => api.plan.gatherDifficulty.call({ id: row.id, note })}
        onDone={done("Đã tổng hợp, trình lãnh đạo.")}
      >
        {(form) => (
          <Textarea
            label="Ý kiến của nơi tổng hợp"
            description="Có thể bỏ trống"
            autosize
            minRows={2}
            {...form.getInputProps("note")}
          />
        )}
      </FormDialog>
      <FormDialog
        opened={step === "decide"}
        onClose={close}
        title="Quyết định của lãnh đạo"
        lead={<Text>{row.what}</Text>}
        initial={{ decision: "" }}
        verb="Ghi quyết định"
        submit={({ decision }) => api.plan.decideDifficulty.call({ id: row.id, decision })}
        onDone={done("Đã ghi quyết định; đơn vị nêu được báo.")}
      >
        {(form) => (
          <Textarea
            label="Quyết định"
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps("decision")}
          />
        )}
      </FormDialog>
      <FormDialog
        opened={step === "withdraw"}
        onClose={close}
        title="Rút khó khăn đã nêu"
        lead={<Text>{row.what}</Text>}
        initial={{}}
        verb="Rút"
        submit={() => api.plan.withdrawDifficulty.call({ id: row.id })}
        onDone={done("Đã rút.")}
      >
        {() => <Text size="sm">Khó khăn đã rút vẫn đọc được ở đây nhưng không vào báo cáo.</Text>}
      </FormDialog>
    </>
  );
}
