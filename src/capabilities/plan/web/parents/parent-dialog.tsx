import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type ParentView, type PlanView } from "../api.ts";

/** Chooses a plan from above that was read in, or a document that the plan cites. */
export function ParentDialog({
  plan,
  parents,
  opened,
  onClose,
  onDone,
}: {
  plan: PlanView;
  parents: ParentView[];
  opened: boolean;
  onClose: () => void;
  onDone: (next: { parents: ParentView[] }) => void;
}) {
  const plans = useQuery(api.plan.list.queryOptions());
  const there = new Set(parents.flatMap(({ planId, documentId }) => [planId, documentId]));
  const read = (plans.data?.plans ?? [])
    .filter(({ id, issuer }) => issuer !== null && id !== plan.id && !there.has(id))
    .map(({ id, title, issuer }) => ({ value: `plan ${id}`, label: `${title} (${issuer})` }));
  const cited = plan.citations
    .filter(({ documentId }) => !there.has(documentId))
    .map(({ documentId, number, issuedOn, issuer }) => ({
      value: `document ${documentId}`,
      label: [number ?? "Văn bản chưa có số", issuedOn && `ngày ${formatDate(issuedOn)}`, issuer]
        .filter(Boolean)
        .join(", "),
    }));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Thêm kế hoạch, văn bản cấp trên"
      lead="Kế hoạch cấp trên đã đọc vào thì nối được từng mục; văn bản chỉ được viện dẫn thì ghi số, ngày."
      initial={{ parent: "" }}
      verb="Thêm"
      submit={({ parent }) => {
        const [kind, id = null] = parent.split(" ");
        return api.plan.linkParent.call({
          id: plan.id,
          parentPlanId: kind === "plan" ? id : null,
          documentId: kind === "document" ? id : null,
        });
      }}
      onDone={(next) => {
        onDone(next);
        sayDone("Đã thêm.");
      }}
    >
      {(form) => (
        <Select
          label="Kế hoạch, văn bản"
          required
          searchable
          nothingFoundMessage="Không có văn bản này"
          placeholder={read.length + cited.length === 0 ? "Chưa có kế hoạch, văn bản nào để chọn" : "Chọn"}
          data={[
            { group: "Kế hoạch cấp trên đã đọc vào", items: read },
            { group: "Văn bản kế hoạch này viện dẫn", items: cited },
          ].filter(({ items }) => items.length > 0)}
          {...form.getInputProps("parent")}
        />
      )}
    </FormDialog>
  );
}
