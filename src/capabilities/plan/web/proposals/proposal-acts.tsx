import { Button, Group, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import type { ProposalDecision } from "../../proposals/proposal.ts";
import { api } from "../api.ts";
import { FollowDialog } from "./follow-dialog.tsx";
import type { ProposalView } from "./proposal-view.ts";

type Step = "gather" | "decide" | "follow" | "withdraw";

const buttons: { step: Step; label: string; minor?: boolean }[] = [
  { step: "gather", label: "Tổng hợp, trình lãnh đạo" },
  { step: "decide", label: "Quyết định" },
  { step: "follow", label: "Giao thành nhiệm vụ" },
  { step: "withdraw", label: "Rút", minor: true },
];

/** The next step of a proposal, for who may do it. */
export function ProposalActs({ row, onDone }: { row: ProposalView; onDone?: () => void }) {
  const queries = useQueryClient();
  const [step, setStep] = useState<Step | null>(null);
  const close = () => setStep(null);
  const done = (said: string) => () => {
    void queries.invalidateQueries({ queryKey: api.plan.proposals.key() });
    sayDone(said);
    onDone?.();
  };
  const offered = buttons.filter((button) => row.may[button.step]?.allowed);
  if (offered.length === 0) return null;
  return (
    <>
      <Group gap="xs" mt="xs">
        {offered.map((button) => (
          <Button
            key={button.step}
            size="sm"
            variant={button.minor ? "default" : "filled"}
            onClick={() => setStep(button.step)}
          >
            {button.label}
          </Button>
        ))}
      </Group>
      <FormDialog
        opened={step === "gather"}
        onClose={close}
        title="Tổng hợp, trình lãnh đạo"
        lead={<Text>{row.what}</Text>}
        initial={{ note: "" }}
        verb="Trình lãnh đạo"
        submit={({ note }) => api.plan.gatherProposal.call({ id: row.id, note })}
        onDone={done("Đã tổng hợp, trình lãnh đạo.")}
      >
        {(form) => (
          <Textarea
            label="Ý kiến của nơi tổng hợp"
            description="Có thể bỏ trống"
            autosize
            minRows={2}
            {...form.getInputProps("note")}
          />
        )}
      </FormDialog>
      <FormDialog
        opened={step === "decide"}
        onClose={close}
        title="Quyết định về đề xuất"
        lead={<Text>{row.what}</Text>}
        initial={{ decision: null as ProposalDecision | null, words: "" }}
        verb="Ghi quyết định"
        submit={({ decision, words }) =>
          api.plan.decideProposal.call({ id: row.id, decision: decision as ProposalDecision, words })
        }
        onDone={done("Đã ghi quyết định; người đề xuất được báo.")}
      >
        {(form) => (
          <>
            <Radio.Group label="Quyết định" required {...form.getInputProps("decision")}>
              <Stack gap="xs" mt={4}>
                <Radio value="accepted" label="Chấp nhận, giao thành nhiệm vụ" />
                <Radio value="refused" label="Không chấp nhận" />
                {row.state !== "kept" && <Radio value="kept" label="Để lại, xem xét sau" />}
              </Stack>
            </Radio.Group>
            <Textarea
              label={form.values.decision === "accepted" ? "Ý kiến" : "Lý do"}
              description={form.values.decision === "accepted" ? "Có thể bỏ trống" : undefined}
              autosize
              minRows={2}
              {...form.getInputProps("words")}
            />
          </>
        )}
      </FormDialog>
      <FollowDialog row={row} opened={step === "follow"} onClose={close} />
      <FormDialog
        opened={step === "withdraw"}
        onClose={close}
        title="Rút đề xuất"
        lead={<Text>{row.what}</Text>}
        initial={{}}
        verb="Rút"
        submit={() => api.plan.withdrawProposal.call({ id: row.id })}
        onDone={done("Đã rút đề xuất.")}
      >
        {() => <Text size="sm">Đề xuất đã rút vẫn đọc được ở đây nhưng không vào báo cáo.</Text>}
      </FormDialog>
    </>
  );
}
