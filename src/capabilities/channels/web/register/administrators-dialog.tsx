import { List, MultiSelect, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { unaccentedOptions } from "#ui/unaccented-options.ts";
import { sayDone } from "#ui/undo.tsx";
import { type Account, api, type Register } from "../api.ts";

/** Says who of the agency may sign in to the account; who could before stands below. */
export function AdministratorsDialog({
  account: { id, name, administrators },
  onClose,
  onDone,
}: {
  account: Account;
  onClose: () => void;
  onDone: (register: Register) => void;
}) {
  const { people } = useQuery(api.organization.listPeople.queryOptions()).data ?? {};
  const now = administrators.filter(({ until }) => until === null);
  const former = administrators.filter(({ until }) => until !== null);
  const options = new Map(now.map((one) => [one.personId, one.name]));
  for (const person of people ?? []) if (person.active) options.set(person.id, person.name);
  return (
    <FormDialog<{ personIds: string[] }, Register>
      opened
      onClose={onClose}
      title={`Người quản trị: ${name}`}
      lead="Ai của cơ quan được đăng nhập tài khoản này trên kênh. Nên có ít nhất hai người. Người nghỉ việc thì người giữ sổ được báo. Bỏ một người ở đây không tự bỏ quyền trên kênh: hãy gỡ quyền, đổi mật khẩu ở đó."
      initial={{ personIds: now.map(({ personId }) => personId) }}
      verb="Ghi người quản trị"
      submit={({ personIds }) => api.channels.setAdministrators.call({ id, personIds })}
      onDone={(register) => {
        onDone(register);
        sayDone("Đã ghi người quản trị; người trước được giữ trong sổ.");
      }}
    >
      {(form) => (
        <>
          <MultiSelect
            label="Người quản trị"
            searchable
            hidePickedOptions
            nothingFoundMessage="Không có người này"
            filter={unaccentedOptions}
            data={[...options].map(([value, label]) => ({ value, label }))}
            {...form.getInputProps("personIds")}
          />
          {former.length > 0 && (
            <>
              <Text size="sm" fw={600}>
                Đã thôi quản trị
              </Text>
              <List size="sm">
                {former.map(({ personId, name: who, since, until }) => (
                  <List.Item key={`${personId} ${since} ${until}`}>
                    {who}: {formatDate(since)} đến {formatDate(until!)}
                  </List.Item>
                ))}
              </List>
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}
