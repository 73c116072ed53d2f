import { Text } from "@mantine/core";
import type { Column } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { levelLabels, serviceLevelLabels } from "../procedure-record.ts";
import { stateLabels } from "../procedure-state.ts";
import type { ProcedureRow } from "./api.ts";
import { missingInWords, stateTone } from "./words.ts";

/** The register as a table; it comes in order from the server. */
export const registerColumns: Column<ProcedureRow>[] = [
  {
    key: "ten",
    header: "Thủ tục",
    sortBy: true,
    cell: ({ id, code, name, missing, missingForms }) => (
      <>
        <LinkText to="/thu-tuc/$id" params={{ id }} fw={600}>
          {name}
        </LinkText>
        <Text size="xs" c="gray.7">
          {code}
        </Text>
        {missing.length > 0 && (
          <Text size="xs" c="red.8">
            {missingInWords(missing)}
          </Text>
        )}
        {missingForms > 0 && (
          <Text size="xs" c="red.8">
            {missingForms} biểu mẫu chưa có tệp
          </Text>
        )}
      </>
    ),
  },
  {
    key: "linh-vuc",
    header: "Lĩnh vực",
    sortBy: true,
    cell: ({ field }) => field || "Chưa ghi",
  },
  {
    key: "cap",
    header: "Cấp",
    sortBy: true,
    cell: ({ level }) => (level === null ? "Chưa ghi" : levelLabels[level]),
  },
  {
    key: "truc-tuyen",
    header: "Trực tuyến",
    sortBy: true,
    cell: ({ serviceLevel }) => (serviceLevel === null ? "Chưa ghi" : serviceLevelLabels[serviceLevel]),
  },
  {
    key: "trang-thai",
    header: "Trạng thái",
    sortBy: true,
    cell: ({ state, repealedOn }) => (
      <>
        <StateBadge tone={stateTone[state]} word={stateLabels[state]} />
        {repealedOn && (
          <Text size="xs" c="gray.7">
            từ <DayText day={repealedOn} />
          </Text>
        )}
      </>
    ),
  },
  {
    key: "ban",
    header: "Bản đang dùng",
    sortBy: true,
    cell: ({ version, validFrom }) => (
      <>
        Bản {version}, từ <DayText day={validFrom} />
      </>
    ),
  },
];
