import { Select, SimpleGrid, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import {
  isDeputy,
  type SigningForm,
  type SigningScope,
  signingFormLabels,
  signingScopeLabels,
} from "../contract.ts";
import { api } from "./api.ts";

const initial = () => ({
  personId: "",
  form: "KT" as SigningForm,
  headTitle: "",
  ownTitle: "",
  scope: "all" as SigningScope,
  fromDate: today().toString(),
  toDate: null as string | null,
  decisionNumber: "",
  decidedOn: "",
});

/** Writes down who signs: how, with which titles, for what, how long, and by which decision. */
export function SigningDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const people = useQuery(api.organization.listPeople.queryOptions());
  const signers = (people.data?.people ?? []).filter(({ active }) => active);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Ghi thẩm quyền ký"
      lead="Ghi đúng theo quyết định phân công, ủy quyền; thẩm quyền đã ghi không sửa được, chỉ kết thúc rồi ghi lại."
      initial={initial()}
      verb="Ghi thẩm quyền ký"
      submit={(fields) =>
        api.organization.recordSigning.call({ ...fields, ownTitle: fields.ownTitle || null })
      }
      onDone={onDone}
    >
      {(form) => (
        <>
          <Select
            label="Người ký"
            required
            searchable
            data={signers.map(({ id, name, jobTitle }) => ({
              value: id,
              label: jobTitle ? `${name}, ${jobTitle}` : name,
            }))}
            {...form.getInputProps("personId")}
          />
          <Select
            label="Cách ký"
            required
            allowDeselect={false}
            data={optionsOf(signingFormLabels)}
            {...form.getInputProps("form")}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              label="Chức vụ người đứng đầu"
              description="Ví dụ: Giám đốc, Chủ tịch"
              required
              {...form.getInputProps("headTitle")}
            />
            {isDeputy(form.values.form) && (
              <TextInput
                label="Chức vụ người ký"
                description="Ví dụ: Phó Giám đốc, Chánh Văn phòng"
                required
                {...form.getInputProps("ownTitle")}
              />
            )}
          </SimpleGrid>
          {isDeputy(form.values.form) && (
            <Select
              label="Phạm vi"
              required
              allowDeselect={false}
              data={optionsOf(signingScopeLabels)}
              {...form.getInputProps("scope")}
            />
          )}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DateField label="Từ ngày" required {...form.getInputProps("fromDate")} />
            <DateField label="Đến hết ngày (nếu biết)" {...form.getInputProps("toDate")} />
            <TextInput
              label="Quyết định số"
              description="Ví dụ: 12/QĐ-SNV"
              required
              {...form.getInputProps("decisionNumber")}
            />
            <DateField
              label="Ngày quyết định"
              description="Không sau ngày bắt đầu ký"
              required
              {...form.getInputProps("decidedOn")}
            />
          </SimpleGrid>
        </>
      )}
    </FormDialog>
  );
}
