import { MultiSelect, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { unaccentedOptions } from "#ui/unaccented-options.ts";
import { api, type PressLetter, type PressLetters } from "../api.ts";

const LEAD =
  "Thư chỉ gửi tới nơi đang nhận thư, sau khi người khác duyệt gửi. Cuối thư có đường liên kết để nơi nhận xác nhận.";

/** A letter that guides the press, and to whom: a new one, one that was not sent, or one that takes the place of another. */
export function LetterDialog({
  letter = null,
  former = null,
  opened,
  onClose,
  onDone,
}: {
  letter?: PressLetter | null;
  /** What it takes the place of. */
  former?: PressLetter | null;
  opened: boolean;
  onClose: () => void;
  onDone: (letters: PressLetters) => void;
}) {
  const register = useQuery(api.channels.pressRegister.queryOptions({ enabled: opened })).data;
  const contacts = (register?.outlets ?? []).flatMap(({ name: outlet, contacts: own }) =>
    own
      .filter(({ state }) => state === "willing")
      .map(({ id, name, email }) => ({
        value: id,
        label: [outlet, name, email].filter(Boolean).join(" · "),
      })),
  );
  const from = letter ?? former;
  // Who takes no letters any more stands by name, too, until somebody takes them out.
  const others = (from?.recipients ?? []).flatMap(({ contactId: value, outletName, name, email }) =>
    contacts.some((one) => one.value === value)
      ? []
      : [{ value, label: [outletName, name, email].filter(Boolean).join(" · ") }],
  );
  const documents = useQuery(
    api.newsroom.listMedia.queryOptions({ input: { sort: "document" }, enabled: opened }),
  ).data;
  const files = new Map([
    ...(from?.files ?? []).map(({ id, alt, fileName }) => [id, alt || fileName] as const),
    ...(documents?.media ?? []).map(({ id, alt, fileName }) => [id, alt || fileName] as const),
  ]);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={
        letter ? `Sửa thư: ${letter.title}` : former ? `Thư thay thế: ${former.title}` : "Soạn thư định hướng"
      }
      lead={
        former
          ? "Mọi nơi đã có thư trước đều nhận thư thay thế, trong cùng chuỗi thư. Thư trước được thu hồi khi người khác duyệt gửi thư này."
          : LEAD
      }
      initial={{
        id: letter?.id ?? newId(),
        title: from?.title ?? "",
        body: from?.body ?? "",
        listIds: [] as string[],
        contactIds: from?.recipients.map(({ contactId }) => contactId) ?? [],
        mediaIds: from?.files.map(({ id }) => id) ?? [],
        why: "",
      }}
      check={({ listIds, contactIds, why }): Partial<Record<string, string>> => ({
        ...(listIds.length + contactIds.length === 0 && { listIds: "Hãy chọn nhóm nhận hoặc nơi nhận." }),
        ...(former && why.trim() === "" && { why: "Hãy ghi lý do thay thư." }),
      })}
      verb={letter ? "Ghi thay đổi" : "Lưu bản soạn"}
      submit={({ why, ...fields }) =>
        letter
          ? api.channels.changePressLetter.call(fields)
          : api.channels.draftPressLetter.call({ ...fields, replaces: former && { id: former.id, why } })
      }
      onDone={onDone}
    >
      {(form) => (
        <>
          {former && (
            <Textarea
              label="Vì sao thay"
              description={
                former.state === "sent"
                  ? "Nơi nhận đọc được lý do này, cùng thư thay thế"
                  : "Ghi vào sổ; nơi nhận đã được báo lý do thu hồi"
              }
              required
              autosize
              data-autofocus
              {...form.getInputProps("why")}
            />
          )}
          <TextInput label="Tên thư" required data-autofocus={!former} {...form.getInputProps("title")} />
          <Textarea
            label="Nội dung"
            required
            autosize
            minRows={6}
            maxRows={18}
            {...form.getInputProps("body")}
          />
          <MultiSelect
            label="Nhóm nhận"
            searchable
            clearable
            clearButtonProps={{ "aria-label": "Bỏ hết nhóm nhận" }}
            nothingFoundMessage="Không có nhóm này"
            filter={unaccentedOptions}
            data={(register?.lists ?? []).map(({ id, name, willing }) => ({
              value: id,
              label: `${name} (${willing} nơi)`,
            }))}
            {...form.getInputProps("listIds")}
          />
          <MultiSelect
            label="Nơi nhận chọn riêng"
            searchable
            clearable
            clearButtonProps={{ "aria-label": "Bỏ hết nơi nhận chọn riêng" }}
            nothingFoundMessage="Không có nơi này"
            filter={unaccentedOptions}
            data={[...contacts, ...others]}
            {...form.getInputProps("contactIds")}
          />
          <MultiSelect
            label="Tệp đính kèm"
            description="Chọn tài liệu trong kho tư liệu; nhiều nhất 10 tệp, tổng cộng không quá 7 MB."
            searchable
            clearable
            clearButtonProps={{ "aria-label": "Bỏ hết tệp đính kèm" }}
            nothingFoundMessage="Không có tài liệu này trong kho"
            filter={unaccentedOptions}
            data={[...files].map(([value, label]) => ({ value, label }))}
            {...form.getInputProps("mediaIds")}
          />
        </>
      )}
    </FormDialog>
  );
}
