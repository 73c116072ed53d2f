import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  TextInput,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { roleLabels } from "#platform/auth/actor.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { contentKinds, stepRoles } from "../../contract.ts";
import { api, type ReviewRoute } from "../api.ts";

type Role = (typeof stepRoles)[number];
const step = (name: string, roles: Role[], workingDays: number | null) => ({
  key: newId(),
  name,
  roles,
  unitId: null as string | null,
  personIds: [] as string[],
  workingDays: workingDays as number | string | null,
});

/** What a new route begins with; any of it is changed or taken out. */
const threeSteps = () => ({
  name: "",
  kind: null as string | null,
  unitId: null as string | null,
  samePerson: false,
  steps: [
    step("Thẩm định chuyên môn", ["head"], 1),
    step("Biên tập", ["editor"], 1),
    step("Lãnh đạo duyệt", ["leadership"], 2),
  ],
});

const fieldsOf = (route: ReviewRoute) => ({
  name: route.name,
  kind: route.kind,
  unitId: route.unitId,
  samePerson: route.samePerson,
  steps: route.steps.map(({ name, roles, unitId, personIds, workingDays }) => ({
    key: newId(),
    name,
    roles,
    unitId,
    personIds,
    workingDays: workingDays as number | string | null,
  })),
});

/** States a route: for which texts, and who decides at each step within how many working days. */
export function RouteDialog({
  route,
  onClose,
  onDone,
}: {
  route: ReviewRoute | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const people = useQuery(api.organization.listPeople.queryOptions());
  const [id] = useState(() => route?.id ?? newId());
  const unitOptions = (units.data?.units ?? []).map((unit) => ({ value: unit.id, label: unit.name }));
  const roleOptions = stepRoles.map((role) => ({ value: role, label: roleLabels[role] }));
  return (
    <FormDialog
      opened
      onClose={onClose}
      size="xl"
      title={route ? `Sửa quy trình ${route.name}` : "Thêm quy trình duyệt"}
      lead="Người soạn không bao giờ tự duyệt. Trưởng đơn vị, đầu mối là của đơn vị soạn bài, trừ khi bước ghi đơn vị khác; bước của lãnh đạo thì người có thẩm quyền ký cũng quyết định thay được. Bài đã gửi duyệt giữ quy trình lúc gửi."
      initial={route ? fieldsOf(route) : threeSteps()}
      verb="Ghi quy trình"
      submit={({ steps, ...fields }) =>
        api.newsroom.saveReviewRoute.call({
          id,
          ...fields,
          steps: steps.map(({ key: _, workingDays, ...rest }) => ({
            ...rest,
            workingDays: typeof workingDays === "number" ? workingDays : null,
          })),
        })
      }
      onDone={onDone}
    >
      {(form) => (
        <>
          <TextInput label="Tên quy trình" required {...form.getInputProps("name")} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label="Loại"
              placeholder="Mọi loại"
              clearable
              clearButtonProps={{ "aria-label": "Bỏ chọn loại" }}
              data={contentKinds.map(({ slug, label }) => ({ value: slug, label }))}
              {...form.getInputProps("kind")}
            />
            <Select
              label="Đơn vị soạn"
              placeholder="Mọi đơn vị"
              clearable
              clearButtonProps={{ "aria-label": "Bỏ chọn đơn vị soạn" }}
              searchable
              data={unitOptions}
              {...form.getInputProps("unitId")}
            />
          </SimpleGrid>
          {form.values.steps.map(({ key, roles }, index) => (
            <Fieldset key={key} legend={`Bước ${index + 1}`}>
              <TextInput label="Tên bước" required {...form.getInputProps(`steps.${index}.name`)} />
              <MultiSelect
                label="Vai trò quyết định"
                data={roleOptions}
                {...form.getInputProps(`steps.${index}.roles`)}
              />
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <Select
                  label="Của đơn vị"
                  placeholder={roles.length > 0 ? "Theo đơn vị soạn bài" : "Không cần"}
                  clearable
                  clearButtonProps={{ "aria-label": `Bỏ chọn đơn vị của bước ${index + 1}` }}
                  searchable
                  data={unitOptions}
                  {...form.getInputProps(`steps.${index}.unitId`)}
                />
                <NumberInput
                  label="Số ngày làm việc"
                  description="Để trống: không đặt hạn"
                  min={1}
                  max={60}
                  allowDecimal={false}
                  {...form.getInputProps(`steps.${index}.workingDays`)}
                  value={form.values.steps[index]?.workingDays ?? ""}
                />
              </SimpleGrid>
              <MultiSelect
                label="Hoặc đích danh"
                searchable
                nothingFoundMessage="Không có người này"
                data={(people.data?.people ?? [])
                  .filter(({ active }) => active)
                  .map((person) => ({ value: person.id, label: person.name }))}
                {...form.getInputProps(`steps.${index}.personIds`)}
              />
              {form.values.steps.length > 1 && (
                <Group mt="xs">
                  <Button variant="subtle" size="xs" onClick={() => form.removeListItem("steps", index)}>
                    Bỏ bước {index + 1}
                  </Button>
                  {index > 0 && (
                    <Button
                      variant="subtle"
                      size="xs"
                      onClick={() => form.reorderListItem("steps", { from: index, to: index - 1 })}
                      aria-label={`Đưa bước ${index + 1} lên trước`}
                    >
                      Đưa lên trước
                    </Button>
                  )}
                </Group>
              )}
            </Fieldset>
          ))}
          {form.values.steps.length < 9 && (
            <Button variant="default" onClick={() => form.insertListItem("steps", step("", [], null))}>
              Thêm bước
            </Button>
          )}
          <Checkbox
            label="Một người được quyết định nhiều bước"
            description="Không chọn: mỗi bước một người khác nhau."
            {...form.getInputProps("samePerson", { type: "checkbox" })}
          />
        </>
      )}
    </FormDialog>
  );
}
