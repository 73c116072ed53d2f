import { Anchor, Group, List, Select, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { CompareTexts } from "#ui/compare-texts.tsx";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { Section } from "#ui/section.tsx";
import { formAddress, formFacts } from "../forms/form-file.ts";
import { formsOf } from "../forms/papers-forms.ts";
import { changedParts, partInWords, partLabels } from "../record-words.ts";
import type { VersionView } from "./api.ts";

const nameOf = ({ version, validFrom }: VersionView) => `Bản ${version}, từ ${formatDate(validFrom)}`;

/** Every version, and any two of them side by side, word by word. */
export function Versions({ versions }: { versions: VersionView[] }) {
  return (
    <Section id="cac-ban" title="Các bản đã ghi">
      <List>
        {versions.map(({ version, validFrom, reason, madeAt, madeByName, record }, index) => (
          <List.Item key={version}>
            Bản {version}, áp dụng từ <DayText day={validFrom} />
            {reason && `: ${reason}`}
            {(index === 0 ? [] : formsOf(record)).map((file) => (
              <Text key={file.id} size="xs" style={{ overflowWrap: "anywhere" }}>
                Biểu mẫu của bản này:{" "}
                <Anchor href={formAddress(file)} download underline="always" size="xs">
                  {file.fileName}
                </Anchor>{" "}
                ({formFacts(file)})
              </Text>
            ))}
            <Text size="xs" c="gray.7">
              {madeByName ?? "Hệ thống"} ghi lúc <MomentText at={madeAt} />
            </Text>
          </List.Item>
        ))}
      </List>
      {versions.length > 1 && <Comparison versions={versions} />}
    </Section>
  );
}

function Comparison({ versions }: { versions: VersionView[] }) {
  const [now, former] = versions;
  const [older, setOlder] = useState(String(former!.version));
  const [newer, setNewer] = useState(String(now!.version));
  const chosen = (version: string) => versions.find((one) => String(one.version) === version)!;
  const [one, other] = [chosen(older).record, chosen(newer).record];
  const parts = changedParts(one, other);
  const options = versions.map((version) => ({ value: String(version.version), label: nameOf(version) }));
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        So hai bản
      </Title>
      <Group>
        <Select
          label="Bản trước"
          data={options}
          value={older}
          allowDeselect={false}
          onChange={(version) => setOlder(version!)}
        />
        <Select
          label="Bản sau"
          data={options}
          value={newer}
          allowDeselect={false}
          onChange={(version) => setNewer(version!)}
        />
      </Group>
      {parts.length === 0 && <Text c="gray.7">Hai bản này giống nhau.</Text>}
      {parts.map((key) => (
        <div key={key}>
          <Text size="sm" fw={600}>
            {partLabels[key]}
          </Text>
          <CompareTexts before={partInWords(one, key)} now={partInWords(other, key)} />
        </div>
      ))}
    </Stack>
  );
}
