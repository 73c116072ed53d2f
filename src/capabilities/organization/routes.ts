import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { removeFiles } from "#platform/files/files.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { RECOVERY_MINUTES } from "./accounts.ts";
import { IDLE_MINUTES } from "./actor-of.ts";
import { addAgency } from "./add-agency.ts";
import { addPerson, INVITATION_MINUTES } from "./add-person.ts";
import { presentSubordinates, subordinateOf } from "./agency-queries.ts";
import { appointPerson } from "./appoint-person.ts";
import { auditChoices, auditPage } from "./audit-queries.ts";
import { signersOn } from "./chosen-signer.ts";
import { closeUnit } from "./close-unit.ts";
import { organizationContract } from "./contract.ts";
import { endAppointment } from "./end-appointment.ts";
import { endOtherSessions } from "./end-other-sessions.ts";
import { endPersonSessions } from "./end-person-sessions.ts";
import { endSession } from "./end-session.ts";
import { endSigningAuthority } from "./end-signing-authority.ts";
import { exportAudit } from "./export-audit.ts";
import { completeFirstRun, isFirstRun } from "./first-run.ts";
import { invitationLink } from "./invitation-link.ts";
import { inviteAdministrator } from "./invite-administrator.ts";
import { liftLockOut } from "./lift-lock-out.ts";
import { lookAgainAtNotices } from "./notices/look-again-at-notices.ts";
import { type Agency, agencyById, portalBase, type Unit, unitsOfAgency } from "./organization-queries.ts";
import { passkeysOf } from "./passkey-queries.ts";
import { presentPasswordRule } from "./passwords/password-rule-queries.ts";
import { setPasswordRule } from "./passwords/set-password-rule.ts";
import { noticesOf, peopleWithAppointments, personOf } from "./people-queries.ts";
import { organizationPolicy, signingPolicy } from "./policy.ts";
import { readNotices } from "./read-notices.ts";
import { recordSigningAuthority } from "./record-signing-authority.ts";
import { recoverPerson } from "./recover-person.ts";
import { removePasskey } from "./remove-passkey.ts";
import { removeSample } from "./remove-sample.ts";
import { renameAgency } from "./rename-agency.ts";
import { renamePasskey } from "./rename-passkey.ts";
import { resetSecondFactor } from "./reset-second-factor.ts";
import { saveUnit } from "./save-unit.ts";
import { sessionToken } from "./session-cookie.ts";
import { livingSessions } from "./session-queries.ts";
import { setAgencyActive } from "./set-agency-active.ts";
import { setLeaving } from "./set-leaving.ts";
import { setPersonActive } from "./set-person-active.ts";
import { setSignInRule } from "./set-sign-in-rule.ts";
import { signInRuleOf } from "./sign-in-rule.ts";
import { signingAuthorities, signingAuthorityOf } from "./signing-queries.ts";
import { updateAgency } from "./update-agency.ts";
import { updatePerson } from "./update-person.ts";

const api = implement(organizationContract).$context<ApiContext>().use(authorised);

const may = (actor: Actor) => organizationPolicy.may(actor, { agencyId: actor.agencyId });
const agencyWithMay = (actor: Actor, agency: Agency) => ({
  ...agency,
  may: organizationPolicy.may(actor, { ...agency, agencyId: agency.id }),
});
const unitWithMay = (actor: Actor, unit: Unit) => ({ ...unit, may: may(actor) });

