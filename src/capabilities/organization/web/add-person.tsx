import { TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { Role } from "#platform/auth/actor.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { api } from "./api.ts";
import type { OneTimeLink } from "./hand-over.tsx";
import { RoleFields } from "./role-fields.tsx";

const empty = {
  name: "",
  email: "",
  jobTitle: "",
  phone: "",
  role: "contributor" as Role,
  unitId: null as string | null,
};

/** A new person with a first role from today, and the link with which the person enters. */
export function AddPerson({
  opened,
  onClose,
  onLink,
}: {
  opened: boolean;
  onClose: () => void;
  onLink: (given: OneTimeLink) => void;
}) {
  const queries = useQueryClient();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Thêm người"
      initial={empty}
      verb="Thêm và tạo đường dẫn mời"
      submit={({ phone, jobTitle, ...fields }) =>
        api.organization.addPerson.call({ ...fields, phone: phone || null, jobTitle: jobTitle || null })
      }
      onDone={({ name, invitation: { link, minutes } }) => {
        void queries.invalidateQueries({ queryKey: api.organization.listPeople.key() });
        if (link) onLink({ name, link, minutes });
      }}
    >
      {(form) => (
        <>
          <TextInput label="Họ và tên" required data-autofocus {...form.getInputProps("name")} />
          <TextInput
            label="Thư điện tử"
            description="Dùng để đăng nhập."
            type="email"
            required
            {...form.getInputProps("email")}
          />
          <TextInput label="Chức danh" {...form.getInputProps("jobTitle")} />
          <TextInput label="Điện thoại công vụ" type="tel" {...form.getInputProps("phone")} />
          <RoleFields
            role={form.values.role}
            unitId={form.values.unitId}
            onRole={(role) => form.setFieldValue("role", role)}
            onUnit={(unitId) => form.setFieldValue("unitId", unitId)}
            unitError={form.errors.unitId}
          />
        </>
      )}
    </FormDialog>
  );
}
