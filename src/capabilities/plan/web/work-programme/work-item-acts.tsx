import { Button, Group, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { FinishDialog } from "./finish-dialog.tsx";
import { ItemDialog } from "./item-dialog.tsx";
import type { WorkItemView } from "./work-item-view.ts";

const nothing = { taskIds: [], obligationIds: [], clauseIds: [] };

type Step = "finish" | "give-up" | "correct" | "remove";

/** What may be done with an item, for people of its unit. */
export function WorkItemActs({ item }: { item: WorkItemView }) {
  const queries = useQueryClient();
  const [step, setStep] = useState<Step | null>(null);
  // A dialog is there from its first opening on, so that a long programme does not hold four for every item.
  const [everOpened, setEverOpened] = useState<Step[]>([]);
  const close = () => setStep(null);
  const open = (next: Step) => {
    setEverOpened((before) => [...before, next]);
    setStep(next);
  };
  const done = (said: string) => () => {
    void queries.invalidateQueries({ queryKey: api.plan.workProgramme.key() });
    sayDone(said);
  };
  const may = (verb: string) => item.may[verb]?.allowed;
  if (!may("settle") && !may("correct") && !may("remove")) return null;
  const about = <span className="only-read-aloud"> hoạt động {item.title}</span>;
  return (
    <>
      <Group gap="xs" mt="xs">
        {may("settle") && (
          <>
            <Button size="sm" onClick={() => open("finish")}>
              Ghi đã thực hiện{about}
            </Button>
            <Button size="sm" variant="default" onClick={() => open("give-up")}>
              Không thực hiện{about}
            </Button>
          </>
        )}
        {may("correct") && (
          <Button size="sm" variant="default" onClick={() => open("correct")}>
            Sửa{about}
          </Button>
        )}
        {may("remove") && (
          <Button size="sm" variant="default" onClick={() => open("remove")}>
            Bỏ{about}
          </Button>
        )}
      </Group>
      {everOpened.includes("finish") && (
        <FinishDialog item={item} opened={step === "finish"} onClose={close} />
      )}
      {everOpened.includes("correct") && (
        <ItemDialog item={item} units={[]} begin={nothing} opened={step === "correct"} onClose={close} />
      )}
      {everOpened.includes("give-up") && (
        <FormDialog
          opened={step === "give-up"}
          onClose={close}
          title="Không thực hiện"
          lead={<Text>{item.title}</Text>}
          initial={{ reason: item.reason ?? "" }}
          verb="Ghi không thực hiện"
          submit={({ reason }) => api.plan.giveUpWorkItem.call({ id: item.id, reason })}
          onDone={done("Đã ghi hoạt động không thực hiện.")}
        >
          {(form) => (
            <Textarea
              label="Lý do"
              required
              autosize
              minRows={2}
              data-autofocus
              {...form.getInputProps("reason")}
            />
          )}
        </FormDialog>
      )}
      {everOpened.includes("remove") && (
        <FormDialog
          opened={step === "remove"}
          onClose={close}
          title="Bỏ hoạt động ghi nhầm"
          lead={<Text>{item.title}</Text>}
          initial={{}}
          verb="Bỏ hoạt động"
          submit={() => api.plan.removeWorkItem.call({ id: item.id })}
          onDone={done("Đã bỏ hoạt động.")}
        >
          {() => (
            <Text size="sm">
              Chỉ bỏ khi ghi nhầm. Hoạt động có trong chương trình mà không tổ chức thì ghi “Không thực hiện”
              kèm lý do.
            </Text>
          )}
        </FormDialog>
      )}
    </>
  );
}
