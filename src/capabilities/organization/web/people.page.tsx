import { Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { roleLabels } from "#platform/auth/actor.ts";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { AddPerson } from "./add-person.tsx";
import { api, type PersonView } from "./api.ts";
import { inForce } from "./appointments.tsx";
import { HandOver, type OneTimeLink } from "./hand-over.tsx";
import { PersonDialog } from "./person-dialog.tsx";
import { RowButton } from "./row-button.tsx";

const rolesOf = ({ appointments }: PersonView) =>
  appointments
    .filter(inForce)
    .map(({ role, unitName }) => (unitName ? `${roleLabels[role]}, ${unitName}` : roleLabels[role]))
    .join("; ");

const accountOf = ({ active, lockedUntil, entered }: PersonView) => {
  if (!active) return { order: 3, tone: "withdrawn", word: "Đã khóa" } as const;
  if (entered === false) return { order: 2, tone: "none", word: "Đã mời, chưa vào" } as const;
  return lockedUntil
    ? ({ order: 1, tone: "waiting", word: "Tạm khóa" } as const)
    : ({ order: 0, tone: "done", word: "Đang dùng" } as const);
};

/** People, what they are appointed to, and their accounts. */
export default function PeoplePage() {
  const people = useQuery(api.organization.listPeople.queryOptions());
  const [adding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const [given, setGiven] = useState<OneTimeLink | null>(null);
  const opened = people.data?.people.find(({ id }) => id === openId) ?? null;
  const columns: Column<PersonView>[] = [
    {
      key: "ten",
      header: "Họ và tên",
      cell: ({ id, name }) => <RowButton onClick={() => setOpenId(id)}>{name}</RowButton>,
      sortBy: ({ name }) => name,
    },
    { key: "thu", header: "Thư điện tử", cell: ({ email }) => email, sortBy: ({ email }) => email },
    {
      key: "vai-tro",
      header: "Vai trò đang giữ",
      cell: (person) => rolesOf(person) || "Chưa phân công",
    },
    {
      key: "tai-khoan",
      header: "Tài khoản",
      cell: (person) => {
        const { tone, word } = accountOf(person);
        return <StateBadge tone={tone} word={word} />;
      },
      sortBy: (person) => accountOf(person).order,
    },
  ];
  const add = (
    <Group gap="xs">
      {people.data?.may.manage?.allowed && (
        <LinkButton to="/nguoi-dung/nhap" variant="default">
          Nhập từ bảng tính
        </LinkButton>
      )}
      <MayButton may={people.data?.may} verb="manage" hideReason onClick={() => setAdding(true)}>
        Thêm người
      </MayButton>
    </Group>
  );
  return (
    <Page title="Người dùng" actions={add}>
      <Asked query={people}>
        {({ people: rows }) => (
          <DataTable
            caption="Người dùng của cơ quan"
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            searchText={(person) => `${person.name} ${person.email} ${rolesOf(person)}`}
            filters={[
              {
                key: "vai-tro",
                label: "Vai trò",
                options: optionsOf(roleLabels),
                matches: ({ appointments }, value) =>
                  appointments.some((row) => row.role === value && inForce(row)),
              },
            ]}
            empty={
              <EmptyState
                title="Chưa có ai"
                why="Mỗi người có một tài khoản; quyền đi theo vai trò được phân công."
                action={add}
              />
            }
          />
        )}
      </Asked>
      <AddPerson opened={adding} onClose={() => setAdding(false)} onLink={setGiven} />
      {opened && <PersonDialog person={opened} onClose={() => setOpenId(null)} onLink={setGiven} />}
      {given && <HandOver given={given} onClose={() => setGiven(null)} />}
    </Page>
  );
}
