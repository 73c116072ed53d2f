import { TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PersonView } from "./api.ts";

/** Corrects a name, a job title, a phone number; the e-mail is what one signs in with and stays. */
export function PersonFacts({
  person,
  opened,
  onClose,
}: {
  person: PersonView;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const { id, name, jobTitle, phone } = person;
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Sửa thông tin: ${name}`}
      initial={{ name, jobTitle: jobTitle ?? "", phone: phone ?? "" }}
      verb="Lưu thông tin"
      submit={(fields) =>
        api.organization.updatePerson.call({
          id,
          name: fields.name,
          jobTitle: fields.jobTitle || null,
          phone: fields.phone || null,
        })
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.organization.key() });
        sayDone("Đã lưu thông tin.");
      }}
    >
      {(form) => (
        <>
          <TextInput label="Họ và tên" required data-autofocus {...form.getInputProps("name")} />
          <TextInput label="Chức danh" {...form.getInputProps("jobTitle")} />
          <TextInput label="Điện thoại công vụ" type="tel" {...form.getInputProps("phone")} />
        </>
      )}
    </FormDialog>
  );
}
