import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { stateLabels } from "../../contract.ts";
import { api, type Deliverable, type Story } from "../api.ts";

/** Chooses a text that is there already for a deliverable. */
export function LinkTextDialog({
  deliverable,
  onClose,
  onDone,
}: {
  /** Null: closed. */
  deliverable: Deliverable | null;
  onClose: () => void;
  onDone: (saved: Story) => void;
}) {
  return (
    <FormDialog
      opened={deliverable !== null}
      onClose={onClose}
      title="Gắn bài đã có"
      lead="Bài được gắn thêm các nhiệm vụ, nghĩa vụ, mục của đề tài."
      initial={{ itemId: null as string | null }}
      verb="Gắn bài"
      submit={({ itemId }) =>
        api.newsroom.linkDeliverable.call({ id: deliverable!.id, itemId: itemId ?? "" })
      }
      onDone={onDone}
    >
      {(form) => <TextChoice form={form} kind={deliverable?.kind ?? ""} />}
    </FormDialog>
  );
}

function TextChoice({ form, kind }: { form: DialogForm<{ itemId: string | null }>; kind: string }) {
  const [words, setWords] = useState("");
  const found = useQuery(
    api.newsroom.listEntries.queryOptions({
      input: { kind, q: words || undefined },
      placeholderData: (before) => before,
    }),
  );
  const options = (found.data?.entries ?? []).flatMap(({ item, deliverable }) =>
    item && !deliverable
      ? [
          {
            value: item.id,
            label: `${item.title || "(chưa có tiêu đề)"} · ${stateLabels[item.state]}, ${item.unitName}`,
          },
        ]
      : [],
  );
  return (
    <Select
      label="Bài"
      description="Bài cùng loại, chưa thuộc đề tài nào. Gõ để tìm trong tiêu đề."
      required
      searchable
      data-autofocus
      data={options}
      onSearchChange={(text) => setWords(options.some(({ label }) => label === text) ? "" : text)}
      filter={({ options: all }) => all}
      nothingFoundMessage="Không có bài nào khớp"
      {...form.getInputProps("itemId")}
    />
  );
}
