import { defineConfig } from "./generator/options.ts";

export default defineConfig({
  clients: {
    quo: {
      input: "specs/quo/openapi.yaml",
      output: "generated/quo",
      package: { name: "@telltale/quo", license: "MIT" },
      rename: { listWebhooks_v1: "listWebhooks" },
    },
    bird: {
      input: "specs/bird/openapi.json",
      overlays: ["specs/bird/overlay.yaml"],
      output: "generated/bird",
      package: { name: "@telltale/bird", license: "MIT" },
    },
  },
});
