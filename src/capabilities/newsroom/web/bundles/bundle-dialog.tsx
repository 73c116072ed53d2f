import { Checkbox, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Loading } from "#ui/loading.tsx";
import { api, type Item } from "../api.ts";

const PAUSE = 300;

/** Chooses the texts that go with this one, those of the same story and its bulletin first. */
export function BundleDialog({
  item,
  onClose,
  onDone,
}: {
  item: Item;
  onClose: () => void;
  onDone: (together: Item["together"]) => void;
}) {
  const { id } = item;
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, PAUSE);
  const found = useQuery(
    api.newsroom.bundleCandidates.queryOptions({
      input: { id, search },
      staleTime: 0,
      placeholderData: (before) => before,
    }),
  );
  const chosenBefore = (item.together?.texts ?? []).filter((text) => text.id !== id);
  const offered = found.data?.texts ?? [];
  // What is chosen stays in sight, whatever is searched for.
  const kept = chosenBefore.filter((text) => !offered.some((one) => one.id === text.id));
  const option = (text: { id: string; title: string; kindLabel: string }, near: boolean) => (
    <Checkbox
      key={text.id}
      value={text.id}
      label={text.title}
      description={near ? `${text.kindLabel} · cùng đề tài hoặc soạn từ bài này` : text.kindLabel}
      styles={{ label: { overflowWrap: "anywhere" } }}
    />
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Chọn bài duyệt chung"
      lead="Các bài được chọn gửi duyệt cùng lúc với bài này. Người duyệt xem lần lượt trên một trang rồi quyết định một lần: được duyệt tất cả hoặc không bài nào. Mỗi bài vẫn đi đủ các bước trong quy trình của nó."
      initial={{ itemIds: chosenBefore.map((text) => text.id) }}
      verb="Ghi lựa chọn"
      submit={({ itemIds }) => api.newsroom.bundle.call({ id, itemIds })}
      onDone={({ together }) => onDone(together)}
    >
      {(form) => (
        <>
          <TextInput
            label="Tìm theo tiêu đề"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {found.isPending ? (
            <Loading lines={3} />
          ) : (
            <Checkbox.Group label="Bài đang soạn mà bạn gửi duyệt được" {...form.getInputProps("itemIds")}>
              <Stack gap="xs" mt="xs">
                {kept.map((text) => option(text, false))}
                {offered.map((text) => option(text, text.near))}
                {kept.length + offered.length === 0 && (
                  <Text size="sm">
                    {search
                      ? "Không có bài đang soạn nào có tiêu đề này."
                      : "Chưa có bài nào khác đang soạn. Hãy viết bài kia trước, rồi quay lại chọn."}
                  </Text>
                )}
              </Stack>
            </Checkbox.Group>
          )}
        </>
      )}
    </FormDialog>
  );
}
