import { Alert, Button, CopyButton, Group, List, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Role, roleLabels, roles } from "#platform/auth/actor.ts";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { fieldErrors } from "#ui/api-error.ts";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { DateField } from "#ui/date-field.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PersonView } from "./api.ts";

const roleOptions = roles.map((role) => ({ value: role, label: roleLabels[role] }));
const inForce = ({ fromDate, toDate }: PersonView["appointments"][number]) =>
  fromDate <= today().toString() && (toDate === null || toDate >= today().toString());

/** People, what they are appointed to, and their accounts. */
export default function PeoplePage() {
  const people = useQuery(api.organization.listPeople.queryOptions());
  const [adding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const [link, setLink] = useState<{ link: string; minutes: number } | null>(null);
  const opened = people.data?.people.find(({ id }) => id === openId) ?? null;
  const columns: Column<PersonView>[] = [
    {
      key: "ten",
      header: "Họ và tên",
      cell: (person) => (
        <Button variant="transparent" p={0} h="auto" onClick={() => setOpenId(person.id)}>
          {person.name}
        </Button>
      ),
      sortBy: ({ name }) => name,
    },
    { key: "thu", header: "Thư điện tử", cell: ({ email }) => email, sortBy: ({ email }) => email },
    {
      key: "vai-tro",
      header: "Vai trò đang giữ",
      cell: ({ appointments }) =>
        appointments
          .filter(inForce)
          .map(({ role, unitName }) => (unitName ? `${roleLabels[role]}, ${unitName}` : roleLabels[role]))
          .join("; ") || "Chưa phân công",
    },
    {
      key: "tai-khoan",
      header: "Tài khoản",
      cell: ({ active }) => (
        <StateBadge tone={active ? "done" : "withdrawn"} word={active ? "Đang dùng" : "Đã khóa"} />
      ),
      sortBy: ({ active }) => (active ? 0 : 1),
    },
  ];
  return (
    <Page
      title="Người dùng"
      actions={
        <MayButton may={people.data?.may} verb="manage" hideReason onClick={() => setAdding(true)}>
          Thêm người
        </MayButton>
      }
    >
      {link && <HandOver {...link} onClose={() => setLink(null)} />}
      <Asked query={people}>
        {({ people: rows }) => (
          <DataTable
            caption="Người dùng của cơ quan"
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            searchText={({ name, email }) => `${name} ${email}`}
            filters={[
              {
                key: "vai-tro",
                label: "Vai trò",
                options: roleOptions,
                matches: ({ appointments }, value) =>
                  appointments.some((row) => row.role === value && inForce(row)),
              },
            ]}
            empty={
              <EmptyState
                title="Chưa có ai"
                why="Mỗi người có một tài khoản; quyền đi theo vai trò được phân công."
              />
            }
          />
        )}
      </Asked>
      <AddPerson opened={adding} onClose={() => setAdding(false)} onLink={setLink} />
      {opened && <PersonDialog person={opened} onClose={() => setOpenId(null)} onLink={setLink} />}
    </Page>
  );
}

function HandOver({ link, minutes, onClose }: { link: string; minutes: number; onClose: () => void }) {
  const address = `${location.origin}${link}`;
  const lasts = minutes >= 1440 ? `${minutes / 1440} ngày` : `${minutes} phút`;
  return (
    <Alert
      color="blue"
      title="Đường dẫn dùng một lần"
      withCloseButton
      closeButtonLabel="Đóng"
      onClose={onClose}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">Chuyển tận tay cho người đó. Có hiệu lực {lasts}, mở một lần để đặt mật khẩu.</Text>
        <Text size="sm" ff="monospace" style={{ overflowWrap: "anywhere" }}>
          {address}
        </Text>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? "Đã chép" : "Chép đường dẫn"}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Alert>
  );
}

