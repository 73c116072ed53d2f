import { Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { unaccentedOptions } from "#ui/unaccented-options.ts";
import { standingLabels } from "../../contract.ts";
import { api, type Spokespeople, type Spokesperson } from "../api.ts";

/** Somebody who speaks for the agency: a new entry, or one of the register. */
export function SpokespersonDialog({
  entry = null,
  opened,
  onClose,
  onDone,
}: {
  entry?: Spokesperson | null;
  opened: boolean;
  onClose: () => void;
  onDone: (register: Spokespeople) => void;
}) {
  const { people = [] } = useQuery(api.organization.listPeople.queryOptions({ enabled: opened })).data ?? {};
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={entry ? `Sửa mục: ${entry.name}` : "Ghi người phát ngôn"}
      lead="Người đứng đầu phát ngôn hoặc giao người khác bằng văn bản. Mục đã hết thời hạn được giữ lại trong sổ."
      initial={{
        personId: entry?.personId ?? (null as string | null),
        name: entry?.name ?? "",
        position: entry?.position ?? "",
        standing: entry?.standing ?? ("head" as const),
        matter: entry?.matter ?? "",
        topics: entry?.topics ?? "",
        decision: entry?.decision ?? "",
        decisionOn: entry?.decisionOn ?? (null as string | null),
        fromDate: entry?.fromDate ?? (today().toString() as string | null),
        toDate: entry?.toDate ?? (null as string | null),
        phone: entry?.phone ?? "",
        email: entry?.email ?? "",
        isPublic: entry?.isPublic ?? true,
      }}
      check={({ fromDate }) => (fromDate === null ? { fromDate: "Hãy chọn ngày bắt đầu." } : {})}
      verb={entry ? "Ghi thay đổi" : "Ghi vào sổ"}
      submit={({ fromDate, ...rest }) => {
        const fields = { ...rest, fromDate: fromDate! };
        return entry
          ? api.channels.changeSpokesperson.call({ id: entry.id, ...fields })
          : api.channels.appointSpokesperson.call(fields);
      }}
      onDone={onDone}
    >
      {(form) => {
        const { standing } = form.values;
        return (
          <>
            <Select
              label="Người của cơ quan"
              description="Để trống nếu người ấy không có tài khoản ở đây"
              searchable
              clearable
              clearButtonProps={{ "aria-label": "Bỏ chọn người của cơ quan" }}
              filter={unaccentedOptions}
              nothingFoundMessage="Không có người này"
              data={people
                .filter(({ id, active }) => active || id === entry?.personId)
                .map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps("personId")}
              onChange={(personId) => {
                form.setFieldValue("personId", personId);
                const chosen = people.find(({ id }) => id === personId);
                if (chosen) form.setFieldValue("name", chosen.name);
              }}
            />
            <TextInput label="Họ tên" required data-autofocus {...form.getInputProps("name")} />
            <TextInput label="Chức vụ" required {...form.getInputProps("position")} />
            <Select
              label="Tư cách phát ngôn"
              required
              allowDeselect={false}
              data={optionsOf(standingLabels)}
              {...form.getInputProps("standing")}
            />
            {standing === "one-matter" && (
              <Textarea label="Vụ việc được ủy quyền" required autosize {...form.getInputProps("matter")} />
            )}
            <TextInput
              label="Lĩnh vực phát ngôn"
              description="Để trống nếu phát ngôn về mọi việc của cơ quan"
              {...form.getInputProps("topics")}
            />
            <TextInput
              label="Số văn bản giao, ủy quyền"
              required={standing !== "head"}
              {...form.getInputProps("decision")}
            />
            <DateField
              label="Ngày của văn bản"
              required={standing !== "head"}
              {...form.getInputProps("decisionOn")}
            />
            <DateField label="Được phát ngôn từ ngày" required {...form.getInputProps("fromDate")} />
            <DateField
              label="Đến hết ngày"
              description="Để trống: đến khi có văn bản khác"
              {...form.getInputProps("toDate")}
            />
            <TextInput label="Điện thoại liên hệ" {...form.getInputProps("phone")} />
            <TextInput label="Thư điện tử công vụ" type="email" {...form.getInputProps("email")} />
            <Checkbox
              label="Công khai trên cổng"
              description="Họ tên, chức vụ, cách liên hệ hiện ở trang Người phát ngôn trong thời hạn."
              {...form.getInputProps("isPublic", { type: "checkbox" })}
            />
          </>
        );
      }}
    </FormDialog>
  );
}
