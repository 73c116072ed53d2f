import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { useFilters } from "./navigation.tsx";
import { Page } from "./page.tsx";

/** A screen of several parts, one shown at a time; the address names it (`?the=`), the first is the usual one. */
export function TabbedPage({
  title,
  lead,
  tabs,
}: {
  title: string;
  lead: string;
  tabs: [
    { the: string; label: string; body: ReactNode },
    ...{ the: string; label: string; body: ReactNode }[],
  ];
}) {
  const [view, setView] = useFilters({ the: tabs[0].the });
  const tab = tabs.find(({ the }) => the === view.the) ?? tabs[0];
  return (
    <Page title={title} lead={lead}>
      <Tabs
        value={tab.the}
        onChange={(the) => setView({ the: the ?? "" })}
        keepMounted={false}
        activateTabWithKeyboard={false}
      >
        <Tabs.List mb="md">
          {tabs.map(({ the, label }) => (
            <Tabs.Tab key={the} value={the}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab.the}>{tab.body}</Tabs.Panel>
      </Tabs>
    </Page>
  );
}
