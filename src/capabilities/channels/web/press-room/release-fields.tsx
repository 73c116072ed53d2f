import { Checkbox, MultiSelect, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { DialogForm } from "#ui/form-dialog.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { unaccentedOptions } from "#ui/unaccented-options.ts";
import { api } from "../api.ts";

export interface ReleaseValues extends Record<string, unknown> {
  listIds: string[];
  mediaIds: string[];
  isAhead: boolean;
}

export const newRelease: ReleaseValues = { listIds: [], mediaIds: [], isAhead: false };

/** To whom, with which files, and whether ahead of the hour: what a release to the press asks for. */
export function ReleaseFields({
  form,
  lists,
  embargoUntil,
  attached = [],
  onlyLists = false,
}: {
  form: DialogForm<ReleaseValues>;
  lists: { id: string; name: string; willing: number }[];
  embargoUntil: string | null;
  /** What is attached already, so that its name is shown. */
  attached?: { id: string; fileName: string }[];
  onlyLists?: boolean;
}) {
  const documents = useQuery(
    api.newsroom.listMedia.queryOptions({ input: { sort: "document" }, enabled: !onlyLists }),
  );
  // What may not be sent yet is listed, so that nobody looks for it in vain.
  const files = new Map([
    ...attached.map(({ id, fileName }) => [id, { label: fileName, disabled: false }] as const),
    ...(documents.data?.media ?? []).map(({ id, alt, fileName, issues }) => {
      const name = alt || fileName;
      const lacks = issues.length > 0;
      return [
        id,
        { label: lacks ? `${name} (thiếu thông tin ở kho nên chưa gửi được)` : name, disabled: lacks },
      ] as const;
    }),
  ]);
  const isHeld = embargoUntil !== null && Date.parse(embargoUntil) > Date.now();
  return (
    <>
      <MultiSelect
        label="Nhóm nhận"
        description="Mỗi nơi nhận một thư riêng; nơi đã nhận bài này thì không gửi lần nữa."
        searchable
        clearable
        clearButtonProps={{ "aria-label": "Bỏ hết nhóm nhận" }}
        nothingFoundMessage="Không có nhóm này"
        filter={unaccentedOptions}
        data={lists.map(({ id, name, willing }) => ({ value: id, label: `${name} (${willing} nơi)` }))}
        {...form.getInputProps("listIds")}
      />
      {lists.length === 0 && (
        <Text size="sm">
          Chưa có nhóm nhận nào.{" "}
          <LinkText to="/bao-chi?the=nhom" underline="always">
            Lập nhóm ở phòng báo chí
          </LinkText>
        </Text>
      )}
      {!onlyLists && (
        <>
          <MultiSelect
            label="Tài liệu đính kèm"
            description="Chọn trong kho tư liệu; tổng cộng không quá 7 MB. Ảnh của bài tự đi kèm."
            searchable
            clearable
            clearButtonProps={{ "aria-label": "Bỏ hết tài liệu" }}
            nothingFoundMessage="Không có tài liệu này trong kho"
            filter={unaccentedOptions}
            data={[...files].map(([value, file]) => ({ value, ...file }))}
            {...form.getInputProps("mediaIds")}
          />
          {isHeld && (
            <Checkbox
              label={`Gửi trước, ghi rõ cấm đăng trước ${formatDateTime(embargoUntil)}`}
              description="Bài được duyệt là gửi ngay, hoặc đúng giờ hẹn; không chờ bài lên cổng."
              {...form.getInputProps("isAhead", { type: "checkbox" })}
            />
          )}
        </>
      )}
    </>
  );
}
