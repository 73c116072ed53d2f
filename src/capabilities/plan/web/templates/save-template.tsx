import { Select, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type TemplateKind, templateKinds, templateKindWords } from "../../templates/template.ts";
import { api, type PlanView } from "../api.ts";

/** Saves what the plan asks for as a template for all agencies of the installation. */
export function SaveTemplate({ plan }: { plan: PlanView }) {
  const queries = useQueryClient();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <MayButton may={plan.may} verb="manage" variant="default" hideReason onClick={dialog.open}>
        Lưu kế hoạch này thành mẫu
      </MayButton>
      <FormDialog
        opened={opened}
        onClose={dialog.close}
        title="Lưu thành mẫu"
        lead="Nghĩa vụ, nhiệm vụ, thời gian, sản phẩm và tên đơn vị chủ trì của kế hoạch được lưu thành mẫu mà mọi cơ quan trên hệ thống này lấy được. Không có tên người, minh chứng hay lý do."
        initial={{ name: plan.title, kind: "department" as TemplateKind }}
        verb="Lưu mẫu"
        submit={(fields) => api.plan.saveTemplate.call({ id: plan.id, ...fields })}
        onDone={(next) => {
          queries.setQueryData(api.plan.templates.queryKey({ input: { id: plan.id } }), next);
          sayDone("Đã lưu mẫu.");
        }}
      >
        {(form) => (
          <>
            <TextInput label="Tên mẫu" required data-autofocus {...form.getInputProps("name")} />
            <Select
              label="Dùng cho"
              allowDeselect={false}
              data={templateKinds.map((value) => ({ value, label: templateKindWords[value] }))}
              {...form.getInputProps("kind")}
            />
          </>
        )}
      </FormDialog>
    </>
  );
}
