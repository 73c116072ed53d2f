import { Select, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Confirm } from "#ui/confirm.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type Budget, type BudgetLine } from "../api.ts";
import { useKeep } from "../use-keep.ts";

interface Values extends Record<string, unknown> {
  sourceId: string;
  name: string;
  /** "task:…" or "obligation:…". */
  link: string;
  basis: string;
}

const linkOf = (line: BudgetLine | null): string => {
  if (line?.taskId) return `task:${line.taskId}`;
  return line?.obligationId ? `obligation:${line.obligationId}` : "";
};

/** One line of the estimate: money from where, for what of the plan. How much stands in a proposal. */
export function LineForm({
  id,
  budget,
  before,
  onClose,
}: {
  id: string;
  budget: Budget;
  before: BudgetLine | null;
  onClose: () => void;
}) {
  const keep = useKeep();
  const links = useQuery(api.plan.links.queryOptions({ input: {} }));
  const data = [
    {
      group: "Nhiệm vụ",
      items: (links.data?.tasks ?? []).map((one) => ({
        value: `task:${one.id}`,
        label: one.clausePath ? `${one.clausePath}: ${one.title}` : one.title,
      })),
    },
    {
      group: "Nghĩa vụ",
      items: (links.data?.obligations ?? []).map((one) => ({
        value: `obligation:${one.id}`,
        label: `${one.code}: ${one.what}`,
      })),
    },
  ];
  return (
    <FormDialog<Values, Budget>
      opened
      onClose={onClose}
      title={before ? "Sửa dòng dự toán" : `Thêm dòng dự toán năm ${budget.year}`}
      lead="Số tiền ghi ở tờ trình. Khi đã duyệt, dòng không sửa được nữa, chỉ điều chỉnh."
      initial={{
        ...{ sourceId: before?.sourceId ?? budget.sources[0]?.id ?? "", name: before?.name ?? "" },
        ...{ link: linkOf(before), basis: before?.basis ?? "" },
      }}
      verb="Ghi dòng dự toán"
      check={({ sourceId, link }) => ({
        ...(sourceId === "" && { sourceId: "Hãy chọn nguồn kinh phí." }),
        ...(link === "" && { link: "Hãy chọn nhiệm vụ hoặc nghĩa vụ trong kế hoạch." }),
      })}
      submit={({ link, ...values }) => {
        const [sort, linked] = link.split(":");
        return api.budget.saveLine.call({
          ...values,
          ...{ id, year: budget.year, taskId: null, obligationId: null, [`${sort}Id`]: linked },
        });
      }}
      onDone={(answer) => {
        keep.budget(answer);
        sayDone("Đã ghi dòng dự toán.");
      }}
    >
      {(form) => (
        <>
          <TextInput label="Nội dung chi" required data-autofocus {...form.getInputProps("name")} />
          <Select
            label="Nguồn kinh phí"
            required
            allowDeselect={false}
            data={budget.sources.map(({ id: value, name: label }) => ({ value, label }))}
            {...form.getInputProps("sourceId")}
          />
          <Select
            label="Phục vụ việc nào của kế hoạch"
            required
            searchable
            nothingFoundMessage="Không có việc này trong các kế hoạch đang thực hiện"
            data={data}
            {...form.getInputProps("link")}
          />
          <Textarea
            label="Cách tính"
            placeholder="12 video × 6.000.000 đồng"
            autosize
            minRows={1}
            {...form.getInputProps("basis")}
          />
        </>
      )}
    </FormDialog>
  );
}

export function RemoveLine({ line, onClose }: { line: BudgetLine; onClose: () => void }) {
  const keep = useKeep();
  const remove = useMutation(
    api.budget.removeLine.mutationOptions({
      onSuccess: (answer) => {
        keep.budget(answer);
        sayDone("Đã bỏ dòng dự toán.");
        onClose();
      },
    }),
  );
  return (
    <Confirm
      opened
      onClose={onClose}
      title={`Bỏ dòng “${line.name}”?`}
      verb="Bỏ dòng"
      onConfirm={() => remove.mutate({ id: line.id })}
      pending={remove.isPending}
      error={remove.error}
    >
      Chỉ bỏ được dòng chưa nằm trong tờ trình nào. Việc bỏ còn trong nhật ký.
    </Confirm>
  );
}
