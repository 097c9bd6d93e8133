// Generated from the runtime of telltale. Do not edit.

import { platform as realPlatform } from "./platform.js";
/** What an emitted `createClient` calls. */
export function makeClient(
  options,
  defaultBaseUrl,
  schemes,
  platform = realPlatform,
) {
  const state = {
    options,
    schemes,
    platform,
  };
  return {
    baseUrl: options.baseUrl ?? defaultBaseUrl ?? "",
    "~state": () => state,
  };
}
