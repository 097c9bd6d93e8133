import { fileURLToPath } from "node:url";
import { bundledSize } from "./bundle.ts";

/** What is measured, and how many bytes it may have at most. */
export interface Subject {
  readonly client: string;
  readonly what: string;
  /** Besides `createClient`. */
  readonly names: readonly string[];
  readonly budget: number;
}

export interface Row extends Subject {
  readonly size: number;
}

/** The vendored clients, as they are committed. */
export const vendored: readonly Subject[] = [
  {
    client: "@telltale/bird",
    what: "one operation: path, deepObject, an http scheme",
    names: ["listWebhookSubscriptions"],
    budget: 3620,
  },
  {
    client: "@telltale/bird",
    what: "the same, and its pages",
    names: ["paginateWebhookSubscriptions"],
    budget: 4690,
  },
  {
    client: "@telltale/quo",
    what: "one operation: a union told apart, an API key",
    names: ["listWebhooks"],
    budget: 4010,
  },
];

/** The description that comes as `generated/api.github.com.json` with this npm package. */
export const github = { package: "@octokit/openapi", version: "23.0.2" };

/** Measured where the description is given: it is larger than this repository. */
export const optional: readonly Subject[] = [
  {
    what: "one operation: path, a documented redirect",
    names: ["reposGet"],
    budget: 3670,
  },
  {
    what: "one operation: a body, nothing to retry",
    names: ["gistsCreate"],
    budget: 2705,
  },
  {
    what: "one operation: a body, a union told apart",
    names: ["issuesCreate"],
    budget: 3595,
  },
  {
    what: "ten operations, two of them with unions told apart",
    names: [
      "reposGet",
      "reposListCommits",
      "issuesListForRepo",
      "issuesCreate",
      "pullsList",
      "pullsGet",
      "usersGetByUsername",
      "searchRepos",
      "gistsCreate",
      "activityStarRepoForAuthenticatedUser",
    ],
    budget: 5210,
  },
].map((subject) => ({
  client: `${github.package} ${github.version}`,
  ...subject,
}));

/** Measures exports of the client whose `index` this is. */
export async function measure(
  subjects: readonly Subject[],
  indexOf: (subject: Subject) => string,
): Promise<readonly Row[]> {
  return Promise.all(
    subjects.map(async (subject) => ({
      ...subject,
      size: await bundledSize(indexOf(subject), [
        "createClient",
        ...subject.names,
      ]),
    })),
  );
}

/** The rows of the vendored clients: their packages, as an application imports them. */
export async function measureVendored(): Promise<readonly Row[]> {
  return measure(vendored, ({ client }) =>
    fileURLToPath(
      new URL(
        `../../generated/${client.replace("@telltale/", "")}/dist/index.js`,
        import.meta.url,
      ),
    ),
  );
}