function useUnits() {
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  return (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

function AddPerson({
  opened,
  onClose,
  onLink,
}: {
  opened: boolean;
  onClose: () => void;
  onLink: (link: { link: string; minutes: number }) => void;
}) {
  const queries = useQueryClient();
  const units = useUnits();
  const empty = {
    name: "",
    email: "",
    phone: "",
    jobTitle: "",
    role: "contributor" as Role,
    unitId: null as string | null,
  };
  const [fields, setFields] = useState(empty);
  const set = (part: Partial<typeof fields>) => setFields({ ...fields, ...part });
  const add = useMutation(
    api.organization.addPerson.mutationOptions({
      onSuccess: ({ invitation }) => {
        void queries.invalidateQueries({ queryKey: api.organization.listPeople.key() });
        if (invitation.link) onLink({ link: invitation.link, minutes: invitation.minutes });
        setFields(empty);
        onClose();
      },
    }),
  );
  const errors = fieldErrors(add.error);
  return (
    <Modal opened={opened} onClose={onClose} title="Thêm người" closeButtonProps={{ "aria-label": "Đóng" }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ ...fields, phone: fields.phone || null, jobTitle: fields.jobTitle || null });
        }}
      >
        <Stack>
          <TextInput
            label="Họ và tên"
            required
            value={fields.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={errors.name}
          />
          <TextInput
            label="Thư điện tử"
            type="email"
            required
            value={fields.email}
            onChange={(event) => set({ email: event.currentTarget.value })}
            error={errors.email}
          />
          <TextInput
            label="Chức danh"
            value={fields.jobTitle}
            onChange={(event) => set({ jobTitle: event.currentTarget.value })}
          />
          <TextInput
            label="Điện thoại công vụ"
            value={fields.phone}
            onChange={(event) => set({ phone: event.currentTarget.value })}
          />
          <Select
            label="Vai trò"
            required
            allowDeselect={false}
            data={roleOptions}
            value={fields.role}
            onChange={(role) => set({ role: role as Role })}
          />
          <Select
            label="Đơn vị"
            placeholder="Toàn cơ quan"
            clearable
            clearButtonProps={{ "aria-label": "Bỏ chọn đơn vị" }}
            data={units}
            value={fields.unitId}
            onChange={(unitId) => set({ unitId })}
            error={errors.unitId}
          />
          <ErrorNotice error={add.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={add.isPending}>
              Thêm và tạo đường dẫn mời
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function PersonDialog({
  person,
  onClose,
  onLink,
}: {
  person: PersonView;
  onClose: () => void;
  onLink: (link: { link: string; minutes: number }) => void;
}) {
  const queries = useQueryClient();
  const units = useUnits();
  const refresh = {
    onSuccess: () => void queries.invalidateQueries({ queryKey: api.organization.listPeople.key() }),
  };
  const setActive = useMutation(api.organization.setPersonActive.mutationOptions(refresh));
  const appoint = useMutation(api.organization.appoint.mutationOptions(refresh));
  const end = useMutation(api.organization.endAppointment.mutationOptions(refresh));
  const recover = useMutation(
    api.organization.recoverPerson.mutationOptions({
      onSuccess: ({ link, minutes }) => {
        if (link) onLink({ link, minutes });
        onClose();
      },
    }),
  );
  const [role, setRole] = useState<Role>("contributor");
  const [unitId, setUnitId] = useState<string | null>(null);
  const [fromDate, setFromDate] = useState<string | null>(() => today().toString());
  const [toDate, setToDate] = useState<string | null>(null);
  const manage = person.may.manage?.allowed ?? false;
  return (
    <Modal opened onClose={onClose} title={person.name} size="lg" closeButtonProps={{ "aria-label": "Đóng" }}>
      <Stack>
        <Text size="sm">
          {person.email}
          {person.jobTitle && ` · ${person.jobTitle}`}
        </Text>
        <Text fw={600}>Phân công</Text>
        {person.appointments.length === 0 && <Text size="sm">Chưa được phân công vai trò nào.</Text>}
        <List size="sm" spacing="xs" listStyleType="none">
          {person.appointments.map((row) => (
            <List.Item key={row.id}>
              {roleLabels[row.role]}, {row.unitName ?? "toàn cơ quan"}: từ {formatDate(row.fromDate)}
              {row.toDate ? ` đến ${formatDate(row.toDate)}` : ""}
              {manage && inForce(row) && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  ml="xs"
                  onClick={() => end.mutate({ id: row.id, on: today().toString() })}
                >
                  Kết thúc hôm nay
                </Button>
              )}
            </List.Item>
          ))}
        </List>
        {manage && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              appoint.mutate(
                { id: person.id, role, unitId, fromDate: fromDate ?? "", toDate },
                { onSuccess: () => sayDone("Đã phân công.") },
              );
            }}
          >
            <Stack gap="sm">
              <Group grow align="flex-end">
                <Select
                  label="Vai trò mới"
                  allowDeselect={false}
                  data={roleOptions}
                  value={role}
                  onChange={(value) => setRole(value as Role)}
                />
                <Select
                  label="Đơn vị"
                  placeholder="Toàn cơ quan"
                  clearable
                  clearButtonProps={{ "aria-label": "Bỏ chọn đơn vị" }}
                  data={units}
                  value={unitId}
                  onChange={setUnitId}
                />
              </Group>
              <Group grow align="flex-end">
                <DateField label="Từ ngày" required value={fromDate} onChange={setFromDate} />
                <DateField label="Đến ngày (nếu biết)" value={toDate} onChange={setToDate} />
              </Group>
              <Group>
                <Button type="submit" variant="default" loading={appoint.isPending}>
                  Phân công
                </Button>
              </Group>
            </Stack>
          </form>
        )}
        <ErrorNotice error={setActive.error ?? appoint.error ?? end.error ?? recover.error} />
        {manage && (
          <Group>
            <Button
              variant="default"
              onClick={() => recover.mutate({ id: person.id })}
              loading={recover.isPending}
            >
              Tạo đường dẫn đặt lại mật khẩu
            </Button>
            <Button
              variant="default"
              color="red"
              onClick={() => setActive.mutate({ id: person.id, active: !person.active })}
              loading={setActive.isPending}
            >
              {person.active ? "Khóa tài khoản" : "Mở lại tài khoản"}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
