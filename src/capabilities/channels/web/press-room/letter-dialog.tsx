import { MultiSelect, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { unaccentedOptions } from "#ui/unaccented-options.ts";
import { api, type PressLetter, type PressLetters } from "../api.ts";

/** A letter that guides the press, and to whom: a new one, or one that was not sent. */
export function LetterDialog({
  letter = null,
  opened,
  onClose,
  onDone,
}: {
  letter?: PressLetter | null;
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
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={letter ? `Sửa thư: ${letter.title}` : "Soạn thư định hướng"}
      lead="Thư chỉ gửi tới nơi đang nhận thư, sau khi người khác duyệt gửi. Cuối thư có đường liên kết để nơi nhận xác nhận."
      initial={{
        id: letter?.id ?? newId(),
        title: letter?.title ?? "",
        body: letter?.body ?? "",
        listIds: [] as string[],
        contactIds: letter?.recipients.map(({ contactId }) => contactId) ?? [],
      }}
      check={({ listIds, contactIds }): Partial<Record<string, string>> =>
        listIds.length + contactIds.length === 0 ? { listIds: "Hãy chọn nhóm nhận hoặc nơi nhận." } : {}
      }
      verb={letter ? "Ghi thay đổi" : "Lưu bản soạn"}
      submit={(fields) =>
        letter ? api.channels.changePressLetter.call(fields) : api.channels.draftPressLetter.call(fields)
      }
      onDone={onDone}
    >
      {(form) => (
        <>
          <TextInput label="Tên thư" required data-autofocus {...form.getInputProps("title")} />
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
            data={contacts}
            {...form.getInputProps("contactIds")}
          />
        </>
      )}
    </FormDialog>
  );
}
