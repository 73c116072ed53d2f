import { Button, Group, Radio, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import type { ShortcomingView } from "./shortcoming-view.ts";
import { usePeople } from "./use-people.ts";

type Step = "fix" | "mend" | "refuse" | "tell";
interface DialogParts {
  row: ShortcomingView;
  opened: boolean;
  onClose: () => void;
  onDone: (said: string) => () => void;
}

/** The next steps of a shortcoming, for who may take them. */
export function ShortcomingActs({ row }: { row: ShortcomingView }) {
  const queries = useQueryClient();
  const [step, setStep] = useState<Step | null>(null);
  const buttons: { step: Step; label: string; first?: boolean }[] = [
    {
      step: "fix",
      label: row.state === "open" ? "Giao khắc phục" : "Sửa cách khắc phục",
      first: row.state === "open",
    },
    {
      step: "mend",
      label: row.proofWithdrawn ? "Chứng minh lại" : "Ghi đã khắc phục",
      first: row.state !== "open",
    },
    { step: "refuse", label: "Không tiếp nhận" },
    { step: "tell", label: "Ghi nơi nêu" },
  ];
  const offered = buttons.filter((button) => row.may[button.step]?.allowed);
  if (offered.length === 0) return null;
  const parts = (of: Step): DialogParts => ({
    row,
    opened: step === of,
    onClose: () => setStep(null),
    onDone: (said) => () => {
      void queries.invalidateQueries({ queryKey: api.plan.shortcomings.key() });
      sayDone(said);
    },
  });
  return (
    <>
      <Group gap="xs" mt="xs">
        {offered.map((button) => (
          <Button
            key={button.step}
            size="sm"
            variant={button.first ? "filled" : "default"}
            onClick={() => setStep(button.step)}
          >
            {button.label}
          </Button>
        ))}
      </Group>
      <FixDialog {...parts("fix")} />
      <MendDialog {...parts("mend")} />
      <RefuseDialog {...parts("refuse")} />
      <TellDialog {...parts("tell")} />
    </>
  );
}

function FixDialog({ row, opened, onClose, onDone }: DialogParts) {
  const shortcomings = useQuery(api.plan.shortcomings.queryOptions());
  const links = useQuery(api.plan.links.queryOptions({ input: {}, enabled: opened }));
  const people = usePeople(opened);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Giao khắc phục"
      lead={<Text>{row.what}</Text>}
      initial={{
        unitId: row.unitId,
        personId: row.personId,
        why: row.why ?? "",
        how: row.fixTaskId ? "task" : "words",
        taskId: row.fixTaskId,
        words: row.fixWords ?? "",
        day: row.fixDay,
      }}
      verb="Giao khắc phục"
      submit={({ how, unitId, taskId, words, day, ...fields }) =>
        api.plan.fixShortcoming.call({
          id: row.id,
          ...fields,
          unitId: unitId ?? "",
          ...(how === "task" ? { taskId, words: null, day: null } : { taskId: null, words, day }),
        })
      }
      onDone={onDone("Đã giao khắc phục; đơn vị được báo.")}
    >
      {(form) => (
        <>
          <Select
            label="Đơn vị"
            required
            searchable
            data={(shortcomings.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("unitId")}
          />
          <Select
            label="Người chịu trách nhiệm"
            description="Có thể bỏ trống"
            searchable
            clearable
            clearButtonProps={{ "aria-label": "Bỏ chọn người" }}
            data={people}
            {...form.getInputProps("personId")}
          />
          <Textarea label="Nguyên nhân" autosize {...form.getInputProps("why")} />
          <Radio.Group label="Khắc phục bằng" {...form.getInputProps("how")}>
            <Stack gap="xs" mt={4}>
              <Radio value="words" label="Một việc có hạn" />
              <Radio value="task" label="Một nhiệm vụ của kế hoạch" />
            </Stack>
          </Radio.Group>
          {form.values.how === "task" ? (
            <Select
              label="Nhiệm vụ khắc phục"
              required
              searchable
              data={(links.data?.tasks ?? []).map(({ id, title, clausePath }) => ({
                value: id,
                label: clausePath ? `${clausePath}: ${title}` : title,
              }))}
              {...form.getInputProps("taskId")}
            />
          ) : (
            <>
              <Textarea
                label="Cách khắc phục"
                required
                autosize
                minRows={2}
                {...form.getInputProps("words")}
              />
              <DateField label="Xong trước ngày" required {...form.getInputProps("day")} />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}

function MendDialog({ row, opened, onClose, onDone }: DialogParts) {
  const id = row.fixTaskId ?? row.taskId;
  const task = useQuery(
    api.plan.getTask.queryOptions({ input: { id: id ?? "" }, enabled: opened && id !== null }),
  );
  const proofs = (task.data?.evidence ?? []).map((proof) => ({ value: proof.id, label: proof.label }));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Ghi đã khắc phục"
      lead={<Text>{row.what}</Text>}
      initial={{ evidenceId: null as string | null, url: "" }}
      verb="Ghi đã khắc phục"
      submit={({ evidenceId, url }) =>
        api.plan.mendShortcoming.call({ id: row.id, evidenceId, url: url.trim() || null })
      }
      onDone={onDone("Đã ghi khắc phục.")}
    >
      {(form) => (
        <>
          {proofs.length > 0 && (
            <Select
              label="Minh chứng đã có của nhiệm vụ"
              description="Hoặc bỏ trống và ghi địa chỉ ở dưới"
              searchable
              clearable
              clearButtonProps={{ "aria-label": "Bỏ chọn minh chứng" }}
              data={proofs}
              {...form.getInputProps("evidenceId")}
            />
          )}
          <TextInput
            label="Địa chỉ chứng minh"
            description="Trang, văn bản cho thấy đã khắc phục, bắt đầu bằng http:// hoặc https://"
            inputMode="url"
            {...form.getInputProps("url")}
          />
        </>
      )}
    </FormDialog>
  );
}

function RefuseDialog({ row, opened, onClose, onDone }: DialogParts) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Không tiếp nhận tồn tại"
      lead={<Text>{row.what}</Text>}
      initial={{ reason: "" }}
      verb="Không tiếp nhận"
      submit={({ reason }) => api.plan.refuseShortcoming.call({ id: row.id, reason })}
      onDone={onDone("Đã ghi; đơn vị được báo.")}
    >
      {(form) => <Textarea label="Lý do" required autosize minRows={2} {...form.getInputProps("reason")} />}
    </FormDialog>
  );
}

function TellDialog({ row, opened, onClose, onDone }: DialogParts) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Tin, bài, văn bản nêu việc này"
      lead={<Text>{row.what}</Text>}
      initial={{ label: row.toldLabel ?? "", url: row.toldUrl?.startsWith("http") ? row.toldUrl : "" }}
      verb="Ghi"
      submit={(fields) => api.plan.tellOfShortcoming.call({ id: row.id, ...fields })}
      onDone={onDone("Đã ghi nơi nêu.")}
    >
      {(form) => (
        <>
          <TextInput label="Tên tin, bài, văn bản" required {...form.getInputProps("label")} />
          <TextInput
            label="Địa chỉ"
            description="Bắt đầu bằng http:// hoặc https://"
            required
            inputMode="url"
            {...form.getInputProps("url")}
          />
        </>
      )}
    </FormDialog>
  );
}
