import { Checkbox, MultiSelect, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { clauseMark } from "../clause-mark.ts";
import { contentThemes, themeGroups } from "../contract.ts";
import { nextCode } from "../next-code.ts";
import { api, type ObligationView, type PlanView } from "./api.ts";
import { obligationDue } from "./words.ts";

export type NewObligation = Omit<Parameters<typeof api.plan.addObligation.call>[0], "id">;
type ClauseView = PlanView["clauses"][number];

const themeOptions = Object.entries(themeGroups).map(([group, label]) => ({
  group: label,
  items: contentThemes
    .filter((theme) => theme.group === group)
    .map(({ slug, label: name }) => ({ value: slug, label: name })),
}));

/** Adds an obligation to a clause, or changes one; its code stays. */
export function ObligationDialog({
  plan,
  clause,
  obligation = null,
  begin = {},
  add = (fields) => api.plan.addObligation.call({ id: plan.id, ...fields }),
  opened,
  onClose,
}: {
  plan: PlanView;
  clause: ClauseView;
  obligation?: ObligationView | null;
  /** What a new one begins with. */
  begin?: Partial<NewObligation>;
  /** How a new one is written, when that is more than adding it. */
  add?: (fields: NewObligation) => Promise<unknown>;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {}, enabled: opened }));
  const initial = {
    code:
      obligation?.code ??
      nextCode(
        clause.path,
        plan.obligations.map(({ code }) => code),
      ),
    what: obligation?.what ?? begin.what ?? "",
    themes: obligation?.themeSlugs ?? [],
    allUnits: obligation?.allUnits ?? begin.allUnits ?? false,
    unitIds: obligation?.unitIds ?? begin.unitIds ?? [],
    due: obligation?.due ?? begin.due ?? ("continuous" as const),
    evidenceWanted: obligation?.evidenceWanted ?? begin.evidenceWanted ?? "",
  };
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={
        obligation ? `Sửa nghĩa vụ ${obligation.code}` : `Thêm nghĩa vụ vào mục ${clauseMark(clause.path)}`
      }
      initial={initial}
      verb="Ghi nghĩa vụ"
      submit={({ evidenceWanted, ...fields }) => {
        const input = {
          ...fields,
          clauseId: clause.id,
          evidenceWanted: evidenceWanted.trim() || null,
          noneReason: obligation?.noneReason ?? null,
        };
        return obligation ? api.plan.updateObligation.call({ id: obligation.id, ...input }) : add(input);
      }}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone("Đã ghi nghĩa vụ.");
      }}
    >
      {(form) => (
        <>
          <Textarea
            label="Nội dung phải thực hiện"
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps("what")}
          />
          <TextInput
            label="Mã nghĩa vụ"
            description="Mã không đổi được sau khi ghi; báo cáo dẫn theo mã này."
            required
            disabled={obligation !== null}
            {...form.getInputProps("code")}
          />
          <Checkbox
            label="Mọi phòng, đơn vị cùng làm theo chức năng"
            {...form.getInputProps("allUnits", { type: "checkbox" })}
          />
          <MultiSelect
            label={form.values.allUnits ? "Đơn vị làm đầu mối" : "Đơn vị thực hiện"}
            description="Đơn vị đầu tiên chịu trách nhiệm chính."
            data={(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            searchable
            {...form.getInputProps("unitIds")}
          />
          <Select
            label="Thời gian"
            allowDeselect={false}
            data={Object.entries(obligationDue).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps("due")}
          />
          <MultiSelect
            label="Chủ đề tuyên truyền"
            data={themeOptions}
            searchable
            {...form.getInputProps("themes")}
          />
          <Textarea
            label="Minh chứng cần có"
            placeholder="Ví dụ: tin, bài đã đăng; biên bản; ảnh niêm yết"
            autosize
            {...form.getInputProps("evidenceWanted")}
          />
        </>
      )}
    </FormDialog>
  );
}
