import { Checkbox, Stack, Textarea } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type Place, type PlacesOfContent } from "../api.ts";
import { wayWords } from "./place-words.ts";

interface Values extends Record<string, unknown> {
  deliveryIds: string[];
  reason: string;
  anew: boolean;
}

/** Takes the text down at all the chosen places at once; a public one may go out there anew. */
export function RemoveDialog({
  itemId,
  places,
  isPublic,
  opened,
  onClose,
  onDone,
}: {
  itemId: string;
  places: Place[];
  isPublic: boolean;
  opened: boolean;
  onClose: () => void;
  onDone: (answer: PlacesOfContent) => void;
}) {
  // Of a text that was taken back all of them; of a public one whoever asks says where.
  const initial: Values = {
    deliveryIds: isPublic ? [] : places.map(({ deliveryId }) => deliveryId),
    reason: "",
    anew: false,
  };
  const canAnew = (ids: string[]) =>
    isPublic &&
    ids.length > 0 &&
    places.every((place) => !ids.includes(place.deliveryId) || place.can.replace);
  return (
    <FormDialog<Values, PlacesOfContent>
      opened={opened}
      onClose={onClose}
      title="Gỡ khỏi các kênh"
      lead="Gỡ xong, bài thôi được tính là minh chứng; địa chỉ, ảnh chụp và lịch sử ở đây vẫn giữ. Mỗi kênh gỡ một cách, ghi dưới từng nơi."
      initial={initial}
      check={({ deliveryIds }) =>
        deliveryIds.length === 0 ? { deliveryIds: "Hãy chọn ít nhất một nơi." } : {}
      }
      verb="Gỡ ở các nơi đã chọn"
      submit={({ anew, ...values }) =>
        api.channels.removePlacements.call({
          id: itemId,
          ...values,
          anew: anew && canAnew(values.deliveryIds),
          words: anew && canAnew(values.deliveryIds) ? "shared" : null,
        })
      }
      onDone={(answer) => {
        onDone(answer);
        sayDone("Đã cho gỡ; trạng thái từng nơi tự cập nhật.");
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
                  description={`${place.account.networkLabel} · ${place.effects.remove ?? wayWords[place.way]}`}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Textarea
            label="Lý do gỡ"
            description="Giữ trong lịch sử; thư thu hồi gửi báo chí cũng ghi lý do này."
            required
            autosize
            minRows={2}
            {...form.getInputProps("reason")}
          />
          {canAnew(form.values.deliveryIds) && (
            <Checkbox
              label="Gỡ xong thì đăng lại bản mới nhất"
              description="Dùng khi kênh không cho sửa, ví dụ phải thay ảnh. Bài mới có địa chỉ mới, dùng tiêu đề, tóm tắt của bản mới, không gửi lại tới người quan tâm."
              {...form.getInputProps("anew", { type: "checkbox" })}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
