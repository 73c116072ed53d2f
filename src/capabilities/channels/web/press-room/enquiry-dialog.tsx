import { Select, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { isWholeMoment, MomentField } from "#ui/moment-field.tsx";
import { localOf, momentOf } from "#ui/moment-text.ts";
import { newId } from "#ui/new-id.ts";
import { optionsOf } from "#ui/options.ts";
import { unaccentedOptions } from "#ui/unaccented-options.ts";
import { enquiryWayLabels } from "../../contract.ts";
import { api, type Outlet } from "../api.ts";
import { useEnquiriesChanged } from "./use-enquiries-changed.ts";

/** Writes down what the press asks, as it comes in. */
export function EnquiryDialog({
  outlets,
  people,
  opened,
  onClose,
}: {
  outlets: Outlet[];
  people: { id: string; name: string; active: boolean }[];
  opened: boolean;
  onClose: () => void;
}) {
  const me = useQuery(api.organization.me.queryOptions()).data;
  const changed = useEnquiriesChanged();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Ghi yêu cầu của báo chí"
      lead="Đồng hồ chạy từ giờ nhận. Chỉ ghi tên và cách liên hệ cần để trả lời."
      initial={{
        id: newId(),
        outletId: null as string | null,
        outletName: "",
        contactId: null as string | null,
        askedBy: "",
        reach: "",
        way: "phone" as const,
        subject: "",
        questions: "",
        receivedAt: localOf(Temporal.Now.instant().toString()),
        handlerId: me?.personId ?? (null as string | null),
      }}
      check={({ outletId, outletName, receivedAt, handlerId }) => ({
        ...(outletId === null &&
          outletName.trim() === "" && { outletName: "Hãy chọn hoặc ghi tên cơ quan báo chí." }),
        ...(!isWholeMoment(receivedAt) && { receivedAt: "Hãy ghi đủ ngày, giờ nhận." }),
        ...(handlerId === null && { handlerId: "Hãy chọn người theo dõi." }),
      })}
      verb="Ghi vào sổ"
      submit={({ receivedAt, handlerId, ...fields }) =>
        api.channels.notePressEnquiry.call({
          ...fields,
          receivedAt: new Date(momentOf(receivedAt)),
          handlerId: handlerId!,
        })
      }
      onDone={() => changed("Đã ghi yêu cầu; người theo dõi được báo.")}
    >
      {(form) => {
        const { outletId } = form.values;
        const contacts =
          outlets
            .find(({ id }) => id === outletId)
            ?.contacts.filter(({ basis, erasedAt }) => basis === "consent" && erasedAt === null) ?? [];
        return (
          <>
            <TextInput label="Hỏi về việc gì" required data-autofocus {...form.getInputProps("subject")} />
            <Select
              label="Cơ quan báo chí trong sổ"
              searchable
              clearable
              clearButtonProps={{ "aria-label": "Bỏ chọn cơ quan báo chí" }}
              filter={unaccentedOptions}
              nothingFoundMessage="Chưa có trong sổ"
              data={outlets
                .filter(({ isClosed }) => !isClosed)
                .map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps("outletId")}
              onChange={(next) => {
                form.setFieldValue("outletId", next);
                form.setFieldValue("contactId", null);
              }}
            />
            {outletId === null && (
              <TextInput
                label="Cơ quan báo chí khác"
                description="Khi chưa có trong sổ"
                {...form.getInputProps("outletName")}
              />
            )}
            {contacts.length > 0 && (
              <Select
                label="Người hỏi trong sổ"
                clearable
                clearButtonProps={{ "aria-label": "Bỏ chọn người hỏi" }}
                data={contacts.map(({ id, name, email }) => ({ value: id, label: name || (email ?? "") }))}
                {...form.getInputProps("contactId")}
                onChange={(next) => {
                  form.setFieldValue("contactId", next);
                  const chosen = contacts.find(({ id }) => id === next);
                  if (!chosen) return;
                  form.setFieldValue("askedBy", chosen.name);
                  form.setFieldValue("reach", chosen.phone || (chosen.email ?? ""));
                }}
              />
            )}
            <TextInput label="Người hỏi" {...form.getInputProps("askedBy")} />
            <TextInput
              label="Liên hệ lại bằng"
              description="Điện thoại hoặc thư điện tử"
              {...form.getInputProps("reach")}
            />
            <Select
              label="Cách hỏi"
              required
              allowDeselect={false}
              data={optionsOf(enquiryWayLabels)}
              {...form.getInputProps("way")}
            />
            <Textarea
              label="Câu hỏi"
              autosize
              minRows={3}
              maxRows={12}
              {...form.getInputProps("questions")}
            />
            <MomentField
              dayLabel="Ngày nhận"
              timeLabel="Giờ nhận"
              required
              value={form.values.receivedAt}
              onChange={(next) => form.setFieldValue("receivedAt", next)}
            />
            {form.errors.receivedAt && (
              <Text size="sm" c="red.9">
                {form.errors.receivedAt}
              </Text>
            )}
            <Select
              label="Người theo dõi trả lời"
              required
              searchable
              allowDeselect={false}
              filter={unaccentedOptions}
              nothingFoundMessage="Không có người này"
              data={people.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps("handlerId")}
            />
          </>
        );
      }}
    </FormDialog>
  );
}
