import { Tabs } from "@mantine/core";
import { LinkButton, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { Bulletins } from "./bulletins.tsx";
import { Coverage } from "./coverage.tsx";
import { Register } from "./register.tsx";
import { Slots } from "./slots.tsx";

const tabs = [
  { the: "ban-tin", label: "Bản tin", part: Bulletins },
  { the: "do-phu", label: "Độ phủ theo địa bàn", part: Coverage },
  { the: "dai", label: "Địa bàn, đài, cụm loa", part: Register },
  { the: "khung-gio", label: "Khung giờ, giới hạn", part: Slots },
];

/** Grassroots loudspeakers: what is played where, who has heard it, the register, the hours. */
export default function LoudspeakersPage() {
  const [{ the }, setView] = useFilters({ the: "ban-tin" });
  const value = tabs.some((tab) => tab.the === the) ? the : "ban-tin";
  return (
    <Page
      title="Truyền thanh cơ sở"
      lead="Bản tin đã duyệt tới từng đài, cụm loa đúng một lần; đài phát xong thì nhật ký phát về đây làm minh chứng."
      actions={
        <LinkButton to="/truyen-thanh/nhap-nhat-ky" variant="default">
          Nhập nhật ký phát
        </LinkButton>
      }
    >
      <Tabs
        value={value}
        onChange={(next) => setView({ the: next ?? "" })}
        keepMounted={false}
        activateTabWithKeyboard={false}
      >
        <Tabs.List mb="md">
          {tabs.map((tab) => (
            <Tabs.Tab key={tab.the} value={tab.the}>
              {tab.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ the: own, part: Part }) => (
          <Tabs.Panel key={own} value={own}>
            <Part />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
