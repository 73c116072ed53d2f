import { Checkbox, Radio, Select, Stack, TextInput } from "@mantine/core";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { type ConsentWay, channels, consentWayLabels } from "../../contract.ts";
import { api, type Commendation } from "../api.ts";
import { usePeopleOptions } from "../planning/people-options.ts";

/** That a person agreed to be named: who asked, when, how, for what. */
export function ConsentDialog({
  commendation: { id, name },
  opened,
  onClose,
  onDone,
}: {
  commendation: Commendation;
  opened: boolean;
  onClose: () => void;
  onDone: (saved: Commendation) => void;
}) {
  const { people } = usePeopleOptions();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Sự đồng ý của ${name}`}
      lead="Người được nêu tên rút đồng ý lúc nào cũng được; khi ấy bài đang đăng phải đính chính hoặc gỡ."
      initial={{
        askedById: null as string | null,
        askedOn: toVietnamDate(new Date()).toString() as string | null,
        how: "written" as ConsentWay,
        keptAt: "",
        coversPicture: false,
        channels: ["portal"],
      }}
      verb="Ghi sự đồng ý"
      submit={({ askedOn, ...fields }) =>
        api.newsroom.recordConsent.call({ id, askedOn: askedOn ?? "", ...fields })
      }
      onDone={onDone}
    >
      {(form) => (
        <>
          <Select
            label="Ai hỏi"
            description="Để trống là chính bạn."
            searchable
            clearable
            clearButtonProps={{ "aria-label": "Bỏ chọn người hỏi" }}
            data={people}
            {...form.getInputProps("askedById")}
          />
          <DateField label="Ngày hỏi" required {...form.getInputProps("askedOn")} />
          <Radio.Group label="Đồng ý bằng" {...form.getInputProps("how")}>
            <Stack gap="xs" mt="xs">
              {optionsOf(consentWayLabels).map(({ value, label }) => (
                <Radio key={value} value={value} label={label} />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label="Nơi lưu"
            description="Số phiếu, hộp thư, hồ sơ; đồng ý bằng lời thì để trống được."
            required={form.values.how !== "spoken"}
            {...form.getInputProps("keptAt")}
          />
          <Checkbox
            label="Đồng ý cả ảnh, không chỉ tên"
            {...form.getInputProps("coversPicture", { type: "checkbox" })}
          />
          <Checkbox.Group label="Trên các kênh" required {...form.getInputProps("channels")}>
            <Stack gap="xs" mt="xs">
              {channels.map(({ slug, label }) => (
                <Checkbox key={slug} value={slug} label={label} />
              ))}
            </Stack>
          </Checkbox.Group>
        </>
      )}
    </FormDialog>
  );
}
