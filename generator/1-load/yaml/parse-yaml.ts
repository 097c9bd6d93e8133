import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Json, SourceText } from "../../ir/source.ts";
import { readYaml } from "./read-yaml.ts";
import { strictEvents } from "./strict-events.ts";
import type { YamlEvent } from "./yaml-event.ts";

/** Parses YAML 1.2 by its core schema, as OAS 3.1 §4.3 asks. Nothing in it is executed or fetched. */
export async function parseYaml(
  source: SourceText,
  report: Report,
): Promise<Json | undefined> {
  const { id, range } = source;
  const events = await yamlEvents(source, report);
  return (
    events &&
    readYaml(events, (code, offset, params) =>
      report(
        code,
        { source: id, pointer: "", offset: range[0] + offset },
        params,
      ),
    )
  );
}

/** The strict parser first, as it is fast; the other is loaded where that one gives up. */
export async function yamlEvents(
  source: SourceText,
  report: Report,
): Promise<readonly YamlEvent[] | undefined> {
  const events = strictEvents(source.text.slice(...source.range));
  if (typeof events !== "string") return events;
  const { lenientEvents } = await import("./lenient-events.ts");
  return lenientEvents(source, report);
}
