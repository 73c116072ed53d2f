import { Textarea, type TextareaProps } from "@mantine/core";
import type { PlanView } from "./api.ts";

/** The reason that a change asks for once the plan has its number; nothing before. */
export function ReasonField({ plan, ...field }: { plan: Pick<PlanView, "state"> } & TextareaProps) {
  if (plan.state !== "issued") return null;
  return (
    <Textarea
      label="Lý do sửa"
      description="Kế hoạch đã có số; lý do được giữ trong nhật ký cùng nội dung trước và sau khi sửa."
      required
      autosize
      {...field}
    />
  );
}
