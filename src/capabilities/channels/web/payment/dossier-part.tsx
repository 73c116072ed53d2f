import { Button, Group, List, Paper, Radio, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { saveFile } from "#ui/save-file.ts";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { type Verdict, verdictLabels, verdicts } from "../../contract.ts";
import { api, type Dossier } from "../api.ts";

/** What the dossier by which a product is paid holds, what it lacks, and the act of accepting it. */
export function DossierPart({ itemId }: { itemId: string }) {
  const queries = useQueryClient();
  const options = api.channels.paymentDossier.queryOptions({ input: { id: itemId } });
  const query = useQuery(options);
  const [asked, ask] = useState<"accept" | "takeBack" | null>(null);
  const close = () => ask(null);
  const keep = (dossier: Dossier) => {
    queries.setQueryData(options.queryKey, dossier);
    void queries.invalidateQueries({ queryKey: api.channels.paymentDossiers.key() });
  };
  const takeBack = useMutation({
    mutationFn: (reason: string) => api.channels.takeBackAcceptance.call({ id: itemId, reason }),
    onSuccess: (dossier) => {
      close();
      keep(dossier);
      sayDone("Đã rút nghiệm thu; lần trước vẫn được giữ trong nhật ký.");
    },
  });
  const bundle = useMutation({
    mutationFn: () => api.channels.paymentBundle.call({ id: itemId }),
    onSuccess: ({ body }) => saveFile(body),
    onError: sayFailed,
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="ho-so-thanh-toan">
      <Stack gap="sm" style={{ overflowWrap: "anywhere" }}>
        <Title order={2} size="h4" id="ho-so-thanh-toan">
          Hồ sơ thanh toán
        </Title>
        <Asked query={query}>
          {(dossier) => (
            <>
              <Missing missing={dossier.missing} />
              <Accepted acceptance={dossier.acceptance} />
              <Group gap="xs" align="flex-start">
                <MayButton may={dossier.may} verb="accept" size="xs" onClick={() => ask("accept")}>
                  Nghiệm thu
                </MayButton>
                {dossier.acceptance && dossier.may.takeBack?.allowed && (
                  <Button size="xs" variant="default" onClick={() => ask("takeBack")}>
                    Rút nghiệm thu
                  </Button>
                )}
                <Button
                  size="xs"
                  variant="default"
                  loading={bundle.isPending}
                  onClick={() => bundle.mutate()}
                >
                  Tải hồ sơ (.zip)
                </Button>
              </Group>
              <FormDialog<{ verdict: Verdict; remarks: string }, Dossier>
                opened={asked === "accept"}
                onClose={close}
                title="Nghiệm thu sản phẩm"
                lead="Bạn nghiệm thu đúng bản đang đăng; bài có bản mới thì nghiệm thu lại. Tên bạn, giờ và kết luận in trên phiếu nghiệm thu trong hồ sơ."
                initial={{ verdict: "accepted", remarks: "" }}
                check={({ verdict, remarks }) =>
                  verdict !== "accepted" && remarks.trim() === ""
                    ? { remarks: "Hãy ghi góp ý hoặc điểm chưa đạt." }
                    : {}
                }
                verb="Ghi nghiệm thu"
                submit={(values) =>
                  api.channels.acceptProduct.call({ id: itemId, revisionId: dossier.revisionId, ...values })
                }
                onDone={(answer) => {
                  keep(answer);
                  sayDone("Đã ghi nghiệm thu.");
                }}
              >
                {(form) => (
                  <>
                    <Radio.Group label="Kết luận" required {...form.getInputProps("verdict")}>
                      <Stack gap="xs" mt="xs">
                        {verdicts.map((verdict) => (
                          <Radio key={verdict} value={verdict} label={verdictLabels[verdict]} />
                        ))}
                      </Stack>
                    </Radio.Group>
                    <Textarea
                      label="Nhận xét chất lượng"
                      description="Cần ghi khi có góp ý hoặc chưa đạt."
                      autosize
                      minRows={3}
                      {...form.getInputProps("remarks")}
                    />
                  </>
                )}
              </FormDialog>
              <Confirm
                opened={asked === "takeBack"}
                onClose={close}
                title="Rút nghiệm thu"
                verb="Rút nghiệm thu"
                reasonLabel="Lý do"
                pending={takeBack.isPending}
                error={takeBack.error}
                onConfirm={(reason) => takeBack.mutate(reason)}
              >
                Hồ sơ trở lại thiếu phần nghiệm thu; lần nghiệm thu này vẫn được giữ trong nhật ký kèm lý do
                rút.
              </Confirm>
            </>
          )}
        </Asked>
      </Stack>
    </Paper>
  );
}

function Missing({ missing }: { missing: string[] }) {
  if (missing.length === 0) return <StateBadge tone="done" word="Đủ phần minh chứng" />;
  return (
    <div>
      <StateBadge tone="waiting" word={`Còn thiếu ${missing.length} phần`} />
      <List size="sm" mt={6}>
        {missing.map((words) => (
          <List.Item key={words}>{words}</List.Item>
        ))}
      </List>
    </div>
  );
}

function Accepted({ acceptance }: { acceptance: Dossier["acceptance"] }) {
  if (acceptance === null) return null;
  const { verdict, remarks, at, byName, isOfThisText } = acceptance;
  return (
    <Text size="sm">
      Nghiệm thu: {verdictLabels[verdict]}, {byName}, <MomentText at={at} />
      {!isOfThisText && " (bản trước)"}
      {remarks && `. ${remarks}`}
    </Text>
  );
}
