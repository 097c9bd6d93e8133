/** The last step of `npm run build`. */
import { markBuild } from "./identity.ts";

markBuild();
