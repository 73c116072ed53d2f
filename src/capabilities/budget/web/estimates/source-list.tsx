import { Button, Group, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { newId } from "#ui/new-id.ts";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type Budget } from "../api.ts";
import { useKeep } from "../use-keep.ts";

type Source = Budget["sources"][number];

interface Values extends Record<string, unknown> {
  name: string;
  basis: string;
}

/** Where money comes from. */
export function SourceList({ budget }: { budget: Budget }) {
  const keep = useKeep();
  const [open, setOpen] = useState<{ id: string; before: Source | null } | null>(null);
  return (
    <Section id="nguon-kinh-phi" title="Nguồn kinh phí">
      {budget.sources.length === 0 && <Text size="sm">Chưa ghi nguồn nào.</Text>}
      {budget.sources.map((source) => (
        <Group key={source.id} justify="space-between" gap="sm">
          <div>
            <Text>{source.name}</Text>
            <Text size="sm" c="gray.7">
              {source.basis || "Chưa ghi căn cứ."}
            </Text>
          </div>
          {budget.may.write?.allowed && (
            <Button
              size="xs"
              variant="default"
              aria-label={`Sửa nguồn ${source.name}`}
              onClick={() => setOpen({ id: source.id, before: source })}
            >
              Sửa
            </Button>
          )}
        </Group>
      ))}
      <Group>
        <MayButton
          may={budget.may}
          verb="write"
          hideReason
          variant="default"
          onClick={() => setOpen({ id: newId(), before: null })}
        >
          Thêm nguồn
        </MayButton>
      </Group>
      {open && (
        <FormDialog<Values, Budget>
          key={open.id}
          opened
          onClose={() => setOpen(null)}
          title={open.before ? "Sửa nguồn kinh phí" : "Thêm nguồn kinh phí"}
          initial={{ name: open.before?.name ?? "", basis: open.before?.basis ?? "" }}
          verb="Ghi nguồn"
          submit={(values) => api.budget.saveSource.call({ ...values, id: open.id, year: budget.year })}
          onDone={(answer) => {
            keep.budget(answer);
            sayDone("Đã ghi nguồn kinh phí.");
          }}
        >
          {(form) => (
            <>
              <TextInput label="Tên nguồn" required data-autofocus {...form.getInputProps("name")} />
              <Textarea
                label="Căn cứ"
                description="Quyết định giao dự toán, hợp đồng tài trợ…"
                autosize
                minRows={1}
                {...form.getInputProps("basis")}
              />
            </>
          )}
        </FormDialog>
      )}
    </Section>
  );
}
