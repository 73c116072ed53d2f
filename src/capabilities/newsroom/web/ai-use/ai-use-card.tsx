import { Checkbox, Paper, Radio, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type AiUse, aiParts, aiPurposes, needsLabel, noAi, suggestedLabel } from "../../ai-use/ai-use.ts";
import { api } from "../api.ts";
import { FieldRemarks } from "../language/field-remarks.tsx";

/** Asks whether an AI had a part in the text; "no" is one click. */
export function AiUseCard({
  value,
  onChange,
  editable,
}: {
  value: AiUse | null;
  onChange: (aiUse: AiUse) => void;
  editable: boolean;
}) {
  const me = useQuery(api.organization.me.queryOptions());
  const labelled = (next: AiUse): AiUse =>
    needsLabel(next) && next.label === "" ? { ...next, label: suggestedLabel } : next;
  const change = (part: Partial<AiUse>) => onChange({ ...(value ?? noAi), ...part });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="ai-ten" id="aiUse" tabIndex={-1}>
      <Stack gap="sm">
        <Title order={2} size="h4" id="ai-ten">
          Trí tuệ nhân tạo (AI)
        </Title>
        <Radio.Group
          label="Có dùng AI để làm nội dung này không?"
          value={value?.use ?? null}
          onChange={(use) => {
            const part = aiParts.find(({ slug }) => slug === use)!.slug;
            onChange(
              part === "none"
                ? noAi
                : labelled({
                    ...(value ?? noAi),
                    use: part,
                    checkedBy: value?.checkedBy || (me.data?.name ?? ""),
                  }),
            );
          }}
        >
          <Stack gap={6} mt={6}>
            {aiParts.map(({ slug, label }) => (
              <Radio key={slug} value={slug} label={label} disabled={!editable} />
            ))}
          </Stack>
        </Radio.Group>
        {value !== null && value.use !== "none" && (
          <>
            <Checkbox.Group
              label="AI được dùng để"
              value={value.purposes}
              onChange={(chosen) =>
                onChange(
                  labelled({
                    ...value,
                    purposes: aiPurposes.flatMap(({ slug }) => (chosen.includes(slug) ? [slug] : [])),
                  }),
                )
              }
            >
              <Stack gap={6} mt={6}>
                {aiPurposes.map(({ slug, label }) => (
                  <Checkbox key={slug} value={slug} label={label} disabled={!editable} />
                ))}
              </Stack>
            </Checkbox.Group>
            <TextInput
              label="Công cụ"
              description="Tên công cụ và phiên bản nếu biết."
              value={value.tool}
              onChange={(event) => change({ tool: event.currentTarget.value })}
              disabled={!editable}
              autoComplete="off"
            />
            <TextInput
              label="Người kiểm tra phần AI làm"
              value={value.checkedBy}
              onChange={(event) => change({ checkedBy: event.currentTarget.value })}
              disabled={!editable}
              autoComplete="off"
            />
            <Textarea
              id="ai-label"
              label={needsLabel(value) ? "Nhãn người đọc thấy" : "Nhãn người đọc thấy (không bắt buộc)"}
              description="Đứng đầu nội dung trên cổng và trong nguồn tin."
              autosize
              value={value.label}
              onChange={(event) => change({ label: event.currentTarget.value })}
              disabled={!editable}
            />
            <FieldRemarks field="ai-label" text={value.label} />
            <Text size="sm" c="gray.7">
              Không đưa dữ liệu cá nhân, văn bản chưa công bố vào công cụ AI bên ngoài.
            </Text>
          </>
        )}
      </Stack>
    </Paper>
  );
}
