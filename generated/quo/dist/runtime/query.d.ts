// Generated from the runtime of telltale. Do not edit.

import type { ParameterStyle } from "./operation.js";
/** Style `form` with `explode`, the default: `tag=a&tag=b`; an object becomes its own parameters. */
export declare const form: ParameterStyle;
/** The same of an object whose members may be lists, which OAS leaves undefined: each is a parameter of its own. */
export declare const formOfLists: ParameterStyle;
/** Style `form` without `explode`: `tag=a,b`; an object becomes `point=x,1,y,2`. */
export declare const formJoined: ParameterStyle;
/** `tag=a%20b`. */
export declare const spaceDelimited: ParameterStyle;
/** `tag=a%7Cb`. */
export declare const pipeDelimited: ParameterStyle;
/** `tag=a%09b`, the `collectionFormat: tsv` of Swagger 2.0. */
export declare const tabDelimited: ParameterStyle;
/**
 * `filter[status]=open&filter[created][from]=1`. What OAS leaves undefined: deeper objects nest, up to a
 * hundred in each other, and the members of an array are numbered, `items[0][price]=1`. A repeated name
 * could not keep the members of two objects apart.
 */
export declare const deepObject: ParameterStyle;
/** A parameter with `content: application/json` instead of a style. */
export declare const jsonParameter: ParameterStyle;
