import { Select, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

/** Opens an incident over an item, or over what was seen elsewhere. */
export function OpenDialog({
  item,
  people,
  onClose,
}: {
  item: { id: string; title: string; url: string | null } | null;
  people: { id: string; name: string }[];
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [id] = useState(newId);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Mở vụ việc"
      lead="Đồng hồ tính theo giờ kể từ lúc mở. Người xử lý và lãnh đạo được báo ngay."
      initial={{
        title: item?.title.slice(0, 300) ?? "",
        url: item?.url ?? "",
        handlerId: null as string | null,
      }}
      check={({ handlerId }) => (handlerId ? {} : { handlerId: "Hãy chọn người xử lý." })}
      verb="Mở vụ việc"
      submit={({ title, url, handlerId }) =>
        api.listening.openIncident.call({
          ...{ id, itemId: item?.id ?? null, title, url: url.trim() || null, handlerId: handlerId! },
        })
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.listening.key() });
        onClose();
        sayDone("Đã mở vụ việc; xem ở mục Vụ việc.");
      }}
    >
      {(form) => (
        <>
          <TextInput label="Báo chí nêu điều gì" required maxLength={300} {...form.getInputProps("title")} />
          <TextInput label="Đường dẫn bài báo" type="url" {...form.getInputProps("url")} />
          <Select
            label="Người xử lý"
            required
            searchable
            data={people.map((one) => ({ value: one.id, label: one.name }))}
            {...form.getInputProps("handlerId")}
          />
        </>
      )}
    </FormDialog>
  );
}
