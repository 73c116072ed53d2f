import { Anchor, Group, List, MultiSelect, NumberInput, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { contentThemes, themeLabel } from "#plan/contract";
import { today } from "#platform/clock/vietnam-time.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type Component, type Index, type Serving } from "./api.ts";
import { useKeepIndex } from "./use-keep-index.ts";

/** The components, and what was published and proved for each in a year. */
export function ComponentList({ index }: { index: Index }) {
  const [year, setYear] = useState<number | "">(today().year);
  const [open, setOpen] = useState<Component | null>(null);
  const serving = useQuery(
    api.indices.serving.queryOptions({
      input: { id: index.id, year: year === "" ? today().year : year },
      placeholderData: (before) => before,
    }),
  );
  return (
    <Section id="thanh-phan" title="Thành phần và việc phục vụ từng thành phần">
      {index.components.length === 0 ? (
        <Text size="sm">Chưa ghi thành phần nào; bấm Sửa chỉ số để thêm.</Text>
      ) : (
        <NumberInput
          label="Việc làm trong năm"
          w="10rem"
          min={1990}
          max={2200}
          thousandSeparator=""
          value={year}
          onChange={(typed) => setYear(typed === "" ? "" : Number(typed))}
          hideControls
        />
      )}
      <Asked query={serving}>
        {({ components }) => (
          <Stack gap="md">
            {index.components.map((component) => (
              <Served
                key={component.id}
                index={index}
                component={component}
                served={components.find(({ componentId }) => componentId === component.id)}
                onChange={() => setOpen(component)}
              />
            ))}
          </Stack>
        )}
      </Asked>
      {open && <LinkForm key={open.id} component={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function Served({
  index,
  component: { number, name, most, themes },
  served,
  onChange,
}: {
  index: Index;
  component: Component;
  served: Serving | undefined;
  onChange: () => void;
}) {
  return (
    <Stack gap={6} component="article">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={3} size="h5" flex="1 1 12rem">
          {number}. {name}
          {most && (
            <Text span size="sm" c="gray.7" fw={400}>
              {" "}
              (cao nhất {most.replace(".", ",")})
            </Text>
          )}
        </Title>
        <MayButton
          may={index.may}
          verb="save"
          hideReason
          size="xs"
          variant="default"
          aria-label={`Chọn việc phục vụ thành phần ${number}`}
          onClick={onChange}
        >
          Chọn việc phục vụ
        </MayButton>
      </Group>
      {themes.length > 0 && (
        <Text size="sm" c="gray.7">
          Chủ đề: {themes.map(themeLabel).join("; ")}
        </Text>
      )}
      {themes.length === 0 && served?.obligations.length === 0 && (
        <Text size="sm" c="gray.7">
          Chưa chọn chủ đề, nghĩa vụ nào phục vụ thành phần này.
        </Text>
      )}
      {served && served.obligations.length > 0 && (
        <List size="sm">
          {served.obligations.map(({ id, name: duty, proofs }) => (
            <List.Item key={id}>
              {duty}: {proofs === 0 ? "chưa có minh chứng" : `${proofs} minh chứng`}
            </List.Item>
          ))}
        </List>
      )}
      {served && served.textCount > 0 && (
        <Stack gap={2}>
          <Text size="sm" fw={600}>
            {served.textCount} bài đã đăng
            {served.textCount > served.texts.length && `, ${served.texts.length} bài mới nhất`}:
          </Text>
          <List size="sm">
            {served.texts.map(({ id, title, url }) => (
              <List.Item key={id} style={{ overflowWrap: "anywhere" }}>
                <Anchor href={url} target="_blank" rel="noopener noreferrer" underline="always" size="sm">
                  {title}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Stack>
  );
}

const themeOptions = contentThemes.map(({ slug, label }) => ({ value: slug, label }));

interface Values extends Record<string, unknown> {
  themes: string[];
  obligationIds: string[];
}

/** Which themes and duties serve a component. */
function LinkForm({ component, onClose }: { component: Component; onClose: () => void }) {
  const keep = useKeepIndex();
  const links = useQuery(api.plan.links.queryOptions({ input: {} }));
  return (
    <FormDialog<Values, Index>
      opened
      onClose={onClose}
      title={`Việc phục vụ thành phần ${component.number}`}
      lead={component.name}
      initial={{ themes: component.themes, obligationIds: component.obligationIds }}
      verb="Ghi lựa chọn"
      submit={(values) => api.indices.linkComponent.call({ id: component.id, ...values })}
      onDone={(answer) => {
        keep(answer);
        sayDone("Đã ghi việc phục vụ thành phần.");
      }}
    >
      {(form) => (
        <>
          <MultiSelect
            label="Chủ đề của bài"
            description="Bài đã đăng mang một trong các chủ đề này được kể là phục vụ."
            searchable
            nothingFoundMessage="Không có chủ đề này"
            data={themeOptions}
            {...form.getInputProps("themes")}
          />
          <MultiSelect
            label="Nghĩa vụ trong kế hoạch"
            searchable
            nothingFoundMessage="Không có nghĩa vụ này"
            data={(links.data?.obligations ?? []).map(({ id, code, what }) => ({
              value: id,
              label: `${code}: ${what}`,
            }))}
            {...form.getInputProps("obligationIds")}
          />
        </>
      )}
    </FormDialog>
  );
}
