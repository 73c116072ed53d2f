import { Checkbox, Group, MultiSelect, NumberInput, Select, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { isWholeMoment, MomentField } from "#ui/moment-field.tsx";
import { newId } from "#ui/new-id.ts";
import { optionsOf } from "#ui/options.ts";
import { eventKinds } from "../contract.ts";
import { api, type EventView } from "./api.ts";
import { lacks, momentOf, type Values, valuesOf } from "./event-values.ts";
import { ProgrammeFields } from "./programme-fields.tsx";

/** What an event is, with its programme and what of the plan it serves. */
export function EventForm({
  one,
  units,
  opened,
  onClose,
  onDone,
}: {
  /** None: a new one. */
  one?: EventView;
  units: { id: string; name: string }[];
  opened: boolean;
  onClose: () => void;
  onDone: (answer: { id: string }) => void;
}) {
  const [freshId, renew] = useState(newId);
  const isTold = one !== undefined && one.state !== "draft";
  return (
    <FormDialog<Values, { id: string }>
      opened={opened}
      onClose={onClose}
      size="xl"
      title={one ? "Sửa sự kiện" : "Ghi sự kiện"}
      lead={
        isTold
          ? "Sự kiện đã công bố: thay đổi hiện ngay trên trang công khai và trong lịch của người theo dõi, kèm lý do."
          : "Bản thảo chỉ người trong cơ quan thấy; người khác đọc rồi công bố."
      }
      initial={valuesOf(one)}
      check={lacks}
      verb={isTold ? "Công bố thay đổi" : "Ghi bản thảo"}
      submit={({ startsAt, endsAt, questionsUntil, items, expected, capacity, leadUnitId, ...values }) =>
        api.events.save.call({
          ...values,
          id: one?.id ?? freshId,
          leadUnitId: leadUnitId ?? "",
          startsAt: momentOf(startsAt),
          endsAt: momentOf(endsAt),
          questionsUntil: isWholeMoment(questionsUntil) ? momentOf(questionsUntil) : null,
          expected: expected === "" ? null : expected,
          capacity: capacity === "" ? null : capacity,
          items: items.map(({ key: _, ...item }) => item),
        })
      }
      onDone={(answer) => {
        renew(newId());
        onDone(answer);
      }}
    >
      {(form) => <Fields form={form} units={units} isTold={isTold} chosen={one?.obligations ?? []} />}
    </FormDialog>
  );
}

function When({
  form,
  field,
  name,
}: {
  form: DialogForm<Values>;
  field: "startsAt" | "endsAt" | "questionsUntil";
  name: string;
}) {
  const error = form.errors[field];
  return (
    <div>
      <MomentField
        dayLabel={`${name}: ngày`}
        timeLabel={`${name}: giờ`}
        value={form.getValues()[field] as string}
        onChange={(value) => form.setFieldValue(field, value as never)}
        required={field !== "questionsUntil"}
      />
      {error && (
        <Text size="sm" c="red.9" role="alert">
          {error}
        </Text>
      )}
    </div>
  );
}

function Fields({
  form,
  units,
  isTold,
  chosen,
}: {
  form: DialogForm<Values>;
  units: { id: string; name: string }[];
  isTold: boolean;
  chosen: EventView["obligations"];
}) {
  const links = useQuery(api.plan.links.queryOptions({ input: {} }));
  const offered = new Map([
    ...chosen.map(({ id, name }) => [id, name] as const),
    ...(links.data?.obligations ?? []).map(({ id, code, what }) => [id, `${code}: ${what}`] as const),
  ]);
  return (
    <>
      <Select
        label="Loại sự kiện"
        allowDeselect={false}
        data={optionsOf(eventKinds)}
        {...form.getInputProps("kind")}
      />
      <TextInput label="Tên sự kiện" required {...form.getInputProps("title")} />
      <When form={form} field="startsAt" name="Bắt đầu" />
      <When form={form} field="endsAt" name="Kết thúc" />
      <TextInput label="Địa điểm" {...form.getInputProps("place")} />
      <Select
        label="Đơn vị chủ trì"
        required
        searchable
        nothingFoundMessage="Không có đơn vị này"
        data={units.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps("leadUnitId")}
      />
      <Group grow align="flex-start">
        <TextInput label="Đối tượng tham dự" {...form.getInputProps("audience")} />
        <NumberInput
          label="Số người dự kiến"
          min={1}
          hideControls
          thousandSeparator="."
          decimalSeparator=","
          {...form.getInputProps("expected")}
        />
      </Group>
      <Textarea label="Giới thiệu" autosize minRows={3} maxRows={12} {...form.getInputProps("summary")} />
      <Textarea
        label="Nội dung cải cách hành chính lồng ghép"
        description="Nói gì, phát gì, hướng dẫn gì, ở mục nào của chương trình."
        autosize
        minRows={2}
        maxRows={10}
        {...form.getInputProps("reformPart")}
      />
      <ProgrammeFields form={form} />
      <MultiSelect
        label="Nghĩa vụ của kế hoạch mà sự kiện là minh chứng"
        searchable
        nothingFoundMessage="Không có nghĩa vụ này"
        data={[...offered].map(([value, label]) => ({ value, label }))}
        {...form.getInputProps("obligationIds")}
      />
      <When form={form} field="questionsUntil" name="Nhận câu hỏi của người dân đến" />
      <Text size="sm" c="gray.7">
        Để trống nếu không nhận câu hỏi trước. Người dân gửi câu hỏi ở trang sự kiện, không cần tài khoản.
      </Text>
      <Checkbox
        label="Nhận đăng ký dự ở trang công khai"
        description="Không hỏi tên hay cách liên hệ; người đăng ký nhận giấy mời có mã."
        {...form.getInputProps("takesRegistration", { type: "checkbox" })}
      />
      {form.getValues().takesRegistration && (
        <NumberInput
          label="Số chỗ"
          description="Để trống nếu không giới hạn."
          min={1}
          hideControls
          thousandSeparator="."
          decimalSeparator=","
          {...form.getInputProps("capacity")}
        />
      )}
      {isTold && (
        <Textarea
          label="Lý do thay đổi"
          description="Người dân đọc được lý do này; không cần nếu chỉ đổi số dự kiến, nghĩa vụ."
          autosize
          minRows={2}
          {...form.getInputProps("reason")}
        />
      )}
    </>
  );
}
