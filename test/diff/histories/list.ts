/** Successive versions of one document that npm ships. */
export interface History {
  readonly package: string;
  /** The document in the package. */
  readonly path: string;
  /** Each is compared with the next. */
  readonly versions: readonly string[];
}

export const histories: readonly History[] = [
  {
    package: "@figma/rest-api-spec",
    path: "openapi/openapi.yaml",
    versions: [
      "0.30.0",
      "0.31.0",
      "0.39.0",
      "0.40.0",
      "0.41.0",
      "0.42.0",
      "0.43.0",
    ],
  },
  {
    package: "@blockfrost/openapi",
    path: "openapi.yaml",
    versions: ["0.1.82", "0.1.84", "0.1.86", "0.1.92", "0.1.93"],
  },
  {
    package: "@ideal-postcodes/openapi",
    path: "dist/openapi.json",
    versions: ["4.10.1", "4.12.0", "4.14.1", "4.21.0"],
  },
  {
    package: "@directus/specs",
    path: "dist/openapi.json",
    versions: ["13.0.0", "14.0.0", "15.0.0", "15.1.1", "15.2.0"],
  },
  {
    package: "@octokit/openapi-webhooks",
    path: "generated/api.github.com.json",
    versions: ["11.0.0", "12.0.3", "12.1.0"],
  },
  {
    package: "@octokit/openapi",
    path: "generated/api.github.com.json",
    versions: ["22.0.0", "23.0.0", "23.0.2"],
  },
];
