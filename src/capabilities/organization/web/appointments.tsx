import { Box, Button, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Role, roleLabels } from "#platform/auth/actor.ts";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { fieldErrors } from "#ui/api-error.ts";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PersonView } from "./api.ts";
import { RoleFields } from "./role-fields.tsx";

type Appointment = PersonView["appointments"][number];

const hasBegun = ({ fromDate }: Appointment) => fromDate <= today().toString();
const hasEnded = ({ toDate }: Appointment) => toDate !== null && toDate < today().toString();
/** In force today. */
export const inForce = (row: Appointment) => hasBegun(row) && !hasEnded(row);

const whenOf = (row: Appointment): string => {
  const { fromDate, toDate } = row;
  const time = `từ ${formatDate(fromDate)}${toDate ? ` đến ${formatDate(toDate)}` : ""}`;
  if (!hasBegun(row)) return `${time} (chưa bắt đầu)`;
  return hasEnded(row) ? `${time} (đã kết thúc)` : time;
};

/** What a person is appointed to, was and will be; administrators end and add. */
export function Appointments({ person }: { person: PersonView }) {
  const queries = useQueryClient();
  const manage = person.may.manage?.allowed ?? false;
  const end = useMutation(
    api.organization.endAppointment.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.organization.listPeople.key() });
        sayDone("Đã kết thúc phân công.");
      },
    }),
  );
  return (
    <Stack gap="sm" component="section" aria-label="Phân công">
      <Text fw={600}>Phân công</Text>
      {person.appointments.length === 0 && <Text size="sm">Chưa được phân công vai trò nào.</Text>}
      {person.appointments.map((row) => (
        <Group key={row.id} justify="space-between" align="flex-start" gap="xs">
          <Box flex="1 1 14rem">
            <Text size="sm" fw={500}>
              {roleLabels[row.role]}, {row.unitName ?? "toàn cơ quan"}
            </Text>
            <Text size="sm" c="gray.7">
              {whenOf(row)}
            </Text>
          </Box>
          {manage && !hasEnded(row) && (
            <Button
              size="xs"
              variant="default"
              aria-label={`${hasBegun(row) ? "Kết thúc hôm nay" : "Hủy phân công"}: ${roleLabels[row.role]}`}
              loading={end.isPending && end.variables.id === row.id}
              onClick={() => end.mutate({ id: row.id, on: today().toString() })}
            >
              {hasBegun(row) ? "Kết thúc hôm nay" : "Hủy phân công"}
            </Button>
          )}
        </Group>
      ))}
      <ErrorNotice error={end.error} />
      {manage && <NewAppointment person={person} />}
    </Stack>
  );
}

const empty = () => ({
  role: "contributor" as Role,
  unitId: null as string | null,
  fromDate: today().toString() as string | null,
  toDate: null as string | null,
});

function NewAppointment({ person }: { person: PersonView }) {
  const queries = useQueryClient();
  const [fields, setFields] = useState(empty);
  const set = (part: Partial<typeof fields>) => setFields({ ...fields, ...part });
  const appoint = useMutation(
    api.organization.appoint.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.organization.listPeople.key() });
        setFields(empty());
        sayDone("Đã phân công.");
      },
    }),
  );
  const errors = fieldErrors(appoint.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        appoint.mutate({ id: person.id, ...fields, fromDate: fields.fromDate ?? "" });
      }}
    >
      <Stack gap="sm">
        <Text fw={600} size="sm">
          Thêm phân công
        </Text>
        <RoleFields
          role={fields.role}
          unitId={fields.unitId}
          onRole={(role) => set({ role })}
          onUnit={(unitId) => set({ unitId })}
          unitError={errors.unitId}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <DateField
            label="Từ ngày"
            required
            value={fields.fromDate}
            onChange={(fromDate) => set({ fromDate })}
            error={errors.fromDate}
          />
          <DateField
            label="Đến ngày (nếu biết)"
            value={fields.toDate}
            onChange={(toDate) => set({ toDate })}
            error={errors.toDate}
          />
        </SimpleGrid>
        <ErrorNotice error={appoint.error} />
        <Button type="submit" variant="default" w="fit-content" loading={appoint.isPending}>
          Phân công
        </Button>
      </Stack>
    </form>
  );
}
