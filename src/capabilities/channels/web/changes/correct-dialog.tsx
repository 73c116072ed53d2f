import { Checkbox, Radio, Stack, Textarea } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type Place, type PlacesOfContent } from "../api.ts";
import { CountedWords } from "../words/counted-words.tsx";
import { wayWords } from "./place-words.ts";

interface Values extends Record<string, unknown> {
  deliveryIds: string[];
  reason: string;
  words: "own" | "shared" | "new" | null;
  /** New words by place. */
  newWords: Record<string, string>;
}

/** Puts the new text where the former one stands, at all the chosen places at once. */
export function CorrectDialog({
  itemId,
  places,
  note,
  opened,
  onClose,
  onDone,
}: {
  itemId: string;
  places: Place[];
  /** What readers are told of the correction. */
  note: string;
  opened: boolean;
  onClose: () => void;
  onDone: (answer: PlacesOfContent) => void;
}) {
  const initial: Values = {
    deliveryIds: places.map(({ deliveryId }) => deliveryId),
    reason: note,
    words: null,
    newWords: Object.fromEntries(places.map(({ deliveryId, ownText }) => [deliveryId, ownText ?? ""])),
  };
  const chosen = (ids: string[]) => places.filter(({ deliveryId }) => ids.includes(deliveryId));
  const withOwn = (ids: string[]) => chosen(ids).filter(({ ownText }) => ownText !== null);
  return (
    <FormDialog<Values, PlacesOfContent>
      opened={opened}
      onClose={onClose}
      title="Sửa trên các kênh theo bản mới"
      lead="Hệ thống thay lời ở từng nơi đúng một lần; nơi kênh không cho thì giao người phụ trách làm bằng tay. Mỗi kênh sửa một cách, ghi dưới từng nơi."
      initial={initial}
      check={({ deliveryIds, words, newWords }) => ({
        ...(deliveryIds.length === 0 && { deliveryIds: "Hãy chọn ít nhất một nơi." }),
        ...(withOwn(deliveryIds).length > 0 &&
          words === null && { words: "Hãy chọn lời đăng cho nơi có lời riêng." }),
        ...(words === "new" &&
          withOwn(deliveryIds).some((place) => !newWords[place.deliveryId]?.trim()) && {
            newWords: "Hãy viết lời mới cho từng nơi có lời riêng.",
          }),
      })}
      verb="Sửa ở các nơi đã chọn"
      submit={({ words, newWords, ...values }) => {
        const own = withOwn(values.deliveryIds);
        return api.channels.correctPlacements.call({
          id: itemId,
          ...values,
          words: own.length > 0 && words !== "new" ? words : null,
          newWords:
            words === "new"
              ? own.map(({ deliveryId }) => ({ deliveryId, text: newWords[deliveryId] ?? "" }))
              : [],
        });
      }}
      onDone={(answer) => {
        onDone(answer);
        sayDone("Đã cho sửa; lời mới chờ người thứ hai duyệt, trạng thái từng nơi tự cập nhật.");
      }}
    >
      {(form) => (
        <>
          <Checkbox.Group label="Nơi đăng" required {...form.getInputProps("deliveryIds")}>
            <Stack gap="sm" mt="xs">
              {places.map((place) => (
                <Checkbox
                  key={place.deliveryId}
                  value={place.deliveryId}
                  label={place.account.name}
                  description={`${place.account.networkLabel} · ${place.effects.correct ?? wayWords[place.way]}${place.ownText !== null ? " · có lời riêng" : ""}`}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          {withOwn(form.values.deliveryIds).length > 0 && (
            <Radio.Group label="Nơi có lời riêng" required {...form.getInputProps("words")}>
              <Stack gap="xs" mt="xs">
                <Radio
                  value="own"
                  label="Giữ lời riêng đã duyệt"
                  description="Chọn khi lời riêng vẫn đúng với bản mới."
                />
                <Radio
                  value="new"
                  label="Viết lời riêng mới"
                  description="Người thứ hai duyệt rồi mới lên kênh."
                />
                <Radio value="shared" label="Dùng lời của bản mới" description="Lời riêng được bỏ." />
              </Stack>
            </Radio.Group>
          )}
          {form.values.words === "new" &&
            withOwn(form.values.deliveryIds).map(({ deliveryId, account }) => (
              <Stack key={deliveryId} gap="xs">
                <Textarea
                  label={`Lời mới trên ${account.name}`}
                  description="Đường dẫn về bài và thẻ chủ đề được thêm tự động."
                  required
                  autosize
                  minRows={3}
                  {...form.getInputProps(`newWords.${deliveryId}`)}
                  error={form.errors.newWords}
                />
                <CountedWords
                  deliveryId={deliveryId}
                  words={form.values.newWords[deliveryId] ?? ""}
                  network={account.networkLabel}
                />
              </Stack>
            ))}
          <Textarea
            label="Nội dung đính chính"
            description="Ghi trong thư đính chính và lịch sử; để trống thì dùng lời đính chính đã công bố."
            autosize
            minRows={2}
            {...form.getInputProps("reason")}
          />
        </>
      )}
    </FormDialog>
  );
}
