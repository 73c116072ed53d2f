export { UnitChanges } from "./unit-changes.tsx";
