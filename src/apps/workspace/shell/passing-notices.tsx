import { useMediaQuery } from "@mantine/hooks";
import { Notifications } from "@mantine/notifications";

/** Words in passing. On a phone they stand under the header: the thumb's buttons are at the lower edge. */
export function PassingNotices() {
  const narrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  return <Notifications position={narrow ? "top-center" : "bottom-right"} />;
}
