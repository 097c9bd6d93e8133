/** A description whose one operation is at a path: what is asked for says which one was built. */
export const petsAt = (path: string): string => `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: "http://pets.test" }]
paths:
  ${path}:
    get:
      operationId: listPets
      responses:
        "200": { description: ok, content: { application/json: { schema: { $ref: "schemas.yaml#/Pets" } } } }
`;

/** One that cannot be compiled, for what line 2 says. */
export const broken = petsAt("/v3/pets").replace(
  "openapi: 3.1.0",
  "# From the future\nopenapi: 4.0.0",
);

export const schemas = "Pets: { type: array, items: { type: string } }\n";

/** Which server the client asks. */
export const overlayTo = (url: string): string => `overlay: 1.0.0
info: { title: Server, version: 1.0.0 }
actions: [{ target: "$.servers[0]", update: { url: "${url}" } }]
`;

export const configOf = (output: string): string => `
import { defineConfig } from "telltale";
export default defineConfig({
  clients: {
    pets: { input: "pets.yaml", overlays: ["server.yaml"], output: "${output}" },
  },
});
`;
