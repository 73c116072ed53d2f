import { Select, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Section } from "#ui/section.tsx";
import { api, type SectionList } from "../api.ts";
import { useSectionsChanged } from "./use-sections-changed.ts";

const OWN = "co-quan";

/** What agency and units are called on the English page of structure and contacts. */
export function EnglishNames({ units, english, may }: Pick<SectionList, "units" | "english" | "may">) {
  const [opened, { open, close }] = useDisclosure(false);
  const changed = useSectionsChanged();
  const named = new Map(english.map(({ unitId, name }) => [unitId ?? OWN, name]));
  const places = [
    { value: OWN, label: "Cơ quan" },
    ...units.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const lacking = places.filter(({ value }) => !named.has(value)).length;
  return (
    <Section id="tieng-anh" title="Trang tiếng Anh: cơ cấu, liên hệ">
      <Text size="sm">
        {lacking === 0
          ? "Mọi đơn vị đã có tên tiếng Anh."
          : `${lacking} tên tiếng Anh còn thiếu; trang hiện tên tiếng Việt.`}
      </Text>
      <Stack component="ul" gap={4} m={0} pl="lg">
        {places.map(({ value, label }) => (
          <li key={value}>
            <Text size="sm">
              {label}: {named.has(value) ? <span lang="en">{named.get(value)}</span> : "chưa có"}
            </Text>
          </li>
        ))}
      </Stack>
      <MayButton
        may={may}
        verb="sections"
        hideReason
        variant="default"
        size="xs"
        w="fit-content"
        onClick={open}
      >
        Ghi tên tiếng Anh…
      </MayButton>
      <FormDialog
        opened={opened}
        onClose={close}
        title="Ghi tên tiếng Anh"
        initial={{ place: OWN, name: named.get(OWN) ?? "" }}
        verb="Ghi tên"
        submit={({ place, name }) =>
          api.site.setEnglishName.call({ unitId: place === OWN ? null : place, name: name.trim() })
        }
        onDone={() => changed("Đã ghi tên tiếng Anh.")}
      >
        {(form) => (
          <>
            <Select
              label="Của"
              required
              allowDeselect={false}
              data={places}
              value={form.values.place}
              onChange={(place) =>
                form.setValues({ place: place ?? OWN, name: named.get(place ?? OWN) ?? "" })
              }
            />
            <TextInput
              label="Tên tiếng Anh"
              description="Để trống thì bỏ tên."
              {...form.getInputProps("name")}
            />
          </>
        )}
      </FormDialog>
    </Section>
  );
}
