import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { themeLabel } from "#plan/contract";
import { ErrorNotice } from "#ui/error-notice.tsx";
import type { MayAnswer } from "#ui/may-button.tsx";
import { optionsOf } from "#ui/options.ts";
import { type Tone, tones } from "../../sorting/tone.ts";
import { api, type ItemView } from "../api.ts";
import { OpenDialog } from "./open-dialog.tsx";
import { WhatWasTaken } from "./what-was-taken.tsx";

/** What is known of an item beside its words: themes, our text that it was made of, its tone, and the way to an incident. */
export function ItemSorting({ item, may }: { item: ItemView; may: MayAnswer }) {
  const queries = useQueryClient();
  const [opening, setOpening] = useState(false);
  const incidents = useQuery({ ...api.listening.incidents.queryOptions(), enabled: opening });
  const mark = useMutation({
    mutationFn: (tone: Tone) => api.listening.markTone.call({ id: item.id, tone }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: api.listening.key() }),
  });
  return (
    <Stack gap={4}>
      {item.themes.length > 0 && <Text size="sm">Chủ đề: {item.themes.map(themeLabel).join(", ")}</Text>}
      <WhatWasTaken item={item} may={may} />
      {may.sort?.allowed ? (
        <Group gap="xs" align="flex-end">
          <Select
            label={
              <>
                Sắc thái<span className="only-read-aloud"> của tin {item.title}</span>
              </>
            }
            size="xs"
            placeholder="Chưa ghi"
            allowDeselect={false}
            data={optionsOf(tones)}
            value={item.tone}
            onChange={(tone) => tone && mark.mutate(tone as Tone)}
          />
          {item.hasIncident ? (
            <Text size="sm">Đã mở vụ việc</Text>
          ) : (
            item.tone === "criticism" && (
              <Button size="xs" variant="default" onClick={() => setOpening(true)}>
                Mở vụ việc
                <span className="only-read-aloud"> cho tin {item.title}</span>
              </Button>
            )
          )}
        </Group>
      ) : (
        item.tone && <Text size="sm">{tones[item.tone]}</Text>
      )}
      <ErrorNotice error={mark.error} />
      {opening && incidents.data && (
        <OpenDialog item={item} people={incidents.data.people} onClose={() => setOpening(false)} />
      )}
    </Stack>
  );
}
