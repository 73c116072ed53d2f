import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { Asked, Loading } from "#ui/loading.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { AgencyForm } from "./agency-form.tsx";
import { api } from "./api.ts";
import { SampleNotice } from "./sample-notice.tsx";
import { SignInRule } from "./sign-in-rule.tsx";
import { slots } from "./slots.ts";
import { Subordinates } from "./subordinates.tsx";
import { Units } from "./units.tsx";

/** What is printed on documents and shown on the portal, the units, the agencies below, and the sample data's end. */
export default function AgencyPage() {
  const UnitChanges = slots.unitChanges;
  const agency = useQuery(api.organization.getAgency.queryOptions());
  return (
    <Page
      title="Cơ quan, đơn vị"
      actions={
        agency.data?.may.manage?.allowed && (
          <LinkButton to="/co-quan/thong-bao" variant="default">
            Cách báo mặc định
          </LinkButton>
        )
      }
    >
      <Asked query={agency}>
        {(found) => (
          <>
            {found.isSample && <SampleNotice agency={found} />}
            <AgencyForm key={found.id} agency={found} />
            <Units />
            {UnitChanges && (
              <Suspense fallback={<Loading />}>
                <UnitChanges />
              </Suspense>
            )}
            {found.may.manage?.allowed && <SignInRule />}
            <Subordinates />
          </>
        )}
      </Asked>
    </Page>
  );
}
