import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { DialogForm } from "#ui/form-dialog.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useGo } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { stateLabels } from "../../contract.ts";
import { api, type Graphic } from "../api.ts";
import { FoundSelect } from "../found-select.tsx";

/** Puts a drawing and its table into a draft that the caller may write, and opens that one. */
export function PlaceDialog({
  graphic: { id, title },
  opened,
  onClose,
}: {
  graphic: Graphic;
  opened: boolean;
  onClose: () => void;
}) {
  const go = useGo();
  const queries = useQueryClient();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Đưa vào bài"
      lead={`Hình “${title}” kèm mô tả và bảng số liệu vào chỗ dành cho đồ họa của bài; loại bài không có chỗ ấy thì vào cuối bài. Bài có thêm một bản mới, bản trước vẫn còn trong lịch sử.`}
      initial={{ itemId: "" }}
      check={({ itemId }) => (itemId ? {} : { itemId: "Hãy chọn bài." })}
      verb="Đưa vào bài"
      submit={({ itemId }) => api.newsroom.placeInfographic.call({ id, itemId })}
      onDone={({ itemId }) => {
        void queries.invalidateQueries({ queryKey: api.newsroom.get.key() });
        sayDone("Hình và bảng số liệu đã ở trong bài.");
        go(`/noi-dung/${itemId}`);
      }}
    >
      {(form) => <DraftChoice form={form} />}
    </FormDialog>
  );
}

function DraftChoice({ form }: { form: DialogForm<{ itemId: string }> }) {
  const [words, setWords] = useState("");
  const found = useQuery(
    api.newsroom.textsForInfographic.queryOptions({
      input: { q: words },
      placeholderData: (before) => before,
    }),
  );
  const options = (found.data?.items ?? []).map(({ id, title, kindLabel, unitName, state }) => ({
    value: id,
    label: `${title || "(chưa có tiêu đề)"} · ${kindLabel}, ${stateLabels[state]}, ${unitName}`,
  }));
  // The one chosen keeps its name while others are searched for.
  const seen = useRef(new Map<string, (typeof options)[number]>());
  for (const option of options) seen.current.set(option.value, option);
  const chosen = seen.current.get(form.getValues().itemId);
  const isListed = options.some(({ value }) => value === chosen?.value);
  return (
    <FoundSelect
      form={form}
      field="itemId"
      label="Bản nháp"
      description="Bài đang soạn mà bạn sửa được; gõ để tìm trong tiêu đề, có dấu hoặc không dấu."
      options={chosen && !isListed ? [chosen, ...options] : options}
      onWords={setWords}
      isFirst
      nothing={found.isPending ? "Đang tìm…" : "Không có bản nháp nào khớp"}
    />
  );
}
