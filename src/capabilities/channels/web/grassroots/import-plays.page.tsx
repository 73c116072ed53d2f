import { Alert, Anchor, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { LinkButton } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import { countOf, type SheetSaid } from "#ui/sheets/sheet-trial.ts";
import { SheetTrialPart } from "#ui/sheets/sheet-trial-part.tsx";
import { type ChosenSheet, useSheetImport } from "#ui/sheets/use-sheet-import.ts";
import { sayDone } from "#ui/undo.tsx";
import { type PlayField, playWords } from "../../grassroots/play-list.ts";
import { api } from "../api.ts";

/** Play logs that stations keep, from a spreadsheet or as their devices write them: tried line by line, taken once. */
export default function ImportPlaysPage() {
  const queries = useQueryClient();
  const { may } = useQuery(api.channels.loudspeakers.queryOptions()).data ?? {};
  const sheet = useSheetImport({
    tryIt: ({ file, said }: ChosenSheet<SheetSaid<PlayField>>) =>
      api.channels.tryPlayLog.call({ file, ...said }),
    bringIt: ({ file, said, seen }) => api.channels.importPlayLog.call({ file, seen, ...said }),
    faultyOf: ({ file, said }) => api.channels.faultyPlayLines.call({ file, ...said }),
    onBrought: ({ plays, stations }) => {
      void queries.invalidateQueries({ queryKey: api.channels.key() });
      sayDone(`Đã ghi ${plays} lượt phát của ${stations} đài, cụm loa.`);
    },
  });
  return (
    <Page
      title="Nhập nhật ký phát"
      crumbs={[{ label: "Truyền thanh cơ sở", to: "/truyen-thanh" }]}
      lead="Chọn nhật ký của đài, xem thử từng dòng, rồi nhập cùng một lần. Nhập lại tệp cũ không tính hai lần."
      actions={
        <LinkButton to="/truyen-thanh" variant="default">
          Về truyền thanh cơ sở
        </LinkButton>
      }
    >
      <Anchor href="/api/play-log-template" download py={4} w="fit-content">
        Tải tệp mẫu (.xlsx)
      </Anchor>
      {may && !may.record?.allowed && (
        <Alert color="gray" variant="light">
          Nhật ký phát do biên tập và Văn phòng nhập.
        </Alert>
      )}
      {may?.record?.allowed && (
        <Stack>
          <SheetDrop
            what="nhật ký phát"
            mostLines={5_000}
            busy={sheet.busy}
            also={["json"]}
            onFile={(file) => sheet.look({ file, said: {} })}
          />
          <Text size="sm" c="gray.7">
            Tệp .json là nhật ký do máy của đài xuất ra.
          </Text>
          <SheetTrialPart
            sheet={sheet}
            may={{ manage: may.record }}
            words={playWords}
            required={["station", "bulletin", "started"]}
            fresh={(lines) => `${countOf({ lines }, "new")} lượt phát`}
            kept="lượt phát đã có, không ghi lần nữa"
            lineWords={({ written }) => ({
              title: [written.station, written.started].filter(Boolean).join(", ") || "(trống)",
              facts: [written.bulletin && `Bản tin ${written.bulletin}`, written.state, written.reason],
            })}
            onSay={(chosen, said) => sheet.look({ ...chosen, said })}
          />
        </Stack>
      )}
    </Page>
  );
}
