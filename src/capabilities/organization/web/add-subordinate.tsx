import { Fieldset, Select, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { type AgencyKind, agencyKindLabels } from "../contract.ts";
import { api } from "./api.ts";
import type { OneTimeLink } from "./hand-over.tsx";
import { NameFields } from "./name-fields.tsx";

/** A new agency under this one, with the person who will set it up. */
export function AddSubordinate({
  kinds,
  opened,
  onClose,
  onLink,
}: {
  kinds: AgencyKind[];
  opened: boolean;
  onClose: () => void;
  onLink: (given: OneTimeLink) => void;
}) {
  const queries = useQueryClient();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Thêm cơ quan trực thuộc"
      initial={{
        kind: (kinds.at(-1) ?? "commune") as AgencyKind,
        name: "",
        superiorName: "",
        symbol: "",
        place: "",
        administrator: { name: "", email: "" },
      }}
      verb="Thêm và tạo đường dẫn"
      submit={(fields) =>
        api.organization.addAgency.call({
          ...fields,
          superiorName: fields.superiorName.trim() || null,
          address: null,
          phone: null,
          email: null,
        })
      }
      onDone={({ name, invitation: { link, minutes } }) => {
        void queries.invalidateQueries({ queryKey: api.organization.listAgencies.key() });
        if (link) onLink({ name: `người quản trị của ${name}`, link, minutes });
      }}
    >
      {(form) => (
        <>
          <Select
            label="Loại cơ quan"
            allowDeselect={false}
            data={kinds.map((kind) => ({ value: kind, label: agencyKindLabels[kind] }))}
            {...form.getInputProps("kind")}
          />
          <NameFields field={(key) => form.getInputProps(key)} />
          <Fieldset legend="Người quản trị đầu tiên">
            <Stack gap="sm">
              <TextInput label="Họ và tên" required {...form.getInputProps("administrator.name")} />
              <TextInput
                label="Thư điện tử"
                description="Dùng để đăng nhập."
                type="email"
                required
                {...form.getInputProps("administrator.email")}
              />
            </Stack>
          </Fieldset>
        </>
      )}
    </FormDialog>
  );
}