export const organizationRoutes = {
  me: api.me.handler(async ({ context: { database, actor } }) => {
    const agency = await agencyById(database, actor.agencyId);
    return {
      ...actor,
      agencyName: agency!.name,
      isSample: agency!.isSample,
      portalBase: await portalBase(database, actor.agencyId),
      idleMinutes: IDLE_MINUTES,
      secondFactor: actor.secondFactor ?? null,
      password: actor.password ?? null,
    };
  }),
  firstRunStatus: api.firstRunStatus.handler(async ({ context: { database } }) => ({
    needed: await isFirstRun(database),
  })),
  completeFirstRun: api.completeFirstRun.handler(({ input, context: { database } }) =>
    completeFirstRun(database, input),
  ),
  getAgency: api.getAgency.handler(async ({ context: { database, actor } }) =>
    agencyWithMay(actor, (await agencyById(database, actor.agencyId))!),
  ),
  updateAgency: api.updateAgency.handler(({ input, context }) =>
    context.work(async (work) => agencyWithMay(context.actor, await updateAgency(work, input))),
  ),
  getSignInRule: api.getSignInRule.handler(({ context: { database, actor } }) =>
    signInRuleOf(database, actor.agencyId),
  ),
  setSignInRule: api.setSignInRule.handler(({ input, context }) =>
    context.work((work) => setSignInRule(work, input)),
  ),
  getPasswordRule: api.getPasswordRule.handler(({ context: { database, actor } }) =>
    presentPasswordRule(database, actor.agencyId),
  ),
  setPasswordRule: api.setPasswordRule.handler(({ input, context }) =>
    context.work(async (work) => {
      await setPasswordRule(work, input);
      return presentPasswordRule(work.tx, context.actor.agencyId);
    }),
  ),
  listAgencies: api.listAgencies.handler(({ context: { database, actor } }) =>
    presentSubordinates(database, actor),
  ),
  addAgency: api.addAgency.handler(({ input, context }) =>
    context.work(async (work) => {
      const { id, token } = await addAgency(work, input);
      const added = await subordinateOf(work.tx, context.actor, id);
      return { ...added, invitation: { link: invitationLink(token), minutes: INVITATION_MINUTES } };
    }),
  ),
  renameAgency: api.renameAgency.handler(({ input, context }) =>
    context.work(async (work) => {
      await renameAgency(work, input);
      return subordinateOf(work.tx, context.actor, input.id);
    }),
  ),
  setAgencyActive: api.setAgencyActive.handler(({ input, context }) =>
    context.work(async (work) => {
      await setAgencyActive(work, input);
      return subordinateOf(work.tx, context.actor, input.id);
    }),
  ),
  inviteAdministrator: api.inviteAdministrator.handler(({ input, context }) =>
    context.work(async (work) => ({
      link: invitationLink(await inviteAdministrator(work, input)),
      minutes: INVITATION_MINUTES,
    })),
  ),
  listUnits: api.listUnits.handler(async ({ input, context: { database, actor } }) => ({
    units: (await unitsOfAgency(database, actor.agencyId, input)).map((unit) => unitWithMay(actor, unit)),
    may: may(actor),
  })),
  createUnit: api.createUnit.handler(({ input, context }) =>
    context.work(async (work) => unitWithMay(context.actor, await saveUnit(work, input))),
  ),
  updateUnit: api.updateUnit.handler(({ input, context }) =>
    context.work(async (work) => unitWithMay(context.actor, await saveUnit(work, input))),
  ),
  closeUnit: api.closeUnit.handler(({ input, context }) =>
    context.work(async (work) => unitWithMay(context.actor, await closeUnit(work, input))),
  ),
  listPeople: api.listPeople.handler(async ({ context: { database, actor } }) => ({
    people: await peopleWithAppointments(database, actor),
    may: may(actor),
  })),
  addPerson: api.addPerson.handler(({ input, context }) =>
    context.work(async (work) => {
      const { id, token } = await addPerson(work, input);
      const added = await personOf(work.tx, context.actor, id);
      return { ...added, invitation: { link: invitationLink(token), minutes: INVITATION_MINUTES } };
    }),
  ),
  updatePerson: api.updatePerson.handler(({ input, context }) =>
    context.work(async (work) => {
      await updatePerson(work, input);
      return personOf(work.tx, context.actor, input.id);
    }),
  ),
  setPersonActive: api.setPersonActive.handler(({ input, context }) =>
    context.work(async (work) => {
      await setPersonActive(work, input);
      return personOf(work.tx, context.actor, input.id);
    }),
  ),
  setLeaving: api.setLeaving.handler(({ input, context }) =>
    context.work(async (work) => {
      await setLeaving(work, input);
      return personOf(work.tx, context.actor, input.id);
    }),
  ),
  liftLockOut: api.liftLockOut.handler(({ input, context }) =>
    context.work(async (work) => {
      await liftLockOut(work, input);
      return personOf(work.tx, context.actor, input.id);
    }),
  ),
  resetSecondFactor: api.resetSecondFactor.handler(({ input, context }) =>
    context.work(async (work) => {
      await resetSecondFactor(work, input);
      return personOf(work.tx, context.actor, input.id);
    }),
  ),
  recoverPerson: api.recoverPerson.handler(({ input, context }) =>
    context.work(async (work) => ({
      link: invitationLink(await recoverPerson(work, input)),
      minutes: RECOVERY_MINUTES,
    })),
  ),
  appoint: api.appoint.handler(({ input, context }) =>
    context.work(async (work) => {
      await appointPerson(work, input);
      return personOf(work.tx, context.actor, input.id);
    }),
  ),
  endAppointment: api.endAppointment.handler(({ input, context }) =>
    context.work(async (work) => personOf(work.tx, context.actor, await endAppointment(work, input))),
  ),
  listSigning: api.listSigning.handler(async ({ context: { database, actor } }) => ({
    authorities: await signingAuthorities(database, actor),
    may: signingPolicy.may(actor, { agencyId: actor.agencyId }),
  })),
  signersOn: api.signersOn.handler(({ input: { scope, day }, context: { database, actor } }) =>
    signersOn(database, actor.agencyId, scope, day),
  ),
  recordSigning: api.recordSigning.handler(({ input, context }) =>
    context.work(async (work) =>
      signingAuthorityOf(work.tx, context.actor, await recordSigningAuthority(work, input)),
    ),
  ),
  endSigning: api.endSigning.handler(({ input, context }) =>
    context.work(async (work) => {
      await endSigningAuthority(work, input);
      return { ended: true };
    }),
  ),
  listAudit: api.listAudit.handler(({ input, context: { database, actor } }) =>
    auditPage(database, actor.agencyId, input),
  ),
  auditChoices: api.auditChoices.handler(({ context: { database, actor } }) =>
    auditChoices(database, actor.agencyId),
  ),
  exportAudit: api.exportAudit.handler(async ({ input, context: { work } }) => {
    const table = await work((current) => exportAudit(current, input));
    return new File([table], `nhat-ky-${today()}.csv`, { type: "text/csv;charset=utf-8" });
  }),
  listNotices: api.listNotices.handler(({ context: { database, actor } }) =>
    noticesOf(database, actor.personId),
  ),
  lookAgainAtNotices: api.lookAgainAtNotices.handler(({ context }) => context.work(lookAgainAtNotices)),
  readNotices: api.readNotices.handler(({ input, context }) =>
    context.work((work) => readNotices(work, input)),
  ),
  listSessions: api.listSessions.handler(async ({ context: { database, actor, headers } }) => ({
    sessions: await livingSessions(database, actor.personId, sessionToken(headers)),
  })),
  listPasskeys: api.listPasskeys.handler(async ({ context: { database, actor } }) => ({
    passkeys: await passkeysOf(database, actor.personId),
  })),
  renamePasskey: api.renamePasskey.handler(({ input, context }) =>
    context.work(async (work) => {
      await renamePasskey(work, input);
      return { id: input.id };
    }),
  ),
  removePasskey: api.removePasskey.handler(({ input, context }) =>
    context.work(async (work) => {
      await removePasskey(work, input);
      return { id: input.id };
    }),
  ),
  endSession: api.endSession.handler(({ input, context }) =>
    context.work(async (work) => {
      await endSession(work, input);
      return { ended: 1 };
    }),
  ),
  endOtherSessions: api.endOtherSessions.handler(({ context }) =>
    context.work((work) => endOtherSessions(work, sessionToken(context.headers))),
  ),
  endPersonSessions: api.endPersonSessions.handler(({ input, context }) =>
    context.work((work) => endPersonSessions(work, input)),
  ),
  removeSample: api.removeSample.handler(async ({ context }) => {
    const { removed, files } = await context.work(removeSample);
    await removeFiles(files);
    return { removed };
  }),
};
