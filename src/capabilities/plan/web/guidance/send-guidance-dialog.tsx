import { Checkbox, Radio, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import type { Signature } from "#ui/signing-choice.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { InWhoseName } from "./in-whose-name.tsx";

/** The office writes guidance, for all units or chosen ones, about a plan, a clause or nothing in particular. */
export function SendGuidanceDialog({
  units,
  signing,
  opened,
  onClose,
}: {
  units: { id: string; name: string }[];
  /** With what the caller may send it besides the own name. */
  signing: Signature[];
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const links = useQuery(api.plan.links.queryOptions({ input: {}, enabled: opened }));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Gửi hướng dẫn đến các đơn vị"
      lead="Người của mỗi đơn vị nhận thông báo, rồi xác nhận đã nhận và hỏi lại nếu chưa rõ."
      initial={{
        title: "",
        text: "",
        about: null as string | null,
        whom: "all",
        unitIds: [] as string[],
        authorityId: null as string | null,
      }}
      verb="Gửi và báo cho các đơn vị"
      submit={({ about, whom, unitIds, ...words }) => {
        const [kind, id = null] = (about ?? "").split(" ");
        return api.plan.sendGuidance.call({
          ...words,
          planId: kind === "plan" ? id : null,
          clauseId: kind === "clause" ? id : null,
          unitIds: whom === "all" ? null : unitIds,
        });
      }}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.guidance.key() });
        sayDone("Đã gửi hướng dẫn; các đơn vị được báo để xác nhận.");
      }}
    >
      {(form) => (
        <>
          <TextInput label="Tên hướng dẫn" required data-autofocus {...form.getInputProps("title")} />
          <Textarea
            label="Nội dung"
            required
            autosize
            minRows={5}
            maxRows={16}
            {...form.getInputProps("text")}
          />
          <Asked query={links}>
            {({ plans, clauses }) => (
              <Select
                label="Về kế hoạch hoặc mục"
                description="Bỏ trống nếu hướng dẫn chung"
                searchable
                clearable
                clearButtonProps={{ "aria-label": "Bỏ chọn kế hoạch, mục" }}
                data={[
                  {
                    group: "Kế hoạch",
                    items: plans.map(({ id, title, year }) => ({
                      value: `plan ${id}`,
                      label: `${title} (năm ${year})`,
                    })),
                  },
                  {
                    group: "Mục của kế hoạch",
                    items: clauses.map(({ id, path, name }) => ({
                      value: `clause ${id}`,
                      label: `${path}: ${name}`,
                    })),
                  },
                ]}
                {...form.getInputProps("about")}
              />
            )}
          </Asked>
          <Radio.Group label="Gửi đến" {...form.getInputProps("whom")}>
            <Stack gap={8} mt={6}>
              <Radio
                value="all"
                label="Mọi đơn vị"
                description="Trừ đơn vị của bạn; đơn vị lập thêm sau nhận từ bản sửa kế tiếp"
              />
              <Radio value="chosen" label="Đơn vị được chọn" />
            </Stack>
          </Radio.Group>
          {form.values.whom === "chosen" && (
            <Checkbox.Group label="Đơn vị nhận" required {...form.getInputProps("unitIds")}>
              <Stack gap={8} mt={6}>
                {units.map(({ id, name }) => (
                  <Checkbox key={id} value={id} label={name} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <InWhoseName
            signing={signing}
            value={form.values.authorityId}
            onChange={(authorityId) => form.setFieldValue("authorityId", authorityId)}
            error={form.errors.authorityId}
          />
        </>
      )}
    </FormDialog>
  );
}
