// The rules of the house, as far as imports show them. architecture/rules.test.ts plants a violation of each.
import { neighbours } from "./architecture/neighbours.ts";

const capabilities = "^src/capabilities/";
const anyCapability = `${capabilities}([^/]+)/`;
const tests = "[.](test|fixture|command)[.]tsx?$";
const serverSide =
  "/(tables|published|routes|jobs|plug)[.]ts$|^src/platform/(database|work|jobs|files|mail)/";

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "[.](css|woff|woff2|ttf)($|[?])" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
    },
  },
  forbidden: [
    forbid("everything-resolves", "an import leads nowhere", { path: "^src" }, { couldNotResolve: true }),
    forbid(
      "relative-paths-stay-at-home",
      "another capability is entered through its door, not by ../",
      { path: anyCapability },
      {
        path: capabilities,
        pathNot: `${capabilities}$1/`,
        dependencyTypesNot: ["aliased", "aliased-subpath-import"],
      },
    ),
    forbid(
      "only-through-a-door",
      "a door of another capability is its index, contract, signals or tables",
      { path: anyCapability },
      {
        path: capabilities,
        pathNot: [`${capabilities}$1/`, `${capabilities}[^/]+/(index|contract|signals|tables)[.]ts$`],
      },
    ),
    ...Object.entries(neighbours).map(([home, may]) =>
      forbid(
        `${home}-knocks-only-where-it-may`,
        "see architecture/neighbours.ts",
        { path: `${capabilities}${home}/`, pathNot: tests },
        {
          path: `${capabilities}[^/]+/(index|contract|signals)[.]ts$`,
          pathNot: [
            `${capabilities}${home}/`,
            ...may.map((lower) => `${capabilities}${lower}/(index|contract|signals)[.]ts$`),
          ],
        },
      ),
    ),
    forbid(
      "plug-web-and-portal-doors-are-for-apps",
      "only the apps mount a capability",
      { path: anyCapability },
      { path: `${capabilities}[^/]+/(plug|(web|portal)/index)[.]tsx?$`, pathNot: `${capabilities}$1/` },
    ),
    forbid(
      "tables-door-is-for-tables",
      "other tables may be named only in foreign keys",
      { path: anyCapability, pathNot: ["/tables[.]ts$", tests] },
      { path: `${capabilities}[^/]+/tables[.]ts$`, pathNot: `${capabilities}$1/` },
    ),
    forbid(
      "platform-and-ui-know-no-capability",
      "what everything stands on knows nothing above it",
      { path: "^src/(platform|ui)/", pathNot: "^src/platform/testing/" },
      { path: "^src/(capabilities|apps)/" },
    ),
    forbid(
      "capabilities-know-no-app",
      "apps plug capabilities in, never the other way",
      { path: capabilities },
      { path: "^src/apps/" },
    ),
    forbid(
      "apps-only-plug-in",
      "apps enter by plug, web, portal or contract",
      { path: "^src/apps/" },
      { path: capabilities, pathNot: "/(plug|contract)[.]ts$|/(web|portal)/index[.]tsx?$" },
    ),
    forbid(
      "pure-rooms-stay-pure",
      "contract, signals and policy run in the browser too",
      { path: `${capabilities}[^/]+/(contract|signals|policy)[.]ts$` },
      { path: serverSide, reachable: true },
    ),
    forbid(
      "browser-never-reaches-the-server",
      "what a screen imports must run in a browser",
      {
        path: `${capabilities}[^/]+/web/|^src/apps/workspace/|^src/ui/`,
        pathNot: "^src/apps/workspace/(serve|dev)[^/]*[.]ts$|[.]test[.]tsx?$",
      },
      { path: serverSide, reachable: true },
    ),
    forbid(
      "portal-reads-only-what-is-published",
      "public pages see public revisions only",
      { path: `${capabilities}([^/]+)/portal/`, pathNot: tests },
      {
        path: capabilities,
        pathNot: [
          `${capabilities}$1/(published[.]ts$|contract[.]ts$|portal/)`,
          `${capabilities}[^/]+/contract[.]ts$`,
        ],
      },
    ),
    forbid(
      "nothing-calls-back-into-routes-or-jobs",
      "routes and jobs are the outermost layer",
      {
        path: "^src",
        pathNot:
          "/plug[.]ts$|[.](test|fixture)[.]tsx?$|^src/platform/jobs/|^src/platform/work/plug[.]ts$|^src/platform/signals/",
      },
      { path: `${capabilities}.*/(routes|jobs)[.]ts$` },
    ),
    forbid(
      "the-product-needs-no-tools",
      "npm start installs no development dependency",
      { path: "^src", pathNot: ["[.](test|fixture)[.]tsx?$", "^src/platform/testing/"] },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "the-product-never-imports-its-tests",
      "stubs and fixtures stand in for the world in tests alone",
      { path: "^src", pathNot: ["[.](test|fixture)[.]tsx?$", "^src/platform/testing/"] },
      { path: "^src/platform/testing/|[.](test|fixture)[.]tsx?$" },
    ),
    forbid("no-circles", "a circle cannot be understood from one end", { path: "^src" }, { circular: true }),
  ],
};
