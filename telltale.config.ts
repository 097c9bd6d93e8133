import { defineConfig } from "./generator/index.ts";

export default defineConfig({
  clients: {
    quo: {
      input: "specs/quo/openapi.yaml",
      output: "generated/quo",
      package: "@telltale/quo",
      rename: { listWebhooks_v1: "listWebhooks" },
    },
    bird: {
      input: "specs/bird/openapi.json",
      overlays: ["specs/bird/overlay.yaml"],
      output: "generated/bird",
      package: "@telltale/bird",
    },
  },
});
