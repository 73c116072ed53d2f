import { Paper, Tabs } from "@mantine/core";
import type { RefObject } from "react";
import type { Item } from "../api.ts";
import { SourceOfItem } from "../pool/item-trace.tsx";
import { RequirementList } from "../requirement-list.tsx";
import { TextView } from "../text-view.tsx";
import { CompareRevisions } from "./compare-revisions.tsx";
import { EarlierDemands } from "./earlier-demands.tsx";

/** A text that is decided on: as the portal shows it, what has changed, and what is missing. */
export function TextTabs({
  item,
  text,
  first = "xem",
}: {
  item: Item;
  /** Where the text stands, for what is said about its passages. */
  text?: RefObject<HTMLDivElement | null>;
  first?: "xem" | "khac";
}) {
  const { live, current, seenBefore, toPublish } = item;
  return (
    <>
      <SourceOfItem id={item.id} />
      <EarlierDemands history={item.history} />
      <Tabs defaultValue={first}>
        <Tabs.List>
          <Tabs.Tab value="xem">Như trên cổng</Tabs.Tab>
          {live && <Tabs.Tab value="khac">Khác bản đang đăng</Tabs.Tab>}
          {seenBefore && <Tabs.Tab value="da-xem">Khác bản {seenBefore.number} bạn đã xem</Tabs.Tab>}
          <Tabs.Tab value="kiem">
            Kiểm tra ({toPublish.length === 0 ? "đủ" : `thiếu ${toPublish.length}`})
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="xem" pt="md">
          <Paper withBorder p="md" ref={text}>
            <TextView {...current} />
          </Paper>
        </Tabs.Panel>
        {live && (
          <Tabs.Panel value="khac" pt="md">
            <CompareRevisions before={live} now={current} />
          </Tabs.Panel>
        )}
        {seenBefore && (
          <Tabs.Panel value="da-xem" pt="md">
            <Paper withBorder p="md">
              <CompareRevisions before={seenBefore} now={current} />
            </Paper>
          </Tabs.Panel>
        )}
        <Tabs.Panel value="kiem" pt="md">
          <RequirementList title="Trước khi đăng" issues={toPublish} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
