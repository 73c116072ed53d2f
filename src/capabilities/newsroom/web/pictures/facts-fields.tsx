import { Checkbox, Radio, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import type { DialogForm } from "#ui/form-dialog.tsx";
import { consents, licences, type MediaSort, sortOf } from "../../contract.ts";
import type { PictureFacts } from "./picture-facts.ts";

/** What a picture shows, whose it is, and whether the people in it agreed. */
export function FactsFields({
  form,
  sort = "picture",
  withCaption,
  focus = "alt",
  readOnly = false,
}: {
  form: DialogForm<PictureFacts>;
  sort?: MediaSort;
  withCaption: boolean;
  /** Where a dialog begins. */
  focus?: "alt" | "caption";
  /** The picture's rights are somebody else's to state. */
  readOnly?: boolean;
}) {
  const { decorative, licence, consent } = form.values;
  const terms = licences.find(({ slug }) => slug === licence);
  const needs: readonly string[] = terms?.needs ?? [];
  const { shows, noun } = sortOf(sort);
  const isPicture = sort === "picture";
  return (
    <>
      <TextInput
        id="picture-words-alt"
        label={shows}
        description={
          isPicture
            ? "Người không nhìn thấy ảnh sẽ được đọc câu này."
            : `Một câu để nhận ra ${noun} này; được đọc và in ở trang công khai.`
        }
        required={!decorative}
        disabled={decorative}
        data-autofocus={focus === "alt" || undefined}
        {...form.getInputProps("alt")}
      />
      {isPicture && (
        <Checkbox
          label="Ảnh trang trí, không mang thông tin"
          {...form.getInputProps("decorative", { type: "checkbox" })}
        />
      )}
      {withCaption && (
        <TextInput
          id="picture-words-caption"
          label="Chú thích dưới ảnh"
          data-autofocus={focus === "caption" || undefined}
          {...form.getInputProps("caption")}
        />
      )}
      <Select
        label="Quyền sử dụng"
        description={terms?.hint ?? `Chưa ghi thì ${noun} chưa đăng được; có thể ghi sau.`}
        placeholder="Chưa ghi"
        data={licences.map(({ slug, label }) => ({ value: slug, label }))}
        clearable
        clearButtonProps={{ "aria-label": "Bỏ chọn quyền sử dụng" }}
        disabled={readOnly}
        {...form.getInputProps("licence")}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label="Tác giả"
          description={`Được in dưới ${noun}.`}
          withAsterisk={needs.includes("credit")}
          disabled={readOnly}
          {...form.getInputProps("credit")}
        />
        <TextInput
          label={`Nguồn ${noun}`}
          description="Địa chỉ, thư cho phép, tên giấy phép."
          withAsterisk={needs.includes("source")}
          disabled={readOnly}
          {...form.getInputProps("source")}
        />
      </SimpleGrid>
      <Radio.Group label={`Đồng ý của người trong ${noun}`} {...form.getInputProps("consent")}>
        <Stack gap={6} mt={6}>
          {consents.map(({ slug, label, hint }) => (
            <Radio key={slug} value={slug} label={label} description={hint} disabled={readOnly} />
          ))}
        </Stack>
      </Radio.Group>
      {consent === "on-file" && (
        <TextInput
          label="Nơi lưu văn bản đồng ý"
          required
          disabled={readOnly}
          {...form.getInputProps("consentReference")}
        />
      )}
    </>
  );
}
