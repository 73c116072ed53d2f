import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Asked } from "#ui/loading.tsx";
import { api, type SectionList } from "../api.ts";
import { EnglishNames } from "./english-names.tsx";
import { SectionCard } from "./section-card.tsx";

const counted = (list: SectionList, ...states: string[]) =>
  list.sections.filter(({ state }) => states.includes(state)).length;

/** Every section that must be public: which are empty, which nobody has looked over in time, and what to do. */
export function SectionsTab() {
  const list = useQuery(api.site.sections.queryOptions());
  return (
    <Asked query={list}>
      {(found) => (
        <Stack>
          <Text size="sm" role="status">
            {found.sections.length} mục: {counted(found, "filled", "elsewhere", "absent")} đã có,{" "}
            {counted(found, "empty")} còn trống, {counted(found, "stale")} đến hạn xem lại. Danh sách theo
            Nghị định 42/2022/NĐ-CP; mục ghi “cần đối chiếu” thì kiểm tra lại văn bản trước khi dựa vào.
          </Text>
          {found.sections.map((section) => (
            <SectionCard key={section.slug} section={section} units={found.units} may={found.may} />
          ))}
          <EnglishNames units={found.units} english={found.english} may={found.may} />
        </Stack>
      )}
    </Asked>
  );
}
