import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { unaccentedOptions } from "#ui/unaccented-options.ts";
import { api, type PressEnquiry } from "../api.ts";
import { useEnquiriesChanged } from "./use-enquiries-changed.ts";

/** Gives a question of the press to somebody else to see to. */
export function AssignEnquiryDialog({
  enquiry: { id, subject, handlerId },
  opened,
  onClose,
}: {
  enquiry: PressEnquiry;
  opened: boolean;
  onClose: () => void;
}) {
  const people = useQuery(api.organization.listPeople.queryOptions({ enabled: opened })).data?.people ?? [];
  const changed = useEnquiriesChanged();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Giao người khác theo dõi: ${subject}`}
      lead="Người được giao nhận thông báo ngay; hạn trả lời không đổi."
      initial={{ handlerId: handlerId as string | null }}
      check={(values) => (values.handlerId === null ? { handlerId: "Hãy chọn người theo dõi." } : {})}
      verb="Giao theo dõi"
      submit={(values) => api.channels.assignPressEnquiry.call({ id, handlerId: values.handlerId! })}
      onDone={() => changed("Đã giao người khác theo dõi.")}
    >
      {(form) => (
        <Select
          label="Người theo dõi trả lời"
          required
          searchable
          allowDeselect={false}
          data-autofocus
          filter={unaccentedOptions}
          nothingFoundMessage="Không có người này"
          data={people
            .filter((person) => person.active || person.id === handlerId)
            .map((person) => ({ value: person.id, label: person.name }))}
          {...form.getInputProps("handlerId")}
        />
      )}
    </FormDialog>
  );
}
